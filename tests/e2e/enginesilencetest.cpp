// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/realengine.h"

using namespace std::chrono_literals;
using core::MailingId;
using core::domain::MailingState;
using core::domain::MessageStatus;
using core::services::MailingService;

namespace tests {

/** Pause, cancel and delete silence a mailing within a second, whatever is queued and whoever does it. */
class EngineSilenceTest : public QObject
{
    Q_OBJECT

    static constexpr int clients = 3000;

    static core::domain::Actor operatorOfTheTest() { return {{}, QStringLiteral("test"), core::domain::Role::Admin}; }

    static core::Result<core::domain::Mailing> act(const QString &action, core::storage::Workspace &workspace,
                                                   const core::Clock &clock, MailingId id)
    {
        MailingService service(workspace.executor(), clock);
        if (action == u"pause")
            return service.pause(operatorOfTheTest(), id).takeResult();
        if (action == u"cancel")
            return service.cancel(operatorOfTheTest(), id, false).takeResult();
        return service.remove(operatorOfTheTest(), id).takeResult();
    }

private Q_SLOTS:
    void silenceComesWithinASecond_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<bool>("elsewhere");
        QTest::addColumn<std::optional<double>>("rate");
        for (const char *action : {"pause", "cancel", "delete"}) {
            for (const bool elsewhere : {false, true})
                QTest::addRow("%s %s", action, elsewhere ? "by another process" : "here")
                    << QString::fromLatin1(action) << elsewhere << std::optional<double>();
        }
        QTest::newRow("pause of what a rate holds up") << QStringLiteral("pause") << false << std::optional(50.0);
    }
    void silenceComesWithinASecond()
    {
        QFETCH(QString, action);
        QFETCH(bool, elsewhere);
        QFETCH(std::optional<double>, rate);
        const SimulatorThread simulator({QStringLiteral("--latency"), QStringLiteral("50ms")});
        GatewayBuilder gateway = aGateway().connections(16).timeout(5s);
        if (rate)
            gateway.rate(*rate);
        RealEngine engine(clients, simulator, gateway);
        // Another process has the same file open and learns of changes from it alone.
        const auto other = elsewhere ? *core::storage::Workspace::open(engine.url()) : nullptr;
        const MailingId id = engine.schedule(aMailing());
        engine.start();
        QTRY_VERIFY_WITH_TIMEOUT(engine.count(id, MessageStatus::Sent) > 50, 30'000);
        QVERIFY(act(action, elsewhere ? *other : engine.workspace(), engine.clock(), id));
        const core::Instant done = engine.clock().now();
        // Silence: nothing is open, and two readings of the gateway's log that lie a second apart are equal.
        QTRY_COMPARE_WITH_TIMEOUT(engine.count(id, MessageStatus::Sending), 0, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(engine.clock().now() > done + 2s, 10'000);
        const auto log = simulator.log();
        const auto late = log.last().at - done;
        qInfo("the last request came %lld ms after the answer", qint64{late.count()});
        QVERIFY(late <= 1s);
        QVERIFY2(log.size() < clients, "there was nothing left to silence");
        QCOMPARE(engine.count(id, MessageStatus::Sent), log.size());
        if (action == u"pause") {
            QCOMPARE(engine.count(id, MessageStatus::Pending), clients - log.size());
        } else {
            QTRY_COMPARE_WITH_TIMEOUT(engine.count(id, MessageStatus::Cancelled), clients - log.size(), 10'000);
        }
        QCOMPARE(engine.check().problems, QStringList());
    }

    void whatWasPausedGoesOnAndNothingGoesOutTwice()
    {
        constexpr int few = 600;
        const SimulatorThread simulator({QStringLiteral("--latency"), QStringLiteral("50ms")});
        RealEngine engine(few, simulator, aGateway().connections(16).timeout(5s));
        const MailingId id = engine.schedule(aMailing());
        engine.start();
        QTRY_VERIFY_WITH_TIMEOUT(engine.count(id, MessageStatus::Sent) > 50, 30'000);
        QVERIFY(act(QStringLiteral("pause"), engine.workspace(), engine.clock(), id));
        QTRY_COMPARE_WITH_TIMEOUT(engine.count(id, MessageStatus::Sending), 0, 10'000);
        QVERIFY(MailingService(engine.workspace().executor(), engine.clock()).resume(operatorOfTheTest(), id).takeResult());
        QTRY_COMPARE_WITH_TIMEOUT(engine.statistics(id).state, MailingState::Finished, 60'000);
        QCOMPARE(simulator.log().size(), few);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::EngineSilenceTest)
#include "enginesilencetest.moc"
