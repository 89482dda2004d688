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

    void aMissingKeyStopsSendingUntilItIsThere()
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
        engine.pass(6s); // nobody has to say so
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 3);
        QCOMPARE(engine.workspace.gateways.find(engine.gateway)->state.breaker, BreakerState::Closed);
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
        Engine engine(2);
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.connections = 1; });
        engine.script().setRecognisesRepeats(false); // one is marked and goes out, the other stays claimed
        engine.script().always(GatewayStep::hang());
        const MailingId id = engine.add(aMailing().times(engine.clock.now(), engine.clock.now() + 24h));
        engine.start();
        engine.pass(300ms);
        QCOMPARE(engine.script().requests().size(), 1);
        engine.clock.jump(10min); // the lease of the other one has run out
        engine.clock.advance(1s);
        engine.touch(id); // and the dispatcher claims before its clock ticks
        engine.script().next(GatewayStep::fail(AnswerKind::Transient, 500));
        engine.script().always(GatewayStep::accept());
        engine.script().answerHanging(GatewayStep::accept());
        engine.pass(1s);
        // A second copy would not wait for the retry of the first one.
        QCOMPARE(engine.script().requests().size(), 2);
        engine.pass(4s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 2);
        QCOMPARE(engine.script().requests().size(), 3);
    }

    void theProbeDoesNotWaitForRequestsThatHang()
    {
        Engine engine(12);
        engine.setGateway([](core::domain::GatewayProfile &profile) {
            profile.connections = 8;
            profile.timeout = std::chrono::seconds{60};
        });
        engine.script().next(GatewayStep::hang(), 2);
        engine.script().next(GatewayStep::fail(AnswerKind::Transient), 6);
        const MailingId id = engine.add();
        engine.start();
        engine.pass(1s);
        QCOMPARE(engine.workspace.gateways.find(engine.gateway)->state.breaker, BreakerState::Open);
        QCOMPARE(engine.script().openRequests(), 2);
        const auto begun = engine.script().requests().size();
        engine.pass(3s);
        QCOMPARE(engine.script().requests().size(), begun);
        engine.pass(4s);
        QVERIFY(engine.script().requests().size() > begun);
        QCOMPARE(engine.workspace.gateways.find(engine.gateway)->state.breaker, BreakerState::Closed);
        engine.pass(4s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 10);
        QCOMPARE(engine.script().openRequests(), 2);
    }

    void whatStillConnectsIsTakenBackWhenTheBreakerOpens()
    {
        Engine engine(20);
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.connections = 8; });
        engine.script().next(GatewayStep::connecting(), 2);
        engine.script().next(GatewayStep::hang());
        engine.script().always(GatewayStep::fail(AnswerKind::Transient));
        const MailingId id = engine.add();
        engine.start();
        engine.pass(1s);
        QCOMPARE(engine.workspace.gateways.find(engine.gateway)->state.breaker, BreakerState::Open);
        QCOMPARE(engine.script().openRequests(), 1); // what has left is awaited
        QCOMPARE(engine.counts(id)[MessageStatus::Sending], 1);
    }

    void theBreakerSurvivesARestart()
    {
        Engine engine(10);
        engine.script().always(GatewayStep::fail(AnswerKind::Transient));
        engine.add();
        engine.start();
        engine.pass(7s); // open, and one probe has failed
        const auto state = engine.workspace.gateways.find(engine.gateway)->state;
        QCOMPARE(state.breaker, BreakerState::Open);
        QCOMPARE(state.probes, 1);
        engine.dispatcher.stop();
        ScriptedGatewayFactory factory(engine.clock);
        factory.script().always(GatewayStep::hang());
        Dispatcher second({engine.workspace.executor, engine.workspace.feed, factory, engine.secrets, engine.clock});
        second.start();
        for (int i = 0; i < 20; ++i) {
            second.tick();
            factory.deliverDue();
            QCoreApplication::processEvents();
        }
        QCOMPARE(factory.script().requests().size(), 0);
        engine.clock.advance(10s);
        QTRY_COMPARE((second.tick(), factory.script().requests().size()), 1);
    }

    void aDispatcherMayGoWithoutStopping()
    {
        FakeWorkspace workspace;
        ManualClock clock{"2024-03-01T08:00:00Z"};
        ScriptedGatewayFactory factory{clock};
        OpenSecrets secrets;
        const auto gateway = *workspace.gateways.insert(aGateway().isDefault(true));
        for (int i = 1; i <= 10; ++i)
            (void)*workspace.clients.insert(aClient().phone(i));
        (void)*workspace.mailings.insert(aMailing().state(MailingState::Scheduled).gateway(gateway));
        for (int jobs = 0; jobs < 12; ++jobs) {
            auto dispatcher = std::make_unique<Dispatcher>(
                core::dispatch::DispatcherParts{workspace.executor, workspace.feed, factory, secrets, clock});
            dispatcher->start();
            for (int i = 0; i < jobs; ++i)
                QCoreApplication::processEvents();
            workspace.executor.hold();
            dispatcher->tick();
            dispatcher.reset();
            workspace.executor.resume(); // nobody is there for the answers
            QCoreApplication::processEvents();
        }
    }

    void repeatsForAGatewayThatIsDownWaitInTheDatabase()
    {
        Engine engine(30);
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.connections = 30; });
        const auto other = *engine.workspace.gateways.insert(aGateway().name(QStringLiteral("other")));
        engine.script().always(GatewayStep::lie()); // accepts, and answers nonsense: only it knows the repeats
        const MailingId id = engine.add();
        engine.start();
        engine.pass(1s);
        QCOMPARE(engine.workspace.gateways.find(engine.gateway)->state.breaker, BreakerState::Open);
        engine.script().always(GatewayStep::fail(AnswerKind::Transient));
        engine.set(id, [other](core::domain::Mailing &m) { m.gateway = other; });
        engine.pass(3s);
        const auto activity = [&engine](core::MessageId message) {
            return engine.workspace.data.messages.value(message).leaseUntil.has_value();
        };
        const auto rows = engine.workspace.messages.page({.mailing = id}, {.limit = 100})->rows;
        const auto leased = std::count_if(rows.begin(), rows.end(), [&](const auto &row) { return activity(row.id); });
        QVERIFY2(leased <= 1, qPrintable(QString::number(leased)));
        engine.script().always(GatewayStep::accept());
        engine.pass(60s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 30);
        for (auto times = engine.script().accepted().cbegin(); times != engine.script().accepted().cend(); ++times)
            QCOMPARE(times.value(), 1);
        QCOMPARE(engine.factory.script(QStringLiteral("other")).requests().size(), 30 - engine.script().accepted().size());
    }

    void aGatewayThatHangsKeepsNobodyElseWaiting()
    {
        Engine engine(20);
        const auto other = *engine.workspace.gateways.insert(aGateway().name(QStringLiteral("other")));
        engine.script().always(GatewayStep::hang());
        const MailingId stuck = engine.add(aMailing().text(QStringLiteral("stuck")));
        MailingBuilder fine = aMailing().text(QStringLiteral("fine")).state(MailingState::Scheduled).gateway(other);
        const MailingId quick = *engine.workspace.mailings.insert(fine);
        engine.start();
        engine.pass(2s);
        QCOMPARE(engine.counts(quick)[MessageStatus::Sent], 20);
        QCOMPARE(engine.counts(stuck)[MessageStatus::Sent], 0);
        QCOMPARE(engine.script().openRequests(), 4);
    }

    void aThrottledGatewayGoesOnAfterSleepAlthoughTheTicksStoodStill()
    {
        Engine engine(3);
        engine.script().next(GatewayStep::throttle(10min), 3);
        const MailingId id = engine.add(aMailing().times(engine.clock.now(), engine.clock.now() + 10h));
        engine.start();
        engine.pass(2s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 0);
        engine.clock.jump(11min); // asleep: only the wall clock went on
        engine.pass(2s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 3);
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
        engine.pass(1s);
        const auto begun = engine.script().requests().size();
        QVERIFY2(begun <= 6, "what was marked before may have gone out");
        engine.pass(2s);
        QCOMPARE(engine.script().requests().size(), begun);
        QVERIFY(!snapshots.isEmpty());
        QCOMPARE(snapshots.last().first().value<core::interfaces::EngineSnapshot>().problem,
                 QStringLiteral("database.full"));
        engine.workspace.executor.failWrites({});
        QTRY_COMPARE_WITH_TIMEOUT((engine.pass(100ms), engine.counts(id)[MessageStatus::Sent]), 10, 5000);
        QCOMPARE(engine.script().requests().size(), 10);
    }

    void aCommitWhoseAnswerIsLostLeavesNothingBehind()
    {
        Engine engine(50);
        engine.workspace.executor.setTellsOfEveryCommit(false);
        const MailingId id = engine.add();
        engine.script().always(GatewayStep::accept().after(300ms));
        engine.start();
        engine.pass(1s);
        engine.workspace.executor.loseAnswers(core::Error::make(core::ErrorKind::Unavailable, "database.lost"));
        engine.pass(1s);
        engine.workspace.executor.loseAnswers({});
        QVERIFY(engine.counts(id)[MessageStatus::Sent] < 50);
        // Results are tried again after a second, by a real timer; what was claimed comes free with its lease.
        QTRY_COMPARE_WITH_TIMEOUT((engine.pass(1s), engine.counts(id)[MessageStatus::Sent]), 50, 10'000);
        QCOMPARE(engine.script().requests().size(), 50);
        QCOMPARE(engine.script().accepted().size(), 50);
        QCOMPARE(engine.state(id), MailingState::Finished);
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
