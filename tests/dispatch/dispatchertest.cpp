// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/dispatch/runningengine.h"

using namespace std::chrono_literals;

namespace tests {

/** What goes out, when, and how often, while everything works. */
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
