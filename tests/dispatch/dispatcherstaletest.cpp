// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/claimer.h"
#include "tests/dispatch/runningengine.h"

using namespace std::chrono_literals;
using core::domain::GatewayProfile;
using core::domain::Mailing;
using core::domain::SendWindow;

namespace tests {

/** What is known from a moment ago and no longer so: nothing goes out by it, nothing stays behind because of it. */
class DispatcherStaleTest : public QObject
{
    Q_OBJECT

    /** Stops the engine's dispatcher; the one that follows has its own gateway, and its memory starts anew. */
    struct Next
    {
        explicit Next(Engine &engine)
            : engine(engine), factory(engine.clock),
              dispatcher({engine.workspace.executor, engine.workspace.feed, factory, engine.secrets, engine.clock})
        {
            engine.dispatcher.stop();
            dispatcher.start();
        }
        void pass(core::Milliseconds time)
        {
            for (core::Milliseconds passed{0}; passed < time; passed += 100ms) {
                engine.clock.advance(100ms);
                dispatcher.tick();
                for (int i = 0; i < 4; ++i)
                    QCoreApplication::processEvents();
                factory.deliverDue();
            }
        }

        Engine &engine;
        ScriptedGatewayFactory factory;
        Dispatcher dispatcher;
    };

private Q_SLOTS:
    void aWindowOpenedWhileMessagesArePutOffLeavesNoneAsleep()
    {
        Engine engine(20);
        const MailingId id = engine.add(aMailing().window(*SendWindow::create(20 * 60, 21 * 60, {})));
        const auto *claimer = engine.dispatcher.findChild<core::dispatch::Claimer *>();
        int claims = 0;
        // Between a claim and what comes of it; the edit has woken what waited, and these are in hand.
        connect(claimer, &core::dispatch::Claimer::failed, this, [&] {
            if (++claims == 1)
                engine.workspace.data.mailings[id].mailing.window.reset();
        });
        engine.start();
        engine.pass(3s);
        QVERIFY(claims > 0);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 20);
    }

    void aClientMovedToAnotherZoneWhileItIsPutOffIsLookedAtAnew()
    {
        Engine engine(1);
        const MailingId id = engine.add(aMailing().window(*SendWindow::create(20 * 60, 21 * 60, {})));
        const auto *claimer = engine.dispatcher.findChild<core::dispatch::Claimer *>();
        int claims = 0;
        connect(claimer, &core::dispatch::Claimer::failed, this, [&] {
            if (++claims > 1)
                return;
            core::domain::Client &client = engine.workspace.data.clients.first();
            client.timezone = QStringLiteral("Asia/Vladivostok"); // it is past eight in the evening there
            client.updatedAt = engine.clock.now() + 1ms;
        });
        engine.clock.advance(2h + 30min);
        engine.start();
        engine.pass(3s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 1);
    }

