// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/backend.h"
#include "app/commandtext.h"
#include "app/databaselogin.h"
#include "app/logfile.h"
#include "app/restthread.h"
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

/** Once when sending stops for a reason that is not a gateway's, once when it goes on, and what waits for a time zone. */
class TroubleTeller
{
public:
    TroubleTeller(Console &console, core::storage::DatabaseUrl url) : m_console(console), m_url(std::move(url)) {}

    void look(const core::interfaces::EngineSnapshot &snapshot)
    {
        if (snapshot.unknownZones != std::exchange(m_unknownZones, snapshot.unknownZones) && !m_unknownZones.isEmpty())
            m_console.note(
                CommandText::tr("This computer does not know the time zone of some clients (%1). Messages that may "
                                "only go out at certain hours wait there. Update the system's time zone data "
                                "(tzdata) and start again, or give these clients another zone.")
                    .arg(m_unknownZones.join(QStringLiteral(", "))));
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
    QStringList m_unknownZones;
};

core::rest::ListenOptions listenOptions(const Invocation &invocation)
{
    core::rest::ListenOptions options;
    // Checked when the command line was read.
    options.address = core::rest::listenAddressFrom(invocation.value(QStringLiteral("listen"))).value_or(options.address);
    options.certificateFile = invocation.value(QStringLiteral("tls-certificate"));
    options.keyFile = invocation.value(QStringLiteral("tls-key"));
    options.insecureHttp = invocation.has(QStringLiteral("insecure-http"));
    return options;
}

/** Engine and, if asked for, REST, until a signal ends both. */
class Server
{
public:
    Server(Backend &backend, const core::Clock &clock, const Invocation &invocation, Console &console,
           const core::storage::DatabaseUrl &url)
        : m_engine(backend.engine()), m_trouble(console, url), m_console(console),
          m_isUnclaimed(backend.entrance() == core::services::Entrance::FirstPassword)
    {
        QObject::connect(&m_engine.monitor(), &core::interfaces::EngineMonitor::snapshotTaken, &m_engine,
                         [this](const core::interfaces::EngineSnapshot &snapshot) {
                             if (m_result) // else that is what is told
                                 m_trouble.look(snapshot);
                         });
        QObject::connect(&m_signals, &TerminationSignals::received, &m_engine, [this] { stop(); });
        QObject::connect(&m_engine, &Engine::rightDecided, &m_engine, [this](bool mine) { tellRight(m_console, mine); });
        QObject::connect(&m_engine, &Engine::failed, &m_engine, [this](const core::Error &error) { fail(error); });
        QObject::connect(&m_engine, &Engine::stopped, &m_engine, [this] { partStopped(); });
        if (!invocation.has(QStringLiteral("listen")))
            return;
        m_rest.emplace(backend, clock);
        QObject::connect(&*m_rest, &RestThread::listening, &m_engine, [this](const QString &address) {
            m_console.printAlways(CommandText::tr("REST at %1; its description: %1/docs/").arg(address));
        });
        QObject::connect(&*m_rest, &RestThread::failed, &m_engine, [this](const core::Error &error) { fail(error); });
        QObject::connect(&*m_rest, &RestThread::stopped, &m_engine, [this] { partStopped(); });
        m_rest->start(listenOptions(invocation));
    }

    Result<ExitCode> run()
    {
        if (m_isUnclaimed)
            m_console.note(
                CommandText::tr("Nobody can sign in to this workspace yet. Set a password in its window, or with: "
                                "heliograph user passwd local@localhost --password-stdin"));
        QMetaObject::invokeMethod(&m_engine, &Engine::start, Qt::QueuedConnection);
        QCoreApplication::exec();
        if (m_result && m_trouble.isPresent())
            return core::Failure(m_trouble.error());
        return m_result;
    }

private:
    void stop()
    {
        if (std::exchange(m_partsRunning, m_rest ? 2 : 1) > 0)
            return; // it is stopping already
        m_engine.stop();
        if (m_rest)
            m_rest->stop();
    }
    void fail(const core::Error &error)
    {
        m_result = core::Failure(error);
        stop();
    }
    void partStopped()
    {
        if (--m_partsRunning <= 0)
            QMetaObject::invokeMethod(
                qApp, [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    }

    Engine &m_engine;
    const TerminationSignals m_signals;
    TroubleTeller m_trouble;
    Console &m_console;
    const bool m_isUnclaimed; ///< as it was when the workspace was opened
    std::optional<RestThread> m_rest;
    Result<ExitCode> m_result = ExitCode::Done;
    int m_partsRunning = 0; ///< once it is stopping
};

Result<ExitCode> serve(const Invocation &invocation, Console &console)
{
    const core::SystemClock clock;
    LogFile log(LogFile::defaultDirectory(), logLimits(invocation), clock);
    HELIOGRAPH_TRY(log.open());
    const LogRedirection redirection(log, invocation.has(QStringLiteral("verbose")));
    HELIOGRAPH_ASSIGN(auto url, workspaceUrl(invocation));
    const auto keyring = std::make_shared<core::secrets::SystemKeyring>();
    const auto backend = openedWithKeptPassword(url, *keyring, [&clock, &keyring](const core::storage::DatabaseUrl &tried) {
        return Backend::open(tried, clock, keyring);
    });
    if (!backend)
        return core::Failure(withPath(backend.error(), url));
    return Server(**backend, clock, invocation, console, url).run();
}

core::Status isListenAddress(const QString &option, const QString &value)
{
    auto address = core::rest::listenAddressFrom(value);
    if (address)
        return {};
    core::Error error = std::move(address.error());
    for (core::FieldError &field : error.fields)
        field.field = option;
    return core::Failure(std::move(error));
}

core::Status needsListen(const Invocation &invocation)
{
    const bool listens = invocation.has(QStringLiteral("listen"));
    for (const QString &option :
         {QStringLiteral("tls-certificate"), QStringLiteral("tls-key"), QStringLiteral("insecure-http")}) {
        if (invocation.has(option) && !listens)
            return core::Failure(core::Error::invalidField("listen", "json:missing"));
    }
    if (invocation.has(QStringLiteral("tls-certificate")) != invocation.has(QStringLiteral("tls-key")))
        return core::Failure(core::Error::invalidField(
            invocation.has(QStringLiteral("tls-key")) ? "tls-certificate" : "tls-key", "json:missing"));
    return {};
}

} // namespace

Command serve()
{
    return {
        .words = QStringLiteral("serve"),
        .options = {{.name = QStringLiteral("listen"),
                     .value = QStringLiteral("ADDR:PORT"),
                     .help = QT_TRANSLATE_NOOP("CommandLine", "answer REST there, for instance 127.0.0.1:8080"),
                     .check = isListenAddress},
                    {.name = QStringLiteral("tls-certificate"),
                     .value = QStringLiteral("FILE"),
                     .help = QT_TRANSLATE_NOOP("CommandLine", "certificate chain (PEM) for an address beyond this machine")},
                    {.name = QStringLiteral("tls-key"),
                     .value = QStringLiteral("FILE"),
                     .help = QT_TRANSLATE_NOOP("CommandLine", "its private key (PEM)")},
                    {.name = QStringLiteral("insecure-http"),
                     .help = QT_TRANSLATE_NOOP("CommandLine", "plain HTTP also beyond this machine")}},
        .checkAll = needsListen,
        .summary = QT_TRANSLATE_NOOP("CommandLine", "Sends without a display until SIGTERM or SIGINT, then finishes "
                                                    "what is in flight."),
        .run = [](const Invocation &invocation, Console &console) { return serve(invocation, console); }};
}

} // namespace app::commands
