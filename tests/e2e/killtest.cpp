// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/sendingworkspace.h"

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
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::KillTest)
#include "killtest.moc"
