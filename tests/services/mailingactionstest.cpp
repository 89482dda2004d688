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
