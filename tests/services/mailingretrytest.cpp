// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/services/mailingfixture.h"

#include <QtTest>

using core::MailingId;
using core::domain::MailingState;
using core::domain::MessageStatus;
using tests::admin;
using tests::aMailing;
using tests::at;
using tests::errorLine;
using tests::MailingFixture;

class MailingRetryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failedMessagesBeginAgain()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing());
        f.addMessages(id, 3);
        f.settle(id, MessageStatus::Failed);
        f.workspace.data.mailings[id].mailing.state = MailingState::Finished;

        const auto retried = f.service.retry(admin(), id, {MessageStatus::Failed}, {}).result();

        QCOMPARE(retried->state, MailingState::Running);
        QCOMPARE(f.count(id, MessageStatus::Pending), 3);
        QCOMPARE(f.lastEvent().action, u"mailing.retry"_qs);
        QVERIFY(f.lastEvent().after.contains(u"failed"_qs));
    }

    void manyMessagesAreMarkedInSteps()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing());
        f.addMessages(id, 5001);
        f.settle(id, MessageStatus::Failed);
        const int before = f.workspace.executor.writes();

        QVERIFY(f.service.retry(admin(), id, {MessageStatus::Failed}, {}).result());

        QCOMPARE(f.workspace.executor.writes() - before, 2);
        QCOMPARE(f.count(id, MessageStatus::Pending), 5001);
        QCOMPARE(f.workspace.data.events.size(), 1);
    }

    void nothingIsSentTwiceWhenItGoesOutBetweenTheSteps()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing());
        f.addMessages(id, 5001);
        f.settle(id, MessageStatus::Failed);

        // The dispatcher has tried what was marked before the next step: each step is a change that it hears of.
        QObject::connect(&f.workspace.feed, &core::interfaces::ChangeFeed::changed, &f.workspace.feed, [&f] {
            for (tests::FakeMessage &entry : f.workspace.data.messages) {
                if (entry.message.status == MessageStatus::Pending) {
                    entry.message.status = MessageStatus::Failed;
                    ++entry.message.attempts;
                    entry.message.segments += 1; // how often it went out
                }
            }
        });
        QVERIFY(f.service.retry(admin(), id, {MessageStatus::Failed}, {}).result());

        for (const tests::FakeMessage &entry : std::as_const(f.workspace.data.messages))
            QCOMPARE(entry.message.segments, 1);
    }

    void aMailingThatFinishesInBetweenRunsAgain()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing().state(MailingState::Finished));
        f.addMessages(id, 5001);
        f.settle(id, MessageStatus::Failed);

        f.workspace.executor.hold();
        const auto future = f.service.retry(admin(), id, {MessageStatus::Failed}, {});
        QVERIFY(!future.isFinished());
        f.workspace.executor.resume();

        QVERIFY(future.isFinished());
        QCOMPARE(f.mailing(id).state, MailingState::Running);
        QCOMPARE(f.count(id, MessageStatus::Pending), 5001);
    }

    void ofALiveMailingThatHasEndedOnlyThoseGoOutAgain_data()
    {
        QTest::addColumn<MailingState>("state");
        QTest::addColumn<core::domain::AudienceMode>("mode");
        QTest::newRow("ended") << MailingState::Finished << core::domain::AudienceMode::Frozen;
        QTest::newRow("running") << MailingState::Running << core::domain::AudienceMode::Live;
    }
    void ofALiveMailingThatHasEndedOnlyThoseGoOutAgain()
    {
        QFETCH(const MailingState, state);
        QFETCH(const core::domain::AudienceMode, mode);
        MailingFixture f;
        const MailingId id = f.stored(aMailing().state(state).live());
        f.addMessages(id, 1);
        f.settle(id, MessageStatus::Failed);

        QVERIFY(f.service.retry(admin(), id, {MessageStatus::Failed}, {}).result());
        QCOMPARE(f.mailing(id).audienceMode, mode);
        QCOMPARE(f.mailing(id).state, MailingState::Running);
    }

    void everyTimeItRunsAgainIsInTheHistory()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing().state(MailingState::Finished).gateway(f.gateway));
        f.addMessages(id, 5001);
        f.settle(id, MessageStatus::Failed);

        // What was marked by the first step has gone out before the second.
        QObject::connect(&f.workspace.feed, &core::interfaces::ChangeFeed::changed, &f.workspace.feed,
                         [&f, id] { f.workspace.data.mailings[id].mailing.state = MailingState::Finished; });
        QVERIFY(f.service.retry(admin(), id, {MessageStatus::Failed}, {}).result());

        const auto &events = f.workspace.data.events;
        QCOMPARE(events.size(), 2);
        for (const core::domain::Event &event : events) {
            QCOMPARE(event.before, uR"({"state":"finished"})"_qs);
            QCOMPARE(event.after, uR"({"state":"running","statuses":["failed"]})"_qs);
        }
    }

    void aGatewayThatIsGoneIsReplacedByTheDefaultOne()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing().state(MailingState::Finished).gateway(core::GatewayId{77}));
        f.addMessages(id, 1);
        f.settle(id, MessageStatus::Failed);

        QCOMPARE(f.service.retry(admin(), id, {MessageStatus::Failed}, {}).result()->gateway, f.gateway);
        QCOMPARE(f.mailing(id).gateway, f.gateway);
    }

    void withoutAnyGatewayNothingBeginsAgain()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing().state(MailingState::Finished).gateway(f.gateway));
        f.addMessages(id, 1);
        f.settle(id, MessageStatus::Failed);
        QVERIFY(f.workspace.gateways.remove(f.gateway));

        QCOMPARE(f.service.retry(admin(), id, {MessageStatus::Failed}, {}).result().error().code, u"gateway.none"_qs);
        QCOMPARE(f.mailing(id).state, MailingState::Finished);
        QCOMPARE(f.count(id, MessageStatus::Failed), 1);
    }

    void nothingToRetryLeavesTheMailingAsItWas()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing().state(MailingState::Finished));

        const auto retried = f.service.retry(admin(), id, {MessageStatus::Failed}, {}).result();

        QCOMPARE(retried->state, MailingState::Finished);
        QCOMPARE(f.mailing(id).state, MailingState::Finished);
    }

    void aPassedEndNeedsANewOne()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing().state(MailingState::Finished).repeats(core::domain::Repeat::Daily));
        f.addMessages(id, 1);
        f.settle(id, MessageStatus::Expired);
        f.clock.advance(std::chrono::hours{4}); // to the very end
        QCOMPARE(errorLine(f.service.retry(admin(), id, {MessageStatus::Expired}, {}).result().error()),
                 u"end_at retry:end_passed"_qs);
        f.clock.advance(std::chrono::hours{44});

        QCOMPARE(errorLine(f.service.retry(admin(), id, {MessageStatus::Expired}, {}).result().error()),
                 u"end_at retry:end_passed"_qs);
        QCOMPARE(
            errorLine(f.service.retry(admin(), id, {MessageStatus::Expired}, at("2024-03-01T09:00:00Z")).result().error()),
            u"end_at end_at:past"_qs);

        const auto newEnd = at("2024-03-04T08:00:00Z");
        QCOMPARE(f.service.retry(admin(), id, {MessageStatus::Expired}, newEnd).result()->endAt, newEnd);
        QCOMPARE(f.mailing(id).repeat, core::domain::Repeat::Daily);
    }

    void whatCannotBeTriedAgainIsRefused_data()
    {
        QTest::addColumn<QList<MessageStatus>>("statuses");
        QTest::addColumn<QString>("refusal");

        QTest::newRow("none") << QList<MessageStatus>() << u"statuses retry:statuses"_qs;
        QTest::newRow("pending") << QList{MessageStatus::Pending} << u"statuses retry:status pending"_qs;
        QTest::newRow("sent") << QList{MessageStatus::Sent} << u"statuses retry:status sent"_qs;
        QTest::newRow("delivered") << QList{MessageStatus::Delivered} << u"statuses retry:status delivered"_qs;
        QTest::newRow("opted out") << QList{MessageStatus::Failed, MessageStatus::OptedOut}
                                   << u"statuses retry:status opted_out"_qs;
        QTest::newRow("cancelled") << QList{MessageStatus::Cancelled} << u"statuses retry:status cancelled"_qs;
    }

    void whatCannotBeTriedAgainIsRefused()
    {
        QFETCH(QList<MessageStatus>, statuses);
        QFETCH(QString, refusal);
        MailingFixture f;
        const MailingId id = f.stored(aMailing());

        QCOMPARE(errorLine(f.service.retry(admin(), id, statuses, {}).result().error()), refusal);
    }

    void aMailingThatWasDroppedStaysSo()
    {
        MailingFixture f;
        const MailingId cancelled = f.stored(aMailing().state(MailingState::Cancelled));
        const MailingId archived = f.stored(aMailing().archived(f.clock.now()));

        QCOMPARE(errorLine(f.service.retry(admin(), cancelled, {MessageStatus::Failed}, {}).result().error()),
                 u"Conflict mailing.state cancelled|retry"_qs);
        QCOMPARE(errorLine(f.service.retry(admin(), archived, {MessageStatus::Failed}, {}).result().error()),
                 u"Conflict mailing.archived"_qs);
    }
};

QTEST_GUILESS_MAIN(MailingRetryTest)
#include "mailingretrytest.moc"
