// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What a command that works on a workspace needs: the open database, the services, who acts, and the console.
 *
 * Everything runs at once in the calling thread; also while the window or `serve` works on the same workspace.
 */
#pragma once

#include "app/command.h"
#include "app/services.h"
#include "app/timerdelay.h"
#include "core/gateways/gatewayfactory.h"
#include "core/gateways/testsender.h"
#include "core/secrets/argonhasher.h"
#include "core/secrets/localsecretstore.h"
#include "core/secrets/systemkeyring.h"
#include "core/secrets/tokenmaker.h"
#include "core/storage/databasecopier.h"
#include "core/storage/workspace.h"

#include <QTimeZone>
#include <memory>

namespace app {

/** Promises: acts as an administrator, recorded as `cli:<system user>`. Thread: main. */
class CommandContext
{
public:
    /** Creates or migrates the database on first use. Errors: those of workspaceUrl() and of storage. */
    static core::Result<std::unique_ptr<CommandContext>> open(const Invocation &invocation, Console &console);
    Q_DISABLE_COPY_MOVE(CommandContext)

    [[nodiscard]] const Invocation &invocation() const { return m_invocation; }
    [[nodiscard]] Console &console() { return m_console; }
    [[nodiscard]] Services &services() { return m_services; }
    [[nodiscard]] core::interfaces::SecretStore &secrets() { return m_secrets; }
    [[nodiscard]] const core::domain::Actor &actor() const { return m_actor; }
    [[nodiscard]] const core::Clock &clock() const { return m_clock; }
    [[nodiscard]] const core::storage::DatabaseUrl &url() const { return m_url; }
    /** The workspace's, in which times without offset are read. */
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }

    /** On the wall clock of the workspace's zone, as it may be typed in again: 2026-11-20T12:00:00. */
    [[nodiscard]] QString timeText(core::Instant instant) const;
    /** Blank for nothing. */
    [[nodiscard]] QString timeText(std::optional<core::Instant> instant) const;
    /** An option's time; nothing if it is not given. Errors: InvalidInput on `field`. */
    [[nodiscard]] core::Result<std::optional<core::Instant>> time(const QString &option, const QString &field) const;

private:
    /** What has to be read from the database before the rest can be made. */
    struct Identity
    {
        QString workspaceId;
        core::domain::User localUser;
        QString zone;
    };

    struct Parts
    {
        core::storage::DatabaseUrl url;
        std::unique_ptr<core::storage::DirectExecutor> executor;
        std::unique_ptr<core::secrets::SystemKeyring> keyring;
        Identity identity;
    };

    CommandContext(const Invocation &invocation, Console &console, Parts parts);
    static core::Result<Identity> readIdentity(core::interfaces::Executor &executor);

    const Invocation &m_invocation;
    Console &m_console;
    core::SystemClock m_clock;
    core::storage::DatabaseUrl m_url;
    std::unique_ptr<core::storage::DirectExecutor> m_executor;
    core::domain::Actor m_actor;
    QTimeZone m_zone;
    std::unique_ptr<core::secrets::SystemKeyring> m_keyring;
    core::secrets::LocalSecretStore m_secrets;
    core::secrets::ArgonHasher m_passwords;
    core::secrets::TokenMaker m_tokens;
    TimerDelay m_delay;
    core::gateways::GatewayFactory m_gateways;
    core::gateways::TestSender m_tester;
    core::storage::DatabaseCopier m_copier;
    Services m_services;
};

/** As the history names who acts through the command line: `cli:<system user>`. */
[[nodiscard]] QString commandActorLabel();

using WorkspaceWork = std::function<core::Result<ExitCode>(CommandContext &)>;

/** A command that works on the workspace. */
[[nodiscard]] Command::Function inWorkspace(WorkspaceWork work);
/** The same for one that changes something, and so is leavingLog(). */
[[nodiscard]] Command::Function changingWorkspace(WorkspaceWork work);
/** The same log for a command that does not open the workspace. */
[[nodiscard]] Command::Function leavingLog(Command::Function run);

} // namespace app
