// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/connection.h"
#include "core/storage/integritycheck.h"
#include "core/storage/migrator.h"
#include "tests/e2e/sendingworkspace.h"
#include "tests/storage/testdatabase.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QtTest>

namespace tests {

namespace {

/** The moments come from HELIOGRAPH_KILL_SEED, which every run prints, so that a run can be repeated. */
quint32 seed()
{
    bool given = false;
    const quint32 wanted = qEnvironmentVariable("HELIOGRAPH_KILL_SEED").toUInt(&given);
    const quint32 chosen = given ? wanted : QRandomGenerator::system()->generate();
    qInfo("HELIOGRAPH_KILL_SEED=%u", chosen);
    return chosen;
}

constexpr int oldMessages = 30'000;

/** A database as the first release made it, with messages that the next step of the schema has to go through. */
core::Status makeFirstSchema(const core::storage::DatabaseUrl &url)
{
    using namespace core::storage;
    HELIOGRAPH_ASSIGN(const auto connection, Connection::open(url, Connection::Access::ReadWrite));
    HELIOGRAPH_TRY(Migrator(*connection, url, StatementCatalog::migrations(u"sqlite"_qs).first(1)).run());
    return connection->runText(
        u"INSERT INTO messages (mailing_id, phone, status, created_at) "
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) SELECT 1, i, 2, 1 FROM n"_qs.arg(
            oldMessages),
        u"test"_qs);
}

/** How many steps of the schema are done; -1: something is neither old nor new. */
core::Result<qint64> stepsDone(const core::storage::DatabaseUrl &url)
{
    using core::storage::Connection;
    HELIOGRAPH_ASSIGN(const auto connection, Connection::open(url, Connection::Access::ReadWrite));
    const qint64 steps = numberOf(*connection, u"SELECT count(*) FROM schema_migrations"_qs);
    const qint64 messages = numberOf(*connection, u"SELECT count(*) FROM messages"_qs);
    const qint64 columns =
        numberOf(*connection, u"SELECT count(*) FROM pragma_table_info('messages') WHERE name = 'ended_at'"_qs);
    HELIOGRAPH_ASSIGN(const QStringList damage, core::storage::integrityProblems(url));
    const bool whole = messages == oldMessages && damage.isEmpty() && columns == (steps > 1 ? 1 : 0);
    return whole ? steps : -1;
}

} // namespace

/** The sender is killed again and again while a mailing goes out; the gateway's log tells what became of it. */
class KillTest : public QObject
{
    Q_OBJECT

    static constexpr int clients = 8000;
    static constexpr int kills = 100;

