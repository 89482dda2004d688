// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/presence.h"
#include "tests/dispatch/runningengine.h"

using namespace std::chrono_literals;

namespace tests {

/** Outages, jumping clocks, sleep, and clocks that are put forward and back for summer. */
class DispatcherClockTest : public QObject
{
    Q_OBJECT

    static void verifyNothingWentOutTwice(Engine &engine)
    {
        QMap<core::domain::PhoneNumber, int> requests;
        for (const ScriptedRequest &request : engine.script().requests())
            ++requests[request.phone];
        for (const int times : std::as_const(requests))
            QCOMPARE(times, 1);
    }

private Q_SLOTS:
    void anOutageLosesNothing_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<qint64>("step");
        QTest::addColumn<bool>("hangs");
        QTest::newRow("five minutes, refused") << 300LL << 500LL << false;
        QTest::newRow("five minutes, silent") << 300LL << 500LL << true;
        QTest::newRow("five days, refused") << 5 * 86400LL << 60'000LL << false;
        QTest::newRow("five days, silent") << 5 * 86400LL << 60'000LL << true;
    }
    void anOutageLosesNothing()
    {
        QFETCH(qint64, seconds);
        QFETCH(qint64, step);
        QFETCH(bool, hangs);
        constexpr int clients = 40;
        Engine engine(clients);
        const auto start = engine.clock.now();
        const std::chrono::seconds outage{seconds};
        const MailingId patient = engine.add(aMailing().text(QStringLiteral("patient")).times(start, start + outage + 2h));
        const MailingId brief = engine.add(aMailing().text(QStringLiteral("brief")).times(start, start + outage / 2));
        engine.script().always(hangs ? GatewayStep::hang() : GatewayStep::fail(AnswerKind::Transient));
        engine.start();
        engine.pass(30s);
        engine.pass(outage - 30s, core::Milliseconds{step});
        QCOMPARE(engine.workspace.gateways.find(engine.gateway)->state.breaker, BreakerState::Open);
        const StatusCounts lost = engine.counts(brief);
        // Nothing but its end has ended anything: what may have been accepted is unknown, the rest expired.
        QCOMPARE(lost[MessageStatus::Expired] + lost[MessageStatus::Unknown], clients);
        if (!hangs)
            QCOMPARE(lost[MessageStatus::Expired], clients);
        QCOMPARE(engine.counts(patient)[MessageStatus::Failed], 0);
        engine.script().always(GatewayStep::accept());
        engine.script().answerHanging(GatewayStep::accept());
        engine.pass(20min, 1s);
        QCOMPARE(engine.counts(patient)[MessageStatus::Sent], clients);
        QCOMPARE(engine.workspace.gateways.find(engine.gateway)->state.breaker, BreakerState::Closed);
        for (const int times : engine.script().accepted())
            QCOMPARE(times, 1);
    }

    void aWrongClockStartsAndEndsNothing()
    {
        Engine engine;
        const auto now = engine.clock.now();
        const MailingId due = engine.add(aMailing().times(now - 1min, now + 1h));
        const MailingId over = engine.add(aMailing().text(QStringLiteral("over")).times(now - 2h, now - 1h));
        engine.workspace.data.serverTime = now - 3h;
        engine.start();
        engine.settle();
        QCOMPARE(engine.state(due), MailingState::Scheduled);
        QCOMPARE(engine.state(over), MailingState::Scheduled);

        engine.workspace.data.serverTime = now;
        engine.dispatcher.findChild<core::dispatch::Presence *>()->beat();
        engine.pass(2s);
        QCOMPARE(engine.state(over), MailingState::Finished);
        QCOMPARE(engine.state(due), MailingState::Finished);
        QCOMPARE(engine.counts(due)[MessageStatus::Sent], 3);
    }

