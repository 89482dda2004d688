// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/dispatcher.h"

#include "tests/support/builders.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/manualclock.h"
#include "tests/support/scriptedgateway.h"

#include <QtTest>

using namespace std::chrono_literals;
using core::MailingId;
using core::dispatch::Dispatcher;
using core::domain::AnswerKind;
using core::domain::BreakerState;
using core::domain::MailingState;
using core::domain::MessageStatus;
using core::domain::StatusCounts;

namespace tests {

namespace {

/** Seals nothing: what goes in comes out. */
class OpenSecrets final : public core::interfaces::SecretStore
{
public:
    core::Result<QByteArray> seal(const QByteArray &plain) override { return plain; }
    core::Result<QByteArray> open(const QByteArray &sealed) override
    {
        if (keyMissing)
            return core::Failure(core::Error::make(core::ErrorKind::Unavailable, "key.missing"));
        return sealed;
    }
    core::Result<QString> exportKey() override { return QString(); }
    core::Status importKey(const QString &) override { return {}; }

    bool keyMissing = false;
};

/** A running engine over the fakes. */
struct Engine
{
    explicit Engine(int clients = 3)
    {
        gateway = *workspace.gateways.insert(aGateway().isDefault(true));
        for (int i = 1; i <= clients; ++i)
            (void)*workspace.clients.insert(aClient().phone(i));
    }

    MailingId add(MailingBuilder mailing = aMailing())
    {
        mailing.state(MailingState::Scheduled).gateway(gateway);
        return *workspace.mailings.insert(mailing);
    }
    void start() { dispatcher.start(); }
    /** Lets everything happen that is due, then moves the clock. */
    void pass(core::Milliseconds time)
    {
        constexpr core::Milliseconds step{100};
        for (core::Milliseconds passed{0}; passed < time; passed += step) {
            clock.advance(step);
            settle();
        }
    }
    void settle()
    {
        for (int i = 0; i < 6; ++i) {
            dispatcher.tick();
            factory.deliverDue();
            // Results are written when their 50 ms are over, by a real timer: do not wait for it.
            for (auto *writer : dispatcher.findChildren<core::dispatch::ResultWriter *>())
                writer->flush();
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }
    void setGateway(const std::function<void(core::domain::GatewayProfile &)> &change)
    {
        core::domain::GatewayProfile profile = workspace.gateways.find(gateway)->profile;
        change(profile);
        (void)workspace.gateways.update(profile);
    }
    void closeByHand()
    {
        workspace.executor.write(core::interfaces::Lane::Interactive, [this](core::interfaces::UnitOfWork &unit) {
            return unit.gateways.saveState(gateway, {BreakerState::Closed, clock.now(), {}, {}, 0});
        });
    }
    StatusCounts counts(MailingId id) { return *workspace.mailings.counts(id); }
    MailingState state(MailingId id) { return workspace.mailings.find(id)->state; }
    GatewayScript &script() { return factory.script(); }
    void set(MailingId id, const std::function<void(core::domain::Mailing &)> &change)
    {
        workspace.executor.write(core::interfaces::Lane::Interactive, [id, change](core::interfaces::UnitOfWork &unit) {
            core::domain::Mailing mailing = *unit.mailings.find(id);
            change(mailing);
            return unit.mailings.update(mailing);
        });
        settle();
    }

    ManualClock clock{"2024-03-01T08:00:00Z"};
    FakeWorkspace workspace;
    ScriptedGatewayFactory factory{clock};
    OpenSecrets secrets;
    core::GatewayId gateway;
    Dispatcher dispatcher{{workspace.executor, workspace.feed, factory, secrets, clock}};
};

} // namespace

class DispatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsEveryMessageOnceAndFinishes()
    {
        Engine engine(20);
        const MailingId id = engine.add();
        engine.start();
        engine.pass(1s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 20);
        QCOMPARE(engine.state(id), MailingState::Finished);
        QCOMPARE(engine.script().requests().size(), 20);
        QVERIFY(engine.script().mostOpen() <= 4);
    }

    void anEmptyAudienceFinishesAtOnce()
    {
        Engine engine(0);
        const MailingId id = engine.add();
        engine.start();
        engine.pass(200ms);
        QCOMPARE(engine.state(id), MailingState::Finished);
    }

    void startsNothingBeforeItsTime()
    {
        Engine engine;
        const MailingId id = engine.add(aMailing().times(at("2024-03-01T09:00:00Z"), at("2024-03-01T10:00:00Z")));
        engine.start();
        engine.pass(1s);
        QCOMPARE(engine.state(id), MailingState::Scheduled);
        engine.clock.advance(1h);
        engine.pass(1s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 3);
    }

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

