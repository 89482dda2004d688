// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/dispatch/runningengine.h"

using namespace std::chrono_literals;

namespace tests {

/** What becomes of messages when the gateway, the disk, the clock or the program fails. */
class DispatcherTroubleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatsWhatFailedUnderTheSameIdUntilItIsAccepted()
    {
        Engine engine(1);
        engine.script().next(GatewayStep::fail(AnswerKind::Transient, 500), 2);
        const MailingId id = engine.add();
        engine.start();
        engine.pass(10s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 1);
        QCOMPARE(engine.script().requests().size(), 3);
        QCOMPARE(engine.script().requests()[0].requestId, engine.script().requests()[2].requestId);
        QVERIFY(engine.script().requests()[1].at - engine.script().requests()[0].at >= 1600ms);
    }

    void aLieOfAGatewayThatDoesNotRecogniseRepeatsBecomesUnknown()
    {
        Engine engine(1);
        engine.script().setRecognisesRepeats(false);
        engine.script().always(GatewayStep::lie());
        const MailingId id = engine.add();
        engine.start();
        engine.pass(5s);
        QCOMPARE(engine.counts(id)[MessageStatus::Unknown], 1);
        QCOMPARE(engine.script().requests().size(), 1);
    }

    void aGatewayThatIsDownLosesNothing()
    {
        Engine engine(30);
        engine.script().always(GatewayStep::fail(AnswerKind::Transient));
        const MailingId id = engine.add();
        engine.start();
        engine.pass(60s);
        QCOMPARE(engine.workspace.gateways.find(engine.gateway)->state.breaker, BreakerState::Open);
        QVERIFY2(engine.script().requests().size() < 20, "only probes go out while it is open");
        QCOMPARE(engine.counts(id)[MessageStatus::Failed], 0);
        engine.script().always(GatewayStep::accept());
        engine.pass(90s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 30);
        QCOMPARE(engine.workspace.gateways.find(engine.gateway)->state.breaker, BreakerState::Closed);
    }

    void aRefusedTokenStopsTheGatewayUntilItIsMended()
    {
        Engine engine(10);
        engine.script().always(GatewayStep::fail(AnswerKind::RefusedUs, 401));
        const MailingId id = engine.add();
        engine.start();
        engine.pass(5s);
        QCOMPARE(engine.workspace.gateways.find(engine.gateway)->state.breaker, BreakerState::Attention);
        QCOMPARE(engine.counts(id)[MessageStatus::Pending], 10);
        QVERIFY(engine.script().requests().size() <= 4);
        engine.script().always(GatewayStep::accept());
        engine.closeByHand();
        engine.pass(2s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 10);
    }