    void aLateAnswerToTheOldSecretStopsNothing()
    {
        Engine engine(20);
        engine.script().next(GatewayStep::fail(AnswerKind::RefusedUs, 401));
        engine.script().next(GatewayStep::fail(AnswerKind::RefusedUs, 401).after(5s), 3);
        engine.script().always(GatewayStep::accept());
        const MailingId id = engine.add();
        engine.start();
        engine.pass(1s);
        QCOMPARE(engine.workspace.gateways.find(engine.gateway)->state.breaker, BreakerState::Attention);

        engine.setGateway([](GatewayProfile &profile) { profile.sealedSecret = "another"; });
        engine.closeByHand();
        engine.pass(2s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 17);
        engine.pass(4s); // the three come now
        QCOMPARE(engine.workspace.gateways.find(engine.gateway)->state.breaker, BreakerState::Closed);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 20);
    }

    void aMailingsOwnRateHoldsWhereItsGatewayIsChangedDuringAPause()
    {
        Engine engine(5);
        const auto other = *engine.workspace.gateways.insert(aGateway().name(QStringLiteral("other")));
        const MailingId id = engine.add();
        engine.set(id, [](Mailing &one) { one.rateLimit = 0.1; });
        engine.start();
        engine.pass(2s);
        QCOMPARE(engine.script().requests().size(), 1);
        engine.set(id, [](Mailing &one) { one.state = MailingState::Paused; });
        engine.pass(1s);
        engine.set(id, [other](Mailing &one) {
            one.gateway = other;
            one.state = MailingState::Running;
        });
        engine.pass(6s);
        QCOMPARE(engine.factory.script(QStringLiteral("other")).requests().size(), 0);
        engine.pass(4s);
        QCOMPARE(engine.factory.script(QStringLiteral("other")).requests().size(), 1);
    }

    void aSlowRateHoldsOverARestart()
    {
        Engine engine(5);
        engine.setGateway([](GatewayProfile &profile) { profile.rate = 0.05; });
        engine.add();
        engine.start();
        engine.pass(25s);
        QCOMPARE(engine.script().requests().size(), 1);

        Next next(engine);
        next.pass(15s);
        QCOMPARE(next.factory.script().requests().size(), 0);
        next.pass(10s);
        QCOMPARE(next.factory.script().requests().size(), 1);
    }

    void whatAGatewayAskedUsToWaitHoldsOverARestart()
    {
        Engine engine(5);
        engine.script().always(GatewayStep::throttle(10min));
        engine.add();
        engine.start();
        engine.pass(2s);
        const auto begun = engine.script().requests().size();
        QVERIFY(begun >= 1);
        const auto state = engine.workspace.gateways.find(engine.gateway)->state;
        QCOMPARE(state.breaker, BreakerState::Closed);
        QCOMPARE(state.reason, QStringLiteral("HTTP 429"));
        QVERIFY(state.nextProbeAt && *state.nextProbeAt > engine.clock.now() + 9min);

        Next next(engine);
        next.pass(5s);
        QCOMPARE(next.factory.script().requests().size(), 0);
        engine.closeByHand(); // `gateway reset`
        next.pass(1s);
        QVERIFY(!next.factory.script().requests().isEmpty());
        QVERIFY(!engine.workspace.gateways.find(engine.gateway)->state.nextProbeAt);
    }

    void whatAGatewayAskedUsToWaitIsToldNoMoreOnceItTakesMessages()
    {
        Engine engine(5);
        engine.script().next(GatewayStep::throttle(3s), 4);
        engine.script().always(GatewayStep::accept());
        const MailingId id = engine.add();
        engine.start();
        engine.pass(6s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 5);
        const auto state = engine.workspace.gateways.find(engine.gateway)->state;
        QCOMPARE(state.reason, QString());
        QVERIFY(*state.nextProbeAt < engine.clock.now());
    }

    void aPauseThatAProbeWasAskedForHoldsOverARestart()
    {
        Engine engine(30);
        engine.script().always(GatewayStep::fail(AnswerKind::Transient));
        engine.add();
        engine.start();
        engine.pass(2s);
        engine.script().always(GatewayStep::throttle(10min));
        engine.pass(6s);
        QCOMPARE(engine.workspace.gateways.find(engine.gateway)->state.breaker, BreakerState::Open);

        Next next(engine);
        next.pass(2min);
        QCOMPARE(next.factory.script().requests().size(), 0);
    }

    void whatAnotherDispatcherWasAskedToWaitDoesNotCloseTheBreaker()
    {
        Engine engine(30);
        engine.script().always(GatewayStep::fail(AnswerKind::Transient));
        engine.add();
        engine.start();
        engine.pass(2s);
        QCOMPARE(engine.workspace.gateways.find(engine.gateway)->state.breaker, BreakerState::Open);
        const auto begun = engine.script().requests().size();

        engine.workspace.executor.write(core::interfaces::Lane::Interactive, [&](core::interfaces::UnitOfWork &unit) {
            return unit.gateways.saveState(
                engine.gateway, {BreakerState::Closed, engine.clock.now(), u"HTTP 429"_qs, engine.clock.now() + 1s, 0});
        });
        engine.pass(2s);
        QCOMPARE(engine.script().requests().size(), begun);
        engine.pass(3s);
        QCOMPARE(engine.script().requests().size(), begun + 1); // the probe
    }

    void aStateOfAGatewayThatIsGoneIsNotStoredForEver()
    {
        Engine engine(30);
        engine.script().always(GatewayStep::hang());
        const MailingId id = engine.add();
        engine.start();
        engine.pass(1s);
        engine.set(id, [](Mailing &mailing) { mailing.state = MailingState::Cancelled; });
        QVERIFY(engine.workspace.gateways.remove(engine.gateway));
        engine.script().answerHanging(GatewayStep::fail(AnswerKind::RefusedUs, 401));
        QSignalSpy stopped(&engine.dispatcher, &Dispatcher::stopped);
        engine.dispatcher.stop();
        QTRY_COMPARE(stopped.size(), 1);
    }

    void aMailingsOwnRateHoldsOnItsWayToAnotherGateway()
    {
        Engine engine(5);
        const auto other = *engine.workspace.gateways.insert(aGateway().name(QStringLiteral("other")));
        const MailingId id = engine.add();
        engine.set(id, [](Mailing &one) { one.rateLimit = 0.1; });
        engine.start();
        engine.pass(2s);
        QCOMPARE(engine.script().requests().size(), 1);
        engine.set(id, [other](Mailing &one) { one.gateway = other; });
        engine.pass(7s);
        QCOMPARE(engine.factory.script(QStringLiteral("other")).requests().size(), 0);
        engine.pass(2s);
        QCOMPARE(engine.factory.script(QStringLiteral("other")).requests().size(), 1);
    }

    void aMailingsOwnRateHoldsForRepeatsByTheOldGatewayToo_data()
    {
        QTest::addColumn<bool>("toTheLater");
        QTest::newRow("to a gateway that was added later") << true;
        QTest::newRow("to one that was added before") << false;
    }
    void aMailingsOwnRateHoldsForRepeatsByTheOldGatewayToo()
    {
        QFETCH(bool, toTheLater);
        Engine engine(20);
        const auto other = *engine.workspace.gateways.insert(aGateway().name(QStringLiteral("other")));
        auto &first = engine.factory.script(toTheLater ? QStringLiteral("main") : QStringLiteral("other"));
        first.next(GatewayStep::lie(), 4); // only the first gateway knows the repeats of these
        const MailingId id = engine.add();
        engine.set(id, [&](Mailing &one) {
            one.rateLimit = 4;
            one.gateway = toTheLater ? engine.gateway : other;
        });
        engine.start();
        engine.pass(1100ms);
        engine.set(id, [&](Mailing &one) { one.gateway = toTheLater ? other : engine.gateway; });
        engine.pass(10s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 20);
        QList<core::Ticks> begun;
        for (const ScriptedRequest &request :
             engine.script().requests() + engine.factory.script(QStringLiteral("other")).requests())
            begun.append(request.ticks);
        QCOMPARE(begun.size(), 24);
        std::sort(begun.begin(), begun.end());
        for (qsizetype i = 4; i < begun.size(); ++i)
            QVERIFY2(begun[i] - begun[i - 4] >= 1s, qPrintable(QString::number(i)));
    }

    void whatWasReadyBeforeASleepIsLookedAtAgain()
    {
        Engine engine(60);
        engine.script().always(GatewayStep::accept().after(1s));
        const MailingId id = engine.add();
        engine.start();
        engine.pass(5s);
        const auto begun = engine.script().requests().size();
        QVERIFY(engine.counts(id)[MessageStatus::Sending] > 4); // more than are open

        // The computer slept, and storage has not told yet what happened meanwhile.
        engine.workspace.executor.hold();
        engine.clock.jump(90s);
        for (int step = 0; step < 10; ++step) { // all that are open are answered
            engine.clock.advance(100ms);
            engine.factory.deliverDue();
            for (int i = 0; i < 4; ++i)
                QCoreApplication::processEvents();
        }
        QCOMPARE(engine.script().requests().size(), begun);

        engine.workspace.executor.resume();
        engine.pass(20s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 60);
    }

    void whatIsInDoubtIsTakenBackBeforeItStops()
    {
        Engine engine(50);
        engine.workspace.executor.setTellsOfEveryCommit(false);
        const MailingId id = engine.add();
        engine.script().always(GatewayStep::accept().after(300ms));
        engine.start();
        engine.pass(1s);
        engine.workspace.executor.loseAnswers(core::Error::make(core::ErrorKind::Unavailable, "database.lost"));
        engine.pass(1s);
        engine.script().always(GatewayStep::accept());
        QSignalSpy stopped(&engine.dispatcher, &Dispatcher::stopped);
        engine.dispatcher.stop();
        engine.workspace.executor.loseAnswers({});
        QTRY_COMPARE_WITH_TIMEOUT((engine.clock.advance(100ms), engine.factory.deliverDue(), stopped.size()), 1, 10'000);
        QCOMPARE(engine.counts(id)[MessageStatus::Sending], 0);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::DispatcherStaleTest)
#include "dispatcherstaletest.moc"