    void aClockThatJumpsBackNeverSendsTwice()
    {
        Engine engine(60);
        const auto start = engine.clock.now();
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.rate = 10; });
        engine.script().always(GatewayStep::accept().after(300ms));
        const MailingId id = engine.add(aMailing().times(start - 3h, start + 10h));
        engine.start();
        engine.pass(2s);
        engine.clock.jump(-1h);
        engine.pass(2s);
        engine.clock.jump(-1h);
        engine.pass(6s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 60);
        verifyNothingWentOutTwice(engine);
    }

    void aClockThatJumpsForwardExpiresAndSendsNothingLate()
    {
        Engine engine(60);
        const auto start = engine.clock.now();
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.rate = 10; });
        const MailingId id = engine.add(aMailing().times(start, start + 1h));
        engine.start();
        engine.pass(2s);
        const auto begun = engine.script().requests().size();
        engine.clock.jump(2h);
        engine.pass(2s);
        QCOMPARE(engine.script().requests().size(), begun);
        QCOMPARE(engine.state(id), MailingState::Finished);
        QCOMPARE(engine.counts(id)[MessageStatus::Expired], 60 - begun);
        verifyNothingWentOutTwice(engine);
    }

    void whatIsOpenIsCutWhenTheClockJumpsOverTheEnd()
    {
        Engine engine(2);
        const auto start = engine.clock.now();
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.timeout = std::chrono::seconds{300}; });
        engine.script().always(GatewayStep::hang());
        const MailingId id = engine.add(aMailing().times(start, start + 1h));
        engine.start();
        engine.pass(1s);
        QCOMPARE(engine.script().openRequests(), 2);
        engine.clock.jump(2h);
        engine.pass(1s);
        QCOMPARE(engine.script().openRequests(), 0);
        QCOMPARE(engine.counts(id)[MessageStatus::Unknown], 2);
    }

    void afterSleepEverythingDueIsCaughtUpAtOnce()
    {
        Engine engine(3);
        const auto start = engine.clock.now();
        const MailingId slept = engine.add(aMailing().text(QStringLiteral("slept")).times(start + 1h, start + 2h));
        const MailingId due = engine.add(aMailing().text(QStringLiteral("due")).times(start + 3h, start + 20h));
        engine.start();
        engine.pass(1s);
        engine.clock.jump(8h); // asleep: the monotonic clock stood still
        engine.pass(1s);
        QCOMPARE(engine.counts(slept)[MessageStatus::Expired], 3);
        QCOMPARE(engine.counts(due)[MessageStatus::Sent], 3);
    }

    void aRetryIsDueAfterSleep()
    {
        Engine engine(1);
        const auto start = engine.clock.now();
        engine.script().next(GatewayStep::fail(AnswerKind::Transient, 500));
        const MailingId id = engine.add(aMailing().times(start, start + 20h));
        engine.start();
        engine.pass(300ms);
        engine.clock.jump(8h);
        engine.pass(1s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 1);
    }

    void theWindowIsLookedAtAgainWhenARequestBegins()
    {
        Engine engine(40);
        const auto start = engine.clock.now(); // 11:00 in Moscow
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.rate = 4; });
        const auto window = core::domain::SendWindow::create(9 * 60, 11 * 60 + 1, {}); // shuts in a minute
        const MailingId id = engine.add(aMailing().times(start, start + 48h).window(*window));
        engine.start();
        engine.pass(58s, 500ms);
        engine.clock.jump(1500ms);
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.rate.reset(); });
        (void)engine.workspace.clients.insert(aClient().phone(99));
        engine.pass(30s);
        for (const ScriptedRequest &request : engine.script().requests())
            QVERIFY2(request.at < start + 1min, qPrintable(core::toIso(request.at)));
        QVERIFY(engine.counts(id)[MessageStatus::Pending] == 0 || engine.counts(id)[MessageStatus::Sent] > 0);
    }

    void whatTimeItIsInAnUnknownZoneNobodyGuesses()
    {
        Engine engine(1);
        const auto start = engine.clock.now();
        (void)*engine.workspace.clients.insert(aClient().phone(99).timezone(QStringLiteral("Europe/Atlantis")));
        const auto window = core::domain::SendWindow::create(0, 24 * 60, {});
        const MailingId id = engine.add(aMailing().times(start, start + 1h).window(*window));
        core::interfaces::EngineSnapshot seen;
        QObject::connect(&engine.dispatcher, &Dispatcher::snapshotTaken, &engine.dispatcher,
                         [&seen](const core::interfaces::EngineSnapshot &snapshot) { seen = snapshot; });
        engine.start();
        engine.pass(59min, 30s);
        QCOMPARE(engine.script().requests().size(), 1);
        QCOMPARE(engine.counts(id)[MessageStatus::Pending], 1);
        QTRY_COMPARE(seen.unknownZones, QStringList{QStringLiteral("Europe/Atlantis")});
        engine.pass(2min, 30s);
        QCOMPARE(engine.counts(id)[MessageStatus::Expired], 1);
        QTRY_COMPARE(seen.unknownZones, QStringList());
    }

    void summerTimeMovesTheWindow_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("opens");
        // Berlin puts its clocks forward on 2024-03-31 at 01:00Z, and back on 2024-10-27 at 01:00Z.
        QTest::newRow("forward: 09:00 is 07:00Z")
            << QStringLiteral("2024-03-30T20:00:00Z") << QStringLiteral("2024-03-31T07:00:00Z");
        QTest::newRow("back: 09:00 is 08:00Z")
            << QStringLiteral("2024-10-26T20:00:00Z") << QStringLiteral("2024-10-27T08:00:00Z");
    }
    void summerTimeMovesTheWindow()
    {
        QFETCH(QString, now);
        QFETCH(QString, opens);
        const core::Instant begin = at(now.toLatin1().constData());
        const core::Instant opening = at(opens.toLatin1().constData());
        Engine engine(0);
        engine.clock.jump(begin - engine.clock.now());
        (void)*engine.workspace.clients.insert(aClient().phone(1).timezone(QStringLiteral("Europe/Berlin")));
        const auto window = core::domain::SendWindow::create(9 * 60, 18 * 60, {});
        engine.add(aMailing().times(begin, begin + 48h).window(*window));
        engine.start();
        engine.pass(opening - begin + 1min, 30s);
        QCOMPARE(engine.script().requests().size(), 1);
        QVERIFY(engine.script().requests().first().at >= opening);
        QVERIFY(engine.script().requests().first().at <= opening + 31s);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::DispatcherClockTest)
#include "dispatcherclocktest.moc"