    void aMissingKeyStopsSendingAndSaysSo()
    {
        Engine engine(3);
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.sealedSecret = "sealed"; });
        engine.secrets.keyMissing = true;
        const MailingId id = engine.add();
        engine.start();
        engine.pass(1s);
        QCOMPARE(engine.workspace.gateways.find(engine.gateway)->state.breaker, BreakerState::KeyMissing);
        QCOMPARE(engine.counts(id)[MessageStatus::Pending], 3);
        engine.secrets.keyMissing = false;
        engine.closeByHand();
        engine.pass(1s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 3);
    }

    void theEndOfAMailingTellsNothingAboutTheGateway()
    {
        Engine engine(8);
        engine.script().always(GatewayStep::hang());
        const auto start = engine.clock.now();
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.connections = 8; });
        const MailingId id = engine.add(aMailing().times(start, start + 2s));
        engine.start();
        engine.pass(3s);
        QCOMPARE(engine.counts(id)[MessageStatus::Unknown], 8);
        QCOMPARE(engine.workspace.gateways.find(engine.gateway)->state.breaker, BreakerState::Closed);
    }

    void aClockThatJumpsBackDoesNotSilenceAThrottledGateway()
    {
        Engine engine(2);
        engine.script().next(GatewayStep::throttle(2s), 2);
        const MailingId id = engine.add(aMailing().times(engine.clock.now() - 10h, engine.clock.now() + 10h));
        engine.start();
        engine.pass(500ms);
        engine.clock.jump(-1h);
        engine.script().always(GatewayStep::accept());
        engine.pass(500ms);
        engine.clock.jump(1h);
        engine.pass(4s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 2);
    }

    void sleepDoesNotPutAMessageInHandTwice()
    {
        Engine engine(6);
        engine.script().setRecognisesRepeats(false); // four are marked, two stay claimed
        engine.script().always(GatewayStep::hang());
        const MailingId id = engine.add(aMailing().times(engine.clock.now(), engine.clock.now() + 24h));
        engine.start();
        engine.pass(300ms);
        engine.clock.jump(10min); // leases have run out
        engine.clock.advance(1s);
        engine.touch(id); // and the dispatcher claims before its clock ticks
        engine.script().next(GatewayStep::fail(AnswerKind::Transient, 500), 2);
        engine.script().always(GatewayStep::accept());
        engine.script().answerHanging(GatewayStep::accept());
        engine.pass(5s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 6);
        QCOMPARE(engine.script().requests().size(), 8);
        QHash<qint64, core::Ticks> last;
        for (const ScriptedRequest &request : engine.script().requests()) {
            if (last.contains(request.requestId))
                QVERIFY2(request.ticks - last[request.requestId] >= 1500ms, "a second copy does not wait for its retry");
            last[request.requestId] = request.ticks;
        }
    }

    void aDisabledGatewayGivesBackWhatHasNotBegun()
    {
        Engine engine(40);
        engine.script().always(GatewayStep::accept().after(300ms));
        const MailingId id = engine.add();
        engine.start();
        engine.pass(100ms);
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.enabled = false; });
        engine.pass(2s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sending], 0);
        const qint64 sent = engine.counts(id)[MessageStatus::Sent];
        QVERIFY(sent < 40);
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.enabled = true; });
        engine.pass(5s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 40);
        QCOMPARE(engine.script().requests().size(), 40);
    }

    void throttlingHoldsTheGatewayBack()
    {
        Engine engine(5);
        engine.script().next(GatewayStep::throttle(3s), 4);
        const MailingId id = engine.add();
        engine.start();
        engine.pass(2s);
        QCOMPARE(engine.script().requests().size(), 4);
        engine.pass(3s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 5);
        QCOMPARE(
            engine.workspace.messages.find(engine.workspace.messages.page({.mailing = id}, {})->rows.last().id)->attempts,
            1);
    }

    void aFullDiskStopsSendingAndLosesNothing()
    {
        Engine engine(10);
        const MailingId id = engine.add();
        engine.script().always(GatewayStep::accept().after(300ms));
        engine.start();
        engine.pass(200ms);
        engine.workspace.executor.failWrites(core::Error::make(core::ErrorKind::Unavailable, "database.full"));
        QSignalSpy snapshots(&engine.dispatcher, &Dispatcher::snapshotTaken);
        engine.pass(2s);
        QCOMPARE(engine.script().requests().size(), 4);
        QVERIFY(!snapshots.isEmpty());
        QCOMPARE(snapshots.last().first().value<core::interfaces::EngineSnapshot>().problem,
                 QStringLiteral("database.full"));
        engine.workspace.executor.failWrites({});
        QTRY_COMPARE_WITH_TIMEOUT((engine.pass(100ms), engine.counts(id)[MessageStatus::Sent]), 10, 5000);
        QCOMPARE(engine.script().requests().size(), 10);
    }

    void aRepeatCarriesWhatWentOutFirstEvenIfTheTextHasDoubledBraces()
    {
        Engine engine(1);
        engine.script().next(GatewayStep::lie());
        const MailingId id = engine.add(aMailing().text(QStringLiteral("{{sale}}")));
        engine.start();
        engine.pass(5s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 1);
        QCOMPARE(engine.script().requests().size(), 2);
        for (const ScriptedRequest &request : engine.script().requests())
            QCOMPARE(request.text, QStringLiteral("{sale}"));
    }

    void whatWasOpenWhenTheProgramDiedIsRepeatedUnderItsId()
    {
        Engine engine(2);
        const MailingId id = engine.add();
        engine.script().always(GatewayStep::hang(true));
        engine.start();
        engine.pass(300ms);
        QCOMPARE(engine.counts(id)[MessageStatus::Sending], 2);
        // A second dispatcher takes over the same workspace; the first one is never heard of again.
        ScriptedGatewayFactory factory(engine.clock);
        Dispatcher second({engine.workspace.executor, engine.workspace.feed, factory, engine.secrets, engine.clock});
        second.start();
        QTRY_COMPARE_WITH_TIMEOUT((second.tick(), factory.deliverDue(), engine.counts(id)[MessageStatus::Sent]), 2, 5000);
        QCOMPARE(factory.script().requests().size(), 2);
        QSet<qint64> before;
        QSet<qint64> after;
        for (const ScriptedRequest &request : engine.script().requests())
            before.insert(request.requestId);
        for (const ScriptedRequest &request : factory.script().requests())
            after.insert(request.requestId);
        QCOMPARE(after, before);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::DispatcherTroubleTest)
#include "dispatchertroubletest.moc"
