// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/services/mailingfixture.h"

#include <QtTest>

using core::MailingId;
using core::domain::Mailing;
using core::domain::MailingState;
using core::domain::MessageStatus;
using tests::admin;
using tests::aMailing;
using tests::anOperator;
using tests::at;
using tests::errorLine;
using tests::MailingFixture;

class MailingActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startSchedulesADraftForNow()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing().state(MailingState::Draft));
        f.clock.advance(std::chrono::minutes{30});

        const auto started = f.service.start(admin(), id, {}, {}).result();

        QCOMPARE(started->state, MailingState::Scheduled);
        QCOMPARE(started->startAt, f.clock.now());
        QCOMPARE(started->gateway, f.gateway);
        QCOMPARE(f.lastEvent().action, u"mailing.start"_qs);
        QVERIFY(f.lastEvent().before.contains(u"draft"_qs));
    }

    void aStartThatLiesAheadStays()
    {
        MailingFixture f;
        const auto start = at("2024-03-05T08:00:00Z");
        const MailingId id = f.stored(aMailing().state(MailingState::Draft).times(start, at("2024-03-06T08:00:00Z")));

        QCOMPARE(f.service.start(admin(), id, {}, {}).result()->startAt, start);
    }

    void aStartAfterTheEndIsRefused()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing().state(MailingState::Draft));

        const auto started = f.service.start(admin(), id, at("2024-03-05T08:00:00Z"), {}).result();

        QCOMPARE(errorLine(started.error()), u"end_at end_at:before_start"_qs);
        QCOMPARE(f.mailing(id).state, MailingState::Draft);
    }

    void resumeLeadsWherePauseCameFrom_data()
    {
        QTest::addColumn<MailingState>("state");

        QTest::newRow("scheduled") << MailingState::Scheduled;
        QTest::newRow("running") << MailingState::Running;
    }

    void resumeLeadsWherePauseCameFrom()
    {
        QFETCH(MailingState, state);
        MailingFixture f;
        const MailingId id = f.stored(aMailing().state(state));

        QCOMPARE(f.service.pause(admin(), id).result()->state, MailingState::Paused);
        QCOMPARE(f.mailing(id).state, MailingState::Paused);
        QCOMPARE(f.service.resume(admin(), id).result()->state, state);
    }

    void anActionThatDoesNotFitIsAConflict()
    {
        MailingFixture f;
        const MailingId draft = f.stored(aMailing().state(MailingState::Draft));
        const MailingId running = f.stored(aMailing());

        QCOMPARE(errorLine(f.service.pause(admin(), draft).result().error()), u"Conflict mailing.state draft|pause"_qs);
        QCOMPARE(f.service.start(admin(), running, {}, {}).result().error().code, u"mailing.state"_qs);
        QCOMPARE(f.service.pause(admin(), MailingId{4711}).result().error().kind, core::ErrorKind::NotFound);
        QCOMPARE(f.service.pause(anOperator(2), running).result().error().kind, core::ErrorKind::PermissionDenied);
    }

    void cancellingOneOccurrenceLeavesTheSeriesAlive()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing().repeats(core::domain::Repeat::Daily));

        const auto cancelled = f.service.cancel(admin(), id, false).result();

        QCOMPARE(cancelled->state, MailingState::Cancelled);
        QCOMPARE(cancelled->repeat, core::domain::Repeat::Daily);
    }

    void anOccurrenceThatGoesBeforeItsStartLeavesTheNextOne_data()
    {
        QTest::addColumn<MailingState>("state");
        QTest::addColumn<bool>("isDeleted");
        QTest::addColumn<bool>("leavesNext");

        QTest::newRow("scheduled, cancelled") << MailingState::Scheduled << false << true;
        QTest::newRow("scheduled, deleted") << MailingState::Scheduled << true << true;
        QTest::newRow("paused before its start, cancelled") << MailingState::Paused << false << true;
        QTest::newRow("paused before its start, deleted") << MailingState::Paused << true << true;
        QTest::newRow("draft, deleted") << MailingState::Draft << true << false;
        QTest::newRow("running, cancelled") << MailingState::Running << false << false; // it came with the start
    }

    void anOccurrenceThatGoesBeforeItsStartLeavesTheNextOne()
    {
        QFETCH(MailingState, state);
        QFETCH(bool, isDeleted);
        QFETCH(bool, leavesNext);
        MailingFixture f;
        Mailing mailing = aMailing().state(state).repeats(core::domain::Repeat::Daily);
        mailing.pausedFrom = MailingState::Scheduled;
        const MailingId id = f.stored(mailing);

        QVERIFY((isDeleted ? f.service.remove(admin(), id) : f.service.cancel(admin(), id, false)).result());

        const auto occurrences = *f.workspace.mailings.occurrences(id);
        QCOMPARE(occurrences.size(), leavesNext ? 2 : 1);
        QCOMPARE(occurrences.last().startAt, mailing.startAt + std::chrono::hours{leavesNext ? 24 : 0});
        if (leavesNext) {
            QCOMPARE(occurrences.last().state, MailingState::Scheduled);
            QVERIFY(!occurrences.last().archivedAt);
        }
    }

    void aCancelledSeriesHasNoNextOccurrence()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing().state(MailingState::Scheduled).repeats(core::domain::Repeat::Daily));

        QVERIFY(f.service.cancel(admin(), id, true).result());

        QCOMPARE(f.workspace.data.mailings.size(), 1);
    }

    void cancellingTheSeriesEndsItEvenFromAnOccurrenceThatHasRun()
    {
        MailingFixture f;
        const MailingId first = f.stored(aMailing().repeats(core::domain::Repeat::Daily).state(MailingState::Finished));
        const MailingId next = f.stored(aMailing()
                                            .repeats(core::domain::Repeat::Daily)
                                            .state(MailingState::Scheduled)
                                            .series(f.mailing(first).seriesId)
                                            .times(at("2024-03-02T08:00:00Z"), at("2024-03-02T09:00:00Z")));

        const auto cancelled = f.service.cancel(admin(), first, true).result();

        QVERIFY(cancelled);
        QCOMPARE(cancelled->state, MailingState::Finished);
        QCOMPARE(f.mailing(first).repeat, core::domain::Repeat::None);
        QCOMPARE(f.mailing(next).state, MailingState::Cancelled);
        QCOMPARE(f.mailing(next).repeat, core::domain::Repeat::None);
    }

    void aMailingWithoutASeriesIsCancelledAlone()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing());
        const MailingId other = f.stored(aMailing().text(u"Bye"_qs).state(MailingState::Scheduled));
        const MailingId finished = f.stored(aMailing().text(u"Old"_qs).state(MailingState::Finished));

        QCOMPARE(f.service.cancel(admin(), id, true).result()->state, MailingState::Cancelled);
        QCOMPARE(f.mailing(other).state, MailingState::Scheduled);
        QCOMPARE(errorLine(f.service.cancel(admin(), finished, true).result().error()),
                 u"Conflict mailing.state finished|cancel"_qs);
    }

    void deleteCancelsAndArchives()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing());

        const auto removed = f.service.remove(admin(), id).result();

        QCOMPARE(removed->state, MailingState::Cancelled);
        QCOMPARE(removed->archivedAt, f.clock.now());
        QCOMPARE(errorLine(f.service.remove(admin(), id).result().error()), u"Conflict mailing.archived"_qs);
    }

    void aDraftIsDeletedWithoutBeingCancelled()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing().state(MailingState::Draft));

        QCOMPARE(f.service.remove(admin(), id).result()->state, MailingState::Draft);
    }

    void undoOfADeleteRevivesWhatItCancelled()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing());
        f.addMessages(id, 3);
        const Mailing was = f.mailing(id);
        QVERIFY(f.service.remove(admin(), id).result());
        QVERIFY(f.workspace.messages.cancelPending(id, 100, f.clock.now()));
        QCOMPARE(f.count(id, MessageStatus::Cancelled), 3);

        const auto restored = f.service.restore(admin(), was).result();

        QCOMPARE(restored->state, MailingState::Running);
        QVERIFY(!restored->archivedAt);
        QCOMPARE(f.count(id, MessageStatus::Pending), 3);
        QCOMPARE(f.lastEvent().action, u"mailing.restore"_qs);
    }

    void undoOfADeleteTakesTheDefaultGatewayIfItsOwnIsGone()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing().gateway(core::GatewayId{77}));
        const Mailing was = f.mailing(id);
        QVERIFY(f.service.remove(admin(), id).result());
        QCOMPARE(f.service.restore(admin(), was).result()->gateway, f.gateway);
    }

    void undoOfADeleteRevivesNothingOfWhatWasOver()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing());
        f.addMessages(id, 2);
        QVERIFY(f.workspace.messages.cancelPending(id, 100, f.clock.now()));
        f.workspace.data.mailings[id].mailing.state = MailingState::Finished;
        const Mailing was = f.mailing(id);
        QVERIFY(f.service.remove(admin(), id).result());

        QCOMPARE(f.service.restore(admin(), was).result()->state, MailingState::Finished);
        QCOMPARE(f.count(id, MessageStatus::Cancelled), 2);
    }

    void anUndoThatFindsNothingMoreLeavesAFinishedMailingAlone()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing());
        f.addMessages(id, 5000); // the second step finds none
        const Mailing was = f.mailing(id);
        QVERIFY(f.service.remove(admin(), id).result());
        QVERIFY(f.workspace.messages.cancelPending(id, 10000, f.clock.now()));
        bool first = true;
        QObject::connect(&f.workspace.feed, &core::interfaces::ChangeFeed::changed, &f.workspace.feed, [&] {
            if (std::exchange(first, false)) {
                f.settle(id, MessageStatus::Sent);
                f.workspace.data.mailings[id].mailing.state = MailingState::Finished;
            }
        });

        QVERIFY(f.service.restore(admin(), was).result());

        QCOMPARE(f.mailing(id).state, MailingState::Finished);
    }

    void whatIsDoneDuringALongUndoStands_data()
    {
        QTest::addColumn<MailingState>("state"); // between the two steps
        QTest::addColumn<bool>("archived");
        QTest::addColumn<MailingState>("after");
        QTest::addColumn<int>("pending");

        QTest::newRow("paused") << MailingState::Paused << false << MailingState::Paused << 5001;
        QTest::newRow("cancelled") << MailingState::Cancelled << false << MailingState::Cancelled << 5000;
        QTest::newRow("deleted again") << MailingState::Cancelled << true << MailingState::Cancelled << 5000;
        QTest::newRow("all sent") << MailingState::Finished << false << MailingState::Running << 5001;
    }

    void whatIsDoneDuringALongUndoStands()
    {
        QFETCH(MailingState, state);
        QFETCH(bool, archived);
        QFETCH(MailingState, after);
        QFETCH(int, pending);
        MailingFixture f;
        const MailingId id = f.stored(aMailing());
        f.addMessages(id, 5001);
        const Mailing was = f.mailing(id);
        QVERIFY(f.service.remove(admin(), id).result());
        QVERIFY(f.workspace.messages.cancelPending(id, 10000, f.clock.now()));

        int steps = 0;
        QObject::connect(&f.workspace.feed, &core::interfaces::ChangeFeed::changed, &f.workspace.feed, [&] {
            if (++steps > 1)
                return;
            Mailing &mailing = f.workspace.data.mailings[id].mailing;
            mailing.state = state;
            if (archived)
                mailing.archivedAt = f.clock.now();
        });
        QVERIFY(f.service.restore(admin(), was).result());

        QCOMPARE(f.mailing(id).state, after);
        QCOMPARE(f.mailing(id).archivedAt.has_value(), archived);
        QCOMPARE(f.count(id, MessageStatus::Pending), pending);
    }

    void pauseAllPassesOverWhatIsDeleted()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing());
        f.addMessages(id, 1);
        f.workspace.data.mailings[id].mailing.archivedAt = f.clock.now();
        const MailingId running = f.stored(aMailing().text(u"Bye"_qs));

        QCOMPARE(*f.service.pauseAll(admin()).result(), 1);
        QCOMPARE(f.mailing(running).state, MailingState::Paused);
        QCOMPARE(f.mailing(id).state, MailingState::Running);
    }

    void pauseAllTakesWhatIsAliveAndResumeAllBringsItBack()
    {
        MailingFixture f;
        const MailingId running = f.stored(aMailing());
        const MailingId scheduled = f.stored(aMailing().state(MailingState::Scheduled));
        const MailingId finished = f.stored(aMailing().state(MailingState::Finished));

        QCOMPARE(*f.service.pauseAll(admin()).result(), 2);
        QCOMPARE(f.mailing(running).state, MailingState::Paused);
        QCOMPARE(f.mailing(finished).state, MailingState::Finished);

        QCOMPARE(*f.service.resumeAll(admin()).result(), 2);
        QCOMPARE(f.mailing(running).state, MailingState::Running);
        QCOMPARE(f.mailing(scheduled).state, MailingState::Scheduled);
        QCOMPARE(*f.service.pauseAll(anOperator(2)).result(), 0);
    }
};

QTEST_GUILESS_MAIN(MailingActionsTest)
#include "mailingactionstest.moc"
