// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// serve_peak_mb: the real program sends a million messages while its memory is watched from outside.

#include "tests/bench/measure.h"
#include "tests/bench/simulatorprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>

namespace tests::bench {

using namespace core;

namespace {

constexpr int clients = 1'000'000;
constexpr int lookEveryMs = 1000;

Failure failed(const QString &what, const Outcome &outcome)
{
    return Failure(Error::make(ErrorKind::Internal, "bench.command", {}, what + u' ' + QString::fromUtf8(outcome.err)));
}

/** A line of /proc/PID/status in MB (10⁶ bytes); 0 if the process is gone. */
double memory(qint64 pid, const QString &name)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QRegularExpression line(name + QStringLiteral(":\\s+(\\d+) kB"));
    return line.match(QString::fromLatin1(status.readAll())).captured(1).toDouble() * 1024 / 1e6;
}

bool writeClients(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("phone,name\n");
    for (int i = 0; i < clients; ++i)
        file.write("7999" + QByteArray::number(1'000'000 + i) + ",Anna\n");
    return file.flush();
}

} // namespace

Result<Reading> servePeak()
{
    Program program(QStringLiteral(HELIOGRAPH_BINARY));
    program.setSurroundings(endingWithUs());
    const auto words = [](const QString &line) { return line.split(u' '); };
    const QString file = program.path(QStringLiteral("clients.csv"));
    if (!writeClients(file))
        return Failure(Error::make(ErrorKind::Unavailable, "bench.file", {}, file));
    const SimulatorProcess simulator({});
    for (const QStringList &command :
         {QStringList{QStringLiteral("import"), file},
          words(QStringLiteral("gateway add main --kind http-json --connections 64 --url ") + simulator.url()),
          words(QStringLiteral("mailing create --text Hello,{name}!"))}) {
        const Outcome done = program.run(command, {}, 600'000);
        if (done.exitCode != 0)
            return failed(command.join(u' '), done);
    }

    QElapsedTimer timer;
    timer.start();
    const auto server = program.start({QStringLiteral("serve")});
    const auto waiting = program.start(words(QStringLiteral("mailing wait 1 --timeout 3000")));
    QList<double> resident;
    while (!waiting->waitForFinished(lookEveryMs))
        resident.append(memory(server->processId(), QStringLiteral("VmRSS")));
    const double seconds = double(timer.elapsed()) / 1000;
    const double peak = memory(server->processId(), QStringLiteral("VmHWM"));
    server->terminate();
    server->waitForFinished();
    if (waiting->exitCode() != 0)
        return failed(QStringLiteral("mailing wait"), {});

    QJsonArray tenths;
    for (int tenth = 0; tenth <= 10 && !resident.isEmpty(); ++tenth)
        tenths.append(resident.at((resident.size() - 1) * tenth / 10));
    return Reading{peak,
                   {{QStringLiteral("messages"), clients},
                    {QStringLiteral("seconds"), seconds},
                    {QStringLiteral("resident_mb_over_time"), tenths}}};
}

} // namespace tests::bench
