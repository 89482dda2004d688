// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include "app/commandtext.h"
#include "app/optionvalues.h"
#include "app/terminationsignals.h"
#include "core/simulator/simulator.h"

#include <QCoreApplication>

namespace app::commands {

namespace {

using core::simulator::FaultPlan;

constexpr int defaultPort = 8099;

core::Status isFault(const QString &option, const QString &value)
{
    return FaultPlan().set(option, value.isEmpty() ? QStringList() : QStringList{value});
}

core::Result<ExitCode> simulate(const Invocation &invocation, Console &console)
{
    FaultPlan plan;
    for (const QString &name : FaultPlan::optionNames()) {
        if (!invocation.has(name))
            continue;
        QStringList values = invocation.values(name);
        values.removeAll(QString()); // a flag
        HELIOGRAPH_TRY(plan.set(name, values));
    }
    core::simulator::Simulator simulator(plan);
    const int port = invocation.has(u"port"_qs) ? invocation.value(u"port"_qs).toInt() : defaultPort;
    HELIOGRAPH_ASSIGN(const quint16 listening, simulator.listen(static_cast<quint16>(port)));
    const QString url = u"http://127.0.0.1:%1/v1/send/"_qs.arg(listening);
    console.print(QJsonObject{{u"url"_qs, url}, {u"port"_qs, listening}});
    console.print(CommandText::tr("The simulator answers at %1 until it is stopped (Ctrl+C).").arg(url));
    const TerminationSignals stop;
    QObject::connect(&stop, &TerminationSignals::received, QCoreApplication::instance(), [] { QCoreApplication::quit(); });
    return QCoreApplication::exec() == 0 ? ExitCode::Done : ExitCode::Failed;
}

} // namespace

Command simulator()
{
    const auto faults = [](const char *name, const char *value, const char *help, bool repeatable = false) {
        return Option{.name = QString::fromLatin1(name),
                      .value = QString::fromLatin1(value),
                      .help = help,
                      .repeatable = repeatable,
                      .check = isFault};
    };
    return {
        .words = u"simulator"_qs,
        .options = {{.name = u"port"_qs,
                     .value = u"P"_qs,
                     .help = QT_TRANSLATE_NOOP("CommandLine", "default: 8099; 0: any that is free"),
                     .check = isWholeNumber(0, 65535)},
                    faults("latency", "TIME", QT_TRANSLATE_NOOP("CommandLine", "before each answer: 50ms or 20ms..80ms")),
                    faults("status", "CODE=SHARE", QT_TRANSLATE_NOOP("CommandLine", "an HTTP status, for instance 500=10%"),
                           true),
                    faults("hang", "SHARE", QT_TRANSLATE_NOOP("CommandLine", "no answer; SHARE: 10% or phone:79990000001")),
                    faults("garbage", "SHARE", QT_TRANSLATE_NOOP("CommandLine", "an answer that nobody can read")),
                    faults("empty", "SHARE", QT_TRANSLATE_NOOP("CommandLine", "an empty answer")),
                    faults("code1", "SHARE", QT_TRANSLATE_NOOP("CommandLine", "a readable no")),
                    faults("reset", "SHARE", QT_TRANSLATE_NOOP("CommandLine", "the connection is cut")),
                    faults("unauthorized", "", QT_TRANSLATE_NOOP("CommandLine", "always 401")),
                    faults("down", "FROM..TO",
                           QT_TRANSLATE_NOOP("CommandLine", "nobody listens between 30s..60s after the start")),
                    faults("retry-after", "SECONDS", QT_TRANSLATE_NOOP("CommandLine", "with every 429 and 503")),
                    faults("seed", "N", QT_TRANSLATE_NOOP("CommandLine", "other draws"))},
        .summary = QT_TRANSLATE_NOOP("CommandLine", "A gateway on this machine for tests and trials, as faulty as wanted."),
        .run = simulate};
}

} // namespace app::commands