    /** How long `serve` takes until it sends; on this machine, with these sanitizers. */
    static int startTime(const Program &program)
    {
        QElapsedTimer timer;
        timer.start();
        const auto server = program.start({QStringLiteral("serve")});
        QByteArray told;
        [&] { QTRY_VERIFY_WITH_TIMEOUT((told += server->readAllStandardOutput()).contains('\n'), 60'000); }();
        return int(timer.elapsed());
    }

    /** In milliseconds, on this machine and with its sanitizers. */
    static int duration(const Program &program, const QStringList &command)
    {
        QElapsedTimer timer;
        timer.start();
        const Outcome outcome = program.run(command);
        if (outcome.exitCode != 0)
            QTest::qFail(outcome.err.constData(), __FILE__, __LINE__);
        return std::max(1, int(timer.elapsed()));
    }

    /** Does nothing to a command that is faster. */
    static void killAt(int moment, const Program &program, const QStringList &command)
    {
        const auto process = program.start(command);
        process->waitForFinished(moment);
        process->kill();
        process->waitForFinished();
    }

private Q_SLOTS:
    void killedAHundredTimesNothingIsLostAndNothingGoesOutTwice()
    {
        QRandomGenerator random(seed());
        SendingWorkspace workspace(QStringLiteral(HELIOGRAPH_BINARY), clients);
        // Slow enough for work to be left at the last kill: at most 32 requests every 100 ms.
        workspace.startSimulator(
            QStringLiteral("--latency 40ms..160ms --status 500=5% --reset 3% --garbage 1% --hang 0.5% --seed 1"));
        workspace.addGateway(QStringLiteral("--connections 32"));
        const qint64 id = workspace.createMailing();
        const int start = startTime(workspace.program());

        int unready = 0;
        for (int kill = 0; kill < kills && !QTest::currentTestFailed(); ++kill) {
            // A quarter while it opens the database, takes the right to send and recovers; the rest while it sends.
            const bool early = kill % 4 == 0;
            const int moment = early ? random.bounded(start) : start + random.bounded(400);
            const auto server = workspace.program().start({QStringLiteral("serve")});
            QVERIFY2(!server->waitForFinished(moment), "serve ended by itself");
            server->kill(); // SIGKILL
            QVERIFY(server->waitForFinished(60'000));
            unready += server->readAllStandardOutput().isEmpty() ? 1 : 0;
            QVERIFY2(workspace.accepted() < clients, "nothing was left to send");
        }
        const qint64 acceptedBetween = workspace.accepted();

        workspace.changeFaults({{QStringLiteral("latency"), QStringLiteral("1ms..5ms")}});
        const auto server = workspace.program().start({QStringLiteral("serve")});
        workspace.waitFor(id);
        if (QTest::currentTestFailed())
            return;
        const LedgerComparison comparison = workspace.comparison(id);
        qInfo("killed %d times, %d of them before it sent, %lld accepted meanwhile; %s", kills, unready,
              static_cast<long long>(acceptedBetween), qPrintable(comparison.text()));
        QVERIFY2(comparison.isSound(), qPrintable(comparison.text()));
        QCOMPARE(comparison.messages, clients);
        QCOMPARE(workspace.problems(), QByteArray());
        QVERIFY2(acceptedBetween > clients / 10, "it was killed before it could work");
        // The gateway recognises repeats, so nothing has to stay unknown, however often we died.
        QCOMPARE(workspace.statistics(id)[u"sent"].toInt(), clients);
    }

    void killedWhileItMakesADatabaseTheNextStartGoesOn()
    {
        QRandomGenerator random(seed());
        const int whole = duration(Program(QStringLiteral(HELIOGRAPH_BINARY)), {u"statistics"_qs});
        for (int kill = 0; kill < 40; ++kill) {
            const Program program(QStringLiteral(HELIOGRAPH_BINARY));
            killAt(random.bounded(whole), program, {u"statistics"_qs});
            const Outcome shown = program.run({u"statistics"_qs});
            QVERIFY2(shown.exitCode == 0, shown.err);
            const Outcome checked = program.run({u"check"_qs});
            QVERIFY2(checked.exitCode == 0, checked.out + checked.err);
        }
    }

    void killedWhileItMigratesTheSchemaIsTheOldOneOrTheNewOne()
    {
        QRandomGenerator random(seed());
        const Program program(QStringLiteral(HELIOGRAPH_BINARY));
        const QString file = program.path(u"workspace.db"_qs);
        const auto url = core::storage::DatabaseUrl::sqliteFile(file);
        QVERIFY(makeFirstSchema(url));
        QVERIFY(QFile::copy(file, program.path(u"first.db"_qs)));
        const int whole = duration(program, {u"statistics"_qs});

        int old = 0;
        for (int kill = 0; kill < 30; ++kill) {
            for (const QString &ending : {u""_qs, u"-wal"_qs, u"-shm"_qs})
                QFile::remove(file + ending);
            QVERIFY(QFile::copy(program.path(u"first.db"_qs), file));
            killAt(random.bounded(whole), program, {u"statistics"_qs});
            const auto steps = stepsDone(url);
            QVERIFY2(steps && *steps > 0, "neither the old schema nor the new one");
            old += *steps == 1 ? 1 : 0;
            const Outcome shown = program.run({u"statistics"_qs});
            QVERIFY2(shown.exitCode == 0, shown.err);
            QVERIFY(stepsDone(url).value_or(-1) > 1);
        }
        qInfo("killed 30 times, %d of them before the new schema was there", old);
        QVERIFY2(old > 0, "it was never killed early enough");
    }

    void killedWhileImportingTheNextImportBringsTheRest()
    {
        constexpr int rows = 20'000;
        QRandomGenerator random(seed());
        const auto import = [](const Program &program) {
            return QStringList{u"import"_qs, program.path(u"clients.csv"_qs), u"--json"_qs};
        };
        const Program calm(QStringLiteral(HELIOGRAPH_BINARY));
        QVERIFY(writeClients(calm.path(u"clients.csv"_qs), rows));
        const int whole = duration(calm, import(calm));

        for (int round = 0; round < 5; ++round) {
            const Program program(QStringLiteral(HELIOGRAPH_BINARY));
            QVERIFY(writeClients(program.path(u"clients.csv"_qs), rows));
            for (int kill = 0; kill < 3; ++kill)
                killAt(random.bounded(whole), program, import(program));
            const QJsonDocument report = program.run(import(program)).json();
            QCOMPARE(report[u"new"].toInt() + report[u"unchanged"].toInt(), rows);
            QCOMPARE(program.run(import(program)).json()[u"unchanged"].toInt(), rows);
            const Outcome checked = program.run({u"check"_qs});
            QVERIFY2(checked.exitCode == 0, checked.out + checked.err);
        }
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::KillTest)
#include "killtest.moc"