    void oneRejectedMessageStopsNothingElse()
    {
        Engine engine(5);
        engine.script().forPhone(phoneNumber(2), GatewayStep::fail(AnswerKind::Rejected, 400));
        const MailingId id = engine.add();
        engine.start();
        engine.pass(1s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 4);
        QCOMPARE(engine.counts(id)[MessageStatus::Failed], 1);
        QCOMPARE(engine.state(id), MailingState::Finished);
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

    void sendsNothingAfterTheEndAndExpiresWhatWaits()
    {
        Engine engine(50);
        const auto start = engine.clock.now();
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.rate = 10; });
        const MailingId id = engine.add(aMailing().times(start, start + 2s));
        engine.start();
        engine.pass(5s);
        QCOMPARE(engine.state(id), MailingState::Finished);
        QVERIFY(engine.counts(id)[MessageStatus::Expired] >= 25);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent] + engine.counts(id)[MessageStatus::Expired], 50);
        for (const ScriptedRequest &request : engine.script().requests())
            QVERIFY(request.at < start + 2s);
    }

    void cutsWhatIsOpenAtTheEnd()
    {
        Engine engine(1);
        engine.script().always(GatewayStep::hang());
        const auto start = engine.clock.now();
        const MailingId id = engine.add(aMailing().times(start, start + 2s));
        engine.start();
        engine.pass(3s);
        QVERIFY(engine.script().requests().first().timeout <= 2s);
        QCOMPARE(engine.counts(id)[MessageStatus::Unknown], 1);
        QCOMPARE(engine.state(id), MailingState::Finished);
    }

    void waitsForTheLocalWindowOfEachClient()
    {
        Engine engine(0);
        (void)*engine.workspace.clients.insert(aClient().phone(1).timezone(QStringLiteral("Europe/Moscow")));
        (void)*engine.workspace.clients.insert(aClient().phone(2).timezone(QStringLiteral("Asia/Vladivostok")));
        const auto window = core::domain::SendWindow::create(9 * 60, 18 * 60, {});
        const auto start = engine.clock.now();
        const MailingId id = engine.add(aMailing().times(start, start + 24h).window(*window));
        engine.start();
        engine.pass(2s);
        QCOMPARE(engine.script().requests().size(), 1);
        QCOMPARE(engine.script().requests().first().phone, phoneNumber(1));
        engine.clock.jump(at("2024-03-01T23:00:00Z") - engine.clock.now());
        engine.pass(2s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 2);
    }

    void neverExceedsTheRateOfTheGateway()
    {
        Engine engine(60);
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.rate = 10; });
        engine.add();
        engine.start();
        engine.pass(4s);
        const auto &requests = engine.script().requests();
        QVERIFY(requests.size() >= 38);
        for (qsizetype i = 10; i < requests.size(); ++i)
            QVERIFY(requests[i].ticks - requests[i - 10].ticks >= 1s);
    }

    void pauseSilencesAndResumeGoesOn()
    {
        Engine engine(100);
        engine.script().always(GatewayStep::accept().after(200ms));
        const MailingId id = engine.add();
        engine.start();
        engine.pass(500ms);
        engine.set(id, [](core::domain::Mailing &m) { m.state = MailingState::Paused; });
        const auto begun = engine.script().requests().size();
        engine.pass(2s);
        QCOMPARE(engine.script().requests().size(), begun);
        QCOMPARE(engine.counts(id)[MessageStatus::Sending], 0);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], begun);
        engine.set(id, [](core::domain::Mailing &m) { m.state = MailingState::Running; });
        engine.pass(8s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 100);
        QCOMPARE(engine.script().requests().size(), 100);
    }

    void cancelCancelsWhatWaits()
    {
        Engine engine(100);
        engine.script().always(GatewayStep::accept().after(1s));
        const MailingId id = engine.add();
        engine.start();
        engine.pass(200ms);
        engine.set(id, [](core::domain::Mailing &m) { m.state = MailingState::Cancelled; });
        engine.pass(3s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 4);
        QCOMPARE(engine.counts(id)[MessageStatus::Cancelled], 96);
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
        engine.script().always(GatewayStep::hang());
        const MailingId id = engine.add(aMailing().times(engine.clock.now(), engine.clock.now() + 24h));
        engine.start();
        engine.pass(300ms);
        engine.clock.jump(10min); // leases have run out
        engine.pass(300ms);
        engine.script().always(GatewayStep::accept());
        engine.script().answerHanging(GatewayStep::accept());
        engine.pass(2s);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 6);
        QCOMPARE(engine.script().requests().size(), 6);
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

    void missingFieldsFailTheirMessageAndTheRestGoes()
    {
        Engine engine(2);
        (void)*engine.workspace.clients.insert(aClient().phone(9).attribute(QStringLiteral("name"), QStringLiteral("Anna")));
        const MailingId id = engine.add(aMailing().text(QStringLiteral("Hi {name}")));
        engine.start();
        engine.pass(1s);
        QCOMPARE(engine.counts(id)[MessageStatus::Failed], 2);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 1);
        QCOMPARE(engine.script().requests().first().text, QStringLiteral("Hi Anna"));
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

    void aSmallMailingIsNotKeptWaitingByALargeOne()
    {
        Engine engine(0);
        for (int i = 1; i <= 400; ++i)
            (void)*engine.workspace.clients.insert(
                aClient().phone(i).tags({i <= 10 ? QStringLiteral("few") : QStringLiteral("many")}));
        engine.setGateway([](core::domain::GatewayProfile &profile) { profile.rate = 20; });
        core::domain::AudienceFilter few;
        few.tags = {QStringLiteral("few")};
        const MailingId large = engine.add(aMailing().text(QStringLiteral("large")));
        engine.start();
        engine.pass(1s);
        const MailingId small = engine.add(aMailing().text(QStringLiteral("small")).filter(few));
        engine.pass(5s);
        QCOMPARE(engine.counts(small)[MessageStatus::Sent], 10);
        QVERIFY(engine.counts(large)[MessageStatus::Pending] > 200);
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

    void stopWaitsForWhatIsOpenAndGivesBackTheRest()
    {
        Engine engine(50);
        engine.script().always(GatewayStep::accept().after(500ms));
        const MailingId id = engine.add();
        engine.start();
        engine.pass(200ms);
        QSignalSpy stopped(&engine.dispatcher, &Dispatcher::stopped);
        engine.dispatcher.stop();
        engine.settle();
        QCOMPARE(stopped.size(), 0);
        engine.pass(600ms);
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(engine.counts(id)[MessageStatus::Sent], 4);
        QCOMPARE(engine.counts(id)[MessageStatus::Sending], 0);
        QCOMPARE(engine.counts(id)[MessageStatus::Pending], 46);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::DispatcherTest)
#include "dispatchertest.moc"
