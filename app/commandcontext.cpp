// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandcontext.h"

#include "app/backend.h"
#include "app/commandtext.h"
#include "app/databaselogin.h"
#include "app/logfile.h"
#include "app/workspaceurl.h"
#include "core/domain/timezonename.h"
#include "core/interfaces/settingsrepository.h"
#include "core/interfaces/userrepository.h"
#include "core/json/timetext.h"
#include "ui/feedback/errortext.h"

#include <QLoggingCategory>
#include <pwd.h>
#include <unistd.h>

namespace app {

using core::Result;
using core::interfaces::UnitOfWork;

namespace {

/** By the process, not by the environment, which anybody may set. */
QString systemUser()
{
    const passwd *entry = getpwuid(geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(geteuid());
}

} // namespace

QString commandActorLabel()
{
    return u"cli:"_qs + systemUser();
}

Result<CommandContext::Identity> CommandContext::readIdentity(core::interfaces::Executor &executor)
{
    return executor
        .read([](UnitOfWork &unit) -> Result<Identity> {
            Identity identity;
            HELIOGRAPH_ASSIGN(identity.workspaceId, unit.settings.workspaceId());
            HELIOGRAPH_ASSIGN(identity.localUser, unit.users.localUser());
            HELIOGRAPH_ASSIGN(const auto settings, unit.settings.settings());
            identity.zone = settings.zone();
            return identity;
        })
        .result();
}

Result<std::unique_ptr<CommandContext>> CommandContext::open(const Invocation &invocation, Console &console)
{
    HELIOGRAPH_ASSIGN(auto url, workspaceUrl(invocation));
    auto keyring = std::make_unique<core::secrets::SystemKeyring>();
    auto executor = openedWithKeptPassword(url, *keyring, &core::storage::openDirectly);
    if (!executor)
        return core::Failure(withPath(executor.error(), url));
    HELIOGRAPH_ASSIGN(const Identity identity, readIdentity(**executor));
    if (!core::domain::findTimeZone(identity.zone))
        console.note(CommandText::tr("This computer does not know the time zone of the workspace (%1): times are read and "
                                     "written in UTC. Update the system's time zone data (tzdata).")
                         .arg(identity.zone));
    return std::unique_ptr<CommandContext>(
        new CommandContext(invocation, console, {url, *std::move(executor), std::move(keyring), identity}));
}

CommandContext::CommandContext(const Invocation &invocation, Console &console, Parts parts)
    : m_invocation(invocation), m_console(console), m_url(parts.url),
      m_executor(std::move(parts.executor)), m_actor{parts.identity.localUser.id, commandActorLabel(),
                                                     core::domain::Role::Admin},
      m_zone(core::domain::timeZone(parts.identity.zone)), m_keyring(std::move(parts.keyring)),
      m_secrets(parts.identity.workspaceId, core::secrets::KeyPlaces::fromEnvironment(dataFolder(), m_keyring.get())),
      m_gateways(m_clock), m_tester(m_gateways), m_copier(m_url),
      m_services(*m_executor, m_clock, m_secrets, m_gateways, m_tester, {m_passwords, m_tokens, m_delay}, m_copier)
{}

QString CommandContext::timeText(core::Instant instant) const
{
    return core::toDateTime(instant).toTimeZone(m_zone).toString(u"yyyy-MM-ddTHH:mm:ss"_qs);
}

QString CommandContext::timeText(std::optional<core::Instant> instant) const
{
    return instant ? timeText(*instant) : QString();
}

Result<std::optional<core::Instant>> CommandContext::time(const QString &option, const QString &field) const
{
    if (!m_invocation.has(option))
        return std::optional<core::Instant>();
    HELIOGRAPH_ASSIGN(const core::Instant instant, core::json::instantFromText(m_invocation.value(option), field, m_zone));
    return std::optional(instant);
}

namespace {

Result<ExitCode> runIn(const WorkspaceWork &work, const Invocation &invocation, Console &console)
{
    HELIOGRAPH_ASSIGN(const auto context, CommandContext::open(invocation, console));
    Result<ExitCode> code = work(*context);
    if (!code)
        return core::Failure(withPath(code.error(), context->url()));
    return code;
}

} // namespace

Command::Function inWorkspace(WorkspaceWork work)
{
    return [work = std::move(work)](const Invocation &invocation, Console &console) -> Result<ExitCode> {
        // Standard error is for problems; what was done stands in the log files.
        if (!invocation.has(u"verbose"_qs))
            QLoggingCategory::setFilterRules(u"heliograph.*.debug=false\nheliograph.*.info=false"_qs);
        return runIn(work, invocation, console);
    };
}

Command::Function changingWorkspace(WorkspaceWork work)
{
    return leavingLog([work = std::move(work)](const Invocation &invocation, Console &console) {
        return runIn(work, invocation, console);
    });
}

Command::Function leavingLog(Command::Function run)
{
    return [run = std::move(run)](const Invocation &invocation, Console &console) -> Result<ExitCode> {
        const core::SystemClock clock;
        LogFile log(LogFile::defaultDirectory(), logLimits(invocation), clock);
        std::unique_ptr<LogRedirection> redirection;
        if (const core::Status opened = log.open(); opened)
            redirection = std::make_unique<LogRedirection>(log, invocation.has(u"verbose"_qs));
        else if (!console.isJson())
            console.note(ui::feedback::errorText(opened.error()));
        return run(invocation, console);
    };
}

} // namespace app
