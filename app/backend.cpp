// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/backend.h"

#include "core/interfaces/settingsrepository.h"
#include "core/interfaces/userrepository.h"

#include <QCoreApplication>
#include <QStandardPaths>
#include <QSysInfo>

namespace app {

using core::Result;
using core::interfaces::UnitOfWork;
using core::storage::DatabaseUrl;

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/heliograph");
}

namespace {

/** How this process is known to others that dispatch the same workspace. */
core::dispatch::Presence::Company companyOf(const DatabaseUrl &url)
{
    return {QStringLiteral("%1 (%2)").arg(QSysInfo::machineHostName()).arg(QCoreApplication::applicationPid()),
            url.kind() == DatabaseUrl::Kind::Postgresql};
}

} // namespace

Result<Backend::Identity> Backend::readIdentity(const DatabaseUrl &url, const core::Clock &clock)
{
    // Before there is an event loop: read at once in this thread, on a connection that is closed again.
    HELIOGRAPH_ASSIGN(const auto executor, core::storage::openDirectly(url));
    const auto read = executor->read([](UnitOfWork &unit) -> Result<Identity> {
        Identity identity;
        HELIOGRAPH_ASSIGN(identity.workspaceId, unit.settings.workspaceId());
        HELIOGRAPH_ASSIGN(identity.localUser, unit.users.localUser());
        return identity;
    });
    HELIOGRAPH_ASSIGN(Identity identity, read.result());
    // The service has the rule; what it is given here it does not need for that.
    const core::secrets::ArgonHasher passwords;
    const core::secrets::TokenMaker tokens;
    TimerDelay delay;
    core::services::AccountService accounts(*executor, clock, {passwords, tokens, delay});
    HELIOGRAPH_ASSIGN(identity.entrance, accounts.entrance().result());
    return identity;
}

Result<std::unique_ptr<Backend>> Backend::open(const DatabaseUrl &url, const core::Clock &clock,
                                               std::shared_ptr<core::secrets::SystemKeyring> keyring)
{
    HELIOGRAPH_ASSIGN(auto workspace, core::storage::Workspace::open(url));
    HELIOGRAPH_ASSIGN(const Identity identity, readIdentity(url, clock));
    return std::unique_ptr<Backend>(new Backend(std::move(workspace), identity, clock, std::move(keyring)));
}

Backend::Backend(std::unique_ptr<core::storage::Workspace> workspace, const Identity &identity, const core::Clock &clock,
                 std::shared_ptr<core::secrets::SystemKeyring> keyring)
    : m_workspace(std::move(workspace)), m_localUser(identity.localUser), m_entrance(identity.entrance),
      m_keyring(keyring ? std::move(keyring) : std::make_shared<core::secrets::SystemKeyring>()),
      m_keyPlaces(core::secrets::KeyPlaces::fromEnvironment(dataFolder(), m_keyring.get())),
      m_secrets(identity.workspaceId, m_keyPlaces),
      // With a key file named, the keyring is left alone altogether.
      m_sessions(identity.workspaceId, m_keyPlaces.explicitFile.isEmpty() ? m_keyPlaces.keyring : nullptr),
      m_gateways(clock), m_tester(m_gateways), m_copier(m_workspace->url()),
      m_services(m_workspace->executor(), clock, m_secrets, m_gateways, m_tester,
                 {m_passwords, m_tokens, m_delay, &m_hashing}, m_copier, &m_copying),
      m_resultSpool(m_workspace->url(), identity.workspaceId, dataFolder()),
      m_engine(std::make_unique<Engine>(core::dispatch::DispatcherParts{m_workspace->executor(), m_workspace->changes(),
                                                                        m_gateways, m_secrets, clock,
                                                                        companyOf(m_workspace->url()), &m_resultSpool},
                                        m_workspace->url())),
      m_retention(std::make_unique<Retention>(m_workspace->executor(), clock, m_delay))
{
    m_hashing.setMaxThreadCount(core::services::hashingThreads);
    m_copying.setMaxThreadCount(1);
    QObject::connect(m_engine.get(), &Engine::rightDecided, m_retention.get(), [this](bool mine) {
        if (mine)
            m_retention->start();
    });
    QObject::connect(m_engine.get(), &Engine::stopping, m_retention.get(), &Retention::stop);
}

Backend::~Backend()
{
    // Jobs that still run use the secrets, the gateways and the clock: the storage threads end before those do. Who was just
    // signing in is refused by the closed executor, which therefore goes last.
    m_retention.reset();
    m_engine.reset();
    m_workspace->close();
    m_hashing.waitForDone();
    m_copying.waitForDone(); // half a backup is none
    m_workspace.reset();
}

} // namespace app
