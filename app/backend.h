// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The whole program without its faces: storage threads, services, secrets, gateways and the engine, wired.
 *
 * Used by the window, `serve` and `demo`; commands that only look or change something use CommandContext.
 */
#pragma once

#include "app/engine.h"
#include "app/retention.h"
#include "app/services.h"
#include "app/timerdelay.h"
#include "core/gateways/gatewayfactory.h"
#include "core/gateways/testsender.h"
#include "core/secrets/argonhasher.h"
#include "core/secrets/keyringsessionstore.h"
#include "core/secrets/localsecretstore.h"
#include "core/secrets/systemkeyring.h"
#include "core/secrets/tokenmaker.h"
#include "core/storage/databasecopier.h"
#include "core/storage/resultspool.h"
#include "core/storage/workspace.h"

#include <QThreadPool>
#include <memory>

namespace app {

/**
 * Destroying it is the shutdown in reverse order of construction: engine (call engine().stop() before, so that what is in
 * flight finishes), storage threads, what still hashes, a backup that was begun, test sender, services. Thread: main.
 */
class Backend
{
public:
    /**
     * Opens and, if need be, creates or migrates the database.
     * @param keyring  that of the process, where it has been asked for something already
     * Errors: those of storage::Workspace::open.
     */
    static core::Result<std::unique_ptr<Backend>> open(const core::storage::DatabaseUrl &url, const core::Clock &clock,
                                                       std::shared_ptr<core::secrets::SystemKeyring> keyring = {});
    ~Backend();

    [[nodiscard]] Services &services() { return m_services; }
    [[nodiscard]] Engine &engine() { return *m_engine; }
    [[nodiscard]] core::interfaces::ChangeFeed &changes() { return m_workspace->changes(); }
    [[nodiscard]] core::interfaces::Executor &executor() { return m_workspace->executor(); }
    [[nodiscard]] const core::domain::User &localUser() const { return m_localUser; }
    /** As it was when the workspace was opened. */
    [[nodiscard]] core::services::Entrance entrance() const { return m_entrance; }
    [[nodiscard]] core::interfaces::SessionStore &sessions() { return m_sessions; }

private:
    /** What has to be read from the database before the rest can be made. */
    struct Identity
    {
        QString workspaceId;
        core::domain::User localUser;
        core::services::Entrance entrance = core::services::Entrance::SignIn;
    };

    Backend(std::unique_ptr<core::storage::Workspace> workspace, const Identity &identity, const core::Clock &clock,
            std::shared_ptr<core::secrets::SystemKeyring> keyring);
    static core::Result<Identity> readIdentity(const core::storage::DatabaseUrl &url, const core::Clock &clock);

    std::unique_ptr<core::storage::Workspace> m_workspace;
    core::domain::User m_localUser;
    core::services::Entrance m_entrance;
    std::shared_ptr<core::secrets::SystemKeyring> m_keyring; ///< never nothing
    core::secrets::KeyPlaces m_keyPlaces;
    core::secrets::LocalSecretStore m_secrets;
    core::secrets::KeyringSessionStore m_sessions;
    core::secrets::ArgonHasher m_passwords;
    core::secrets::TokenMaker m_tokens;
    TimerDelay m_delay;
    QThreadPool m_hashing;
    core::gateways::GatewayFactory m_gateways;
    core::gateways::TestSender m_tester;
    core::storage::DatabaseCopier m_copier;
    QThreadPool m_copying;
    Services m_services;
    core::storage::ResultSpool m_resultSpool;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Retention> m_retention; ///< works while the engine dispatches
};

/** The user's data folder: workspaces, keys. */
[[nodiscard]] QString dataFolder();

} // namespace app
