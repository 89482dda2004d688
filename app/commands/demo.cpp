// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commands/statisticstext.h"
#include "app/commandtext.h"
#include "app/demoworkspace.h"
#include "app/desktop.h"
#include "app/logfile.h"
#include "app/optionvalues.h"
#include "app/terminationsignals.h"
#include "core/json/statisticsjson.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QTimer>

namespace app::commands {

namespace {

using core::Result;
using core::domain::MailingState;
using core::domain::MailingStatistics;
using core::domain::MessageStatus;

constexpr std::chrono::milliseconds lookInterval{1000};

/** Runs the demo in the terminal: a line of progress a second while there is some, the statistics at the end. */
class TerminalDemo
{
public:
    TerminalDemo(DemoWorkspace &demo, Console &console) : m_demo(demo), m_console(console)
    {
        QObject::connect(&m_demo, &DemoWorkspace::ready, &m_context, [this](core::MailingId id) {
            m_mailing = id;
            m_timer.start(lookInterval);
        });
        QObject::connect(&m_demo, &DemoWorkspace::failed, &m_context,
                         [this](const core::Error &error) { end(core::Failure(error)); });
        QObject::connect(&m_timer, &QTimer::timeout, &m_context, [this] { look(); });
        QObject::connect(&m_signals, &TerminationSignals::received, &m_context,
                         [this] { end(core::Failure(core::Error::make(core::ErrorKind::Cancelled, "demo.interrupted"))); });
        QObject::connect(
            &m_demo.backend().engine(), &Engine::stopped, &m_context, [] { QCoreApplication::exit(); },
            Qt::QueuedConnection);
    }

    Result<ExitCode> run()
    {
        m_console.note(CommandText::tr("A throw-away workspace with sample clients and a simulated gateway."));
        m_demo.backend().engine().start();
        m_demo.fill();
        QCoreApplication::exec();
        return m_result;
    }

private:
    void look()
    {
        m_demo.backend().services().statistics.mailing(m_mailing).then(&m_context,
                                                                       [this](const Result<MailingStatistics> &now) {
                                                                           if (!now)
                                                                               end(core::Failure(now.error()));
                                                                           else
                                                                               tell(*now);
                                                                       });
    }

    void tell(const MailingStatistics &now)
    {
        const QString counts = CommandText::tr("%1 of %2 done   %3 sent   %4 waiting")
                                   .arg(now.counts.done())
                                   .arg(now.counts.total())
                                   .arg(now.counts[MessageStatus::Sent])
                                   .arg(now.counts[MessageStatus::Pending]);
        m_console.noteChange(counts, u"   "_qs + CommandText::tr("%1/s", "messages a second").arg(now.rate, 0, 'f', 1));
        if (now.state != MailingState::Finished)
            return;
        m_console.print(core::json::toJson(now));
        m_console.print(countsText(now.counts));
        if (now.counts[MessageStatus::Expired] > 0)
            m_console.note(CommandText::tr("The expired ones live where it is outside of the mailing's hours now."));
        end(ExitCode::Done);
    }

    void end(const Result<ExitCode> &result)
    {
        if (std::exchange(m_ended, true))
            return;
        m_timer.stop();
        m_result = result;
        m_demo.backend().engine().stop();
    }

    DemoWorkspace &m_demo;
    Console &m_console;
    QObject m_context;
    TerminationSignals m_signals;
    QTimer m_timer;
    core::MailingId m_mailing;
    Result<ExitCode> m_result = ExitCode::Failed;
    bool m_ended = false;
};

Result<ExitCode> demo(const Invocation &invocation, Console &console)
{
    const core::SystemClock clock;
    const int clients = invocation.has(QStringLiteral("clients")) ? invocation.value(QStringLiteral("clients")).toInt()
                                                                  : DemoWorkspace::defaultClients;
    HELIOGRAPH_ASSIGN(const auto workspace, DemoWorkspace::create(clients, clock));
    LogFile log(workspace->folder() + QStringLiteral("/log"), logLimits(invocation), clock);
    HELIOGRAPH_TRY(log.open());
    const LogRedirection redirection(log, invocation.has(QStringLiteral("verbose")));
    const bool hasDisplay = qobject_cast<QGuiApplication *>(QCoreApplication::instance()) != nullptr;
    if (hasDisplay && !console.isJson())
        return runDesktop(*workspace, invocation);
    return TerminalDemo(*workspace, console).run();
}

} // namespace

Command demo()
{
    return {.words = QStringLiteral("demo"),
            .options = {{.name = QStringLiteral("clients"),
                         .value = QStringLiteral("N"),
                         .help = QT_TRANSLATE_NOOP("CommandLine", "number of sample clients (400)"),
                         .check = isWholeNumber(0, DemoWorkspace::mostClients)}},
            .summary = QT_TRANSLATE_NOOP("CommandLine",
                                         "Shows a mailing being sent in a throw-away workspace; ends within a minute."),
            .run = [](const Invocation &invocation, Console &console) { return demo(invocation, console); },
            .surface = Surface::WindowIfPossible};
}

} // namespace app::commands
