// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// server_ratio: what the real program sends from a PostgreSQL, alone and by two processes, over what it sends from SQLite.

#include "tests/bench/measure.h"
#include "tests/bench/simulatorprocess.h"
#include "tests/storage/postgresserver.h"

#include <QElapsedTimer>
#include <QFile>

namespace tests::bench {

using namespace core;

namespace {

constexpr int clients = 100'000;

QStringList split(const QString &line)
{
    return line.split(u' ');
}

Failure failed(const QString &what, const Outcome &outcome)
{
    return Failure(Error::make(ErrorKind::Internal, "bench.command", {}, what + u' ' + QString::fromUtf8(outcome.err)));
}

/**
 * Messages per second, from the moment the mailing is there until it is finished.
 * @param database  blank: an SQLite file
 */
Result<double> rateOf(const QString &database, int processes)
{
    Program program(QStringLiteral(HELIOGRAPH_BINARY));
    Surroundings surroundings = endingWithUs();
    if (!database.isEmpty())
        surroundings.environment.insert(QStringLiteral("HELIOGRAPH_DATABASE"), database);
    program.setSurroundings(surroundings);
    const QString path = program.path(QStringLiteral("clients.csv"));
    QFile file(path);
    QByteArray rows("phone\n");
    for (int i = 0; i < clients; ++i)
        rows += "7999" + QByteArray::number(1'000'000 + i) + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(rows) != rows.size() || !file.flush())
        return Failure(Error::make(ErrorKind::Unavailable, "bench.file", {}, path));

    const SimulatorProcess simulator({});
    for (const QStringList &command :
         {QStringList{QStringLiteral("import"), path},
          split(QStringLiteral("gateway add main --kind http-json --connections 64 --url ") + simulator.url())}) {
        if (const Outcome done = program.run(command, {}, 600'000); done.exitCode != 0)
            return failed(command.join(u' '), done);
    }
    std::vector<std::unique_ptr<QProcess>> senders;
    for (int i = 0; i < processes; ++i) {
        senders.push_back(program.start({QStringLiteral("serve")}));
        senders.back()->waitForReadyRead(30'000); // it says that it sends
    }
    QElapsedTimer timer;
    timer.start();
    if (const Outcome created = program.run(split(QStringLiteral("mailing create --text Hello"))); created.exitCode != 0)
        return failed(QStringLiteral("mailing create"), created);
    const Outcome waited = program.run(split(QStringLiteral("mailing wait 1 --timeout 600")), {}, 660'000);
    if (waited.exitCode != 0)
        return failed(QStringLiteral("mailing wait"), waited);
    return 1000.0 * clients / double(timer.elapsed());
}

} // namespace

Result<Reading> serverRatio()
{
    PostgresServer server(QStringList{});
    HELIOGRAPH_ASSIGN(const double file, rateOf({}, 1));
    HELIOGRAPH_ASSIGN(const double one, rateOf(server.createWorkspace().text(), 1));
    HELIOGRAPH_ASSIGN(const double two, rateOf(server.createWorkspace().text(), 2));
    return Reading{one / file,
                   {{QStringLiteral("messages"), clients},
                    {QStringLiteral("sqlite_per_second"), file},
                    {QStringLiteral("postgresql_per_second"), one},
                    {QStringLiteral("two_processes_per_second"), two},
                    {QStringLiteral("two_processes_ratio"), two / file}}};
}

} // namespace tests::bench
