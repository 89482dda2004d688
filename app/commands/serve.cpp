// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/backend.h"
#include "app/commandtext.h"
#include "app/logfile.h"
#include "app/terminationsignals.h"
#include "app/workspaceurl.h"
#include "core/base/logging.h"
#include "ui/feedback/errortext.h"

#include <QCoreApplication>

namespace app::commands {

namespace {

using core::Result;

void tellRight(Console &console, bool mine)
{
    if (mine)
        console.printAlways(CommandText::tr("Sending. Stop with Ctrl+C or SIGTERM."));
    else
        console.printAlways(CommandText::tr("Not sending: another process sends for this workspace. "
                                            "This one takes over when that one ends."));
    qCInfo(core::logApp).nospace() << "serve dispatching=" << mine;
}

/** Once when sending stops for a reason that is not a gateway's, and once when it goes on. */
class TroubleTeller
{
public:
    TroubleTeller(Console &console, core::storage::DatabaseUrl url) : m_console(console), m_url(std::move(url)) {}

    void look(const core::interfaces::EngineSnapshot &snapshot)
    {
        if (snapshot.problem == std::exchange(m_problem, snapshot.problem))
            return;
        if (m_problem.isEmpty()) {
            m_console.note(CommandText::tr("Sending goes on."));
            return;
        }
        m_console.note(CommandText::tr("Nothing is sent: %1").arg(ui::feedback::errorText(error())));
    }
    [[nodiscard]] bool isPresent() const { return !m_problem.isEmpty(); }
    [[nodiscard]] core::Error error() const { return withPath({core::ErrorKind::Unavailable, m_problem}, m_url); }

private:
    Console &m_console;
    const core::storage::DatabaseUrl m_url;
    QString m_problem; ///< error code, as in the snapshot
};

Result<ExitCode> serve(const Invocation &invocation, Console &console)
{
    const core::SystemClock clock;
    LogFile log(LogFile::defaultDirectory(), logLimits(invocation), clock);
    HELIOGRAPH_TRY(log.open());
    const LogRedirection redirection(log, invocation.has(QStringLiteral("verbose")));
    HELIOGRAPH_ASSIGN(const auto url, workspaceUrl(invocation));
    const auto backend = Backend::open(url, clock);
    if (!backend)
        return core::Failure(withPath(backend.error(), url));

    Result<ExitCode> result = ExitCode::Done;
    const TerminationSignals signals_;
    TroubleTeller trouble(console, url);
    Engine &engine = (*backend)->engine();
    QObject::connect(&engine.monitor(), &core::interfaces::EngineMonitor::snapshotTaken, &engine,
                     [&trouble](const core::interfaces::EngineSnapshot &snapshot) { trouble.look(snapshot); });
    QObject::connect(&signals_, &TerminationSignals::received, &engine, &Engine::stop);
    QObject::connect(&engine, &Engine::rightDecided, &engine, [&console](bool mine) { tellRight(console, mine); });
    QObject::connect(&engine, &Engine::failed, &engine, [&result, &engine](const core::Error &error) {
        result = core::Failure(error);
        engine.stop();
    });
    QObject::connect(
        &engine, &Engine::stopped, &engine, [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    QMetaObject::invokeMethod(&engine, &Engine::start, Qt::QueuedConnection);
    QCoreApplication::exec();
    if (result && trouble.isPresent())
        return core::Failure(trouble.error());
    return result;
}

} // namespace

Command serve()
{
    return {.words = QStringLiteral("serve"),
            .summary = QT_TRANSLATE_NOOP("CommandLine", "Sends without a display until SIGTERM or SIGINT, then finishes "
                                                        "what is in flight."),
            .run = [](const Invocation &invocation, Console &console) { return serve(invocation, console); }};
}

} // namespace app::commands
