// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What people do to one occurrence of a series, and what becomes of the others.

#include "tests/services/mailingfixture.h"

#include <QtTest>

using core::MailingId;
using core::domain::Mailing;
using core::domain::MailingEdit;
using core::domain::MailingState;
using core::domain::Repeat;
using tests::admin;
using tests::aMailing;
using tests::at;
using tests::MailingFixture;
using namespace std::chrono_literals;

class MailingSeriesTest : public QObject
{
    Q_OBJECT

private:
    /** Monday's occurrence of a daily mailing, 11:00–15:00 in Moscow; it runs, and Tuesday's is to come. */
    struct Fixture : MailingFixture
    {
        Fixture()
        {
            Q_UNUSED(workspace.settings.set(u"zone"_qs, u"Europe/Moscow"_qs));
            monday = stored(aMailing().repeats(Repeat::Daily));
            tuesday = add(monday, 24h);
        }

        MailingId add(MailingId first, core::Milliseconds later)
        {
            Mailing occurrence = mailing(first);
            occurrence.state = MailingState::Scheduled;
            occurrence.startAt += later;
            occurrence.endAt += later;
            return stored(occurrence);
        }
        core::Result<Mailing> edit(MailingId id, Repeat repeat, std::optional<core::Instant> until = {})
        {
            MailingEdit edit;
            edit.repeat = repeat;
            edit.repeatUntil = until;
            return service.edit(admin(), id, edit, {}).result();
        }
        /** Starts of what is still to come, in the order of the series. */
        QStringList toCome()
        {
            QMap<core::Instant, QString> starts;
            for (const tests::FakeMailing &entry : std::as_const(workspace.data.mailings)) {
                if (entry.mailing.state == MailingState::Scheduled)
                    starts.insert(entry.mailing.startAt, core::toIso(entry.mailing.startAt));
            }
            return starts.values();
        }

        MailingId monday;
        MailingId tuesday;
    };

private Q_SLOTS:
    void aMailingThatRunsCanBecomeASeries()
    {
        MailingFixture f;
        const MailingId id = f.stored(aMailing());
        MailingEdit edit;
        edit.repeat = Repeat::Weekly;

        const auto edited = f.service.edit(admin(), id, edit, {}).result();

        QCOMPARE(edited->seriesId, id);
        const auto series = *f.workspace.mailings.occurrences(id);
        QCOMPARE(series.size(), 2);
        QCOMPARE(series.last().startAt, at("2024-03-08T08:00:00Z"));
        QCOMPARE(series.last().endAt, at("2024-03-08T12:00:00Z"));
        QCOMPARE(series.last().state, MailingState::Scheduled);
        QCOMPARE(series.last().text, edited->text);
        QCOMPARE(f.lastEvent().action, u"mailing.create"_qs);
        QCOMPARE(f.lastEvent().mailing, series.last().id);
    }

    void oneThatHasNotStartedGetsItsNextOccurrenceThen_data()
    {
        QTest::addColumn<MailingState>("state");
        QTest::newRow("draft") << MailingState::Draft;
        QTest::newRow("scheduled") << MailingState::Scheduled;
        QTest::newRow("paused before its start") << MailingState::Paused;
    }

    void oneThatHasNotStartedGetsItsNextOccurrenceThen()
    {
        QFETCH(MailingState, state);
        MailingFixture f;
        Mailing mailing = aMailing().state(state);
        mailing.pausedFrom = MailingState::Scheduled;
        const MailingId id = f.stored(mailing);
        MailingEdit edit;
        edit.repeat = Repeat::Daily;

        QVERIFY(f.service.edit(admin(), id, edit, {}).result());

        QCOMPARE(f.workspace.data.mailings.size(), 1);
        QCOMPARE(f.mailing(id).seriesId, id);
    }

    void endingTheRepetitionEndsTheSeries()
    {
        Fixture f;

        QVERIFY(f.edit(f.monday, Repeat::None));

        QCOMPARE(f.mailing(f.monday).state, MailingState::Running);
        QCOMPARE(f.mailing(f.tuesday).state, MailingState::Cancelled);
        QCOMPARE(f.lastEvent().action, u"mailing.cancel"_qs);
        QCOMPARE(f.lastEvent().mailing, f.tuesday);
    }

    void anEndOfTheSeriesThatIsTakenBackLetsItGoOn()
    {
        Fixture f;
        QVERIFY(f.edit(f.monday, Repeat::None));

        QVERIFY(f.edit(f.monday, Repeat::Daily));

        // Tuesday's was cancelled and stays so: the next free turn is Wednesday's.
        QCOMPARE(f.toCome(), QStringList{u"2024-03-03T08:00:00Z"_qs});
    }

    void aLastDayHoldsForWhatIsToCome_data()
    {
        QTest::addColumn<core::Instant>("until");
        QTest::addColumn<MailingState>("tuesday");
        QTest::newRow("before it") << at("2024-03-02T07:59:59Z") << MailingState::Cancelled;
        QTest::newRow("with it") << at("2024-03-02T08:00:00Z") << MailingState::Scheduled;
    }

    void aLastDayHoldsForWhatIsToCome()
    {
        QFETCH(core::Instant, until);
        QFETCH(MailingState, tuesday);
        Fixture f;

        QVERIFY(f.edit(f.monday, Repeat::Daily, until));

        QCOMPARE(f.mailing(f.tuesday).state, tuesday);
        if (tuesday == MailingState::Scheduled)
            QCOMPARE(f.mailing(f.tuesday).repeatUntil, std::optional(until));
    }

    void aLaterLastDayBringsTheNextOccurrence()
    {
        MailingFixture f;
        Mailing mailing = aMailing().repeats(Repeat::Daily);
        mailing.repeatUntil = at("2024-03-01T20:00:00Z");
        const MailingId id = f.stored(mailing);
        MailingEdit edit;
        edit.repeatUntil = std::optional<core::Instant>();

        QVERIFY(f.service.edit(admin(), id, edit, {}).result());

        QCOMPARE(f.workspace.mailings.occurrences(id)->last().startAt, at("2024-03-02T08:00:00Z"));
    }

    void anotherIntervalIsThatOfTheOneToComeAsWell()
    {
        Fixture f;

        QVERIFY(f.edit(f.monday, Repeat::Weekly));

        QCOMPARE(f.mailing(f.tuesday).repeat, Repeat::Weekly);
        QCOMPARE(f.toCome(), QStringList{u"2024-03-02T08:00:00Z"_qs}); // one at a time
    }

    void whatIsSaidOfAnotherFieldIsOfThatOccurrenceAlone()
    {
        Fixture f;
        MailingEdit edit;
        edit.text = u"Only today"_qs;

        QVERIFY(f.service.edit(admin(), f.monday, edit, {}).result());

        QCOMPARE(f.mailing(f.tuesday).text, u"Hello"_qs);
    }

    void anOccurrenceThatRunsIsNotCancelledByAnEditOfAnEarlierOne()
    {
        Fixture f;
        f.workspace.data.mailings[f.tuesday].mailing.state = MailingState::Running;

        QVERIFY(f.edit(f.monday, Repeat::None));

        QCOMPARE(f.mailing(f.tuesday).state, MailingState::Running);
        QCOMPARE(f.mailing(f.tuesday).repeat, Repeat::None);
    }

    void anEarlierOccurrenceIsNotTouchedByAnEditOfALaterOne()
    {
        Fixture f;
        f.workspace.data.mailings[f.monday].mailing.state = MailingState::Paused;

        QVERIFY(f.edit(f.tuesday, Repeat::None));

        QCOMPARE(f.mailing(f.monday).state, MailingState::Paused);
        QCOMPARE(f.mailing(f.monday).repeat, Repeat::Daily);
        QCOMPARE(f.mailing(f.tuesday).state, MailingState::Scheduled);
    }

    void turnsThatAreCancelledOneByOneMakeRoomForTheNext()
    {
        Fixture f;

        QVERIFY(f.service.cancel(admin(), f.tuesday, false).result());
        QCOMPARE(f.toCome(), QStringList{u"2024-03-03T08:00:00Z"_qs});
        const MailingId wednesday = f.workspace.mailings.occurrences(f.monday)->last().id;
        QVERIFY(f.service.remove(admin(), wednesday).result());
        QCOMPARE(f.toCome(), QStringList{u"2024-03-04T08:00:00Z"_qs});
        QCOMPARE(f.lastEvent().action, u"mailing.delete"_qs);
    }

    void nothingIsAddedWhereTheNextOneIsToComeAlready()
    {
        Fixture f;
        f.workspace.data.mailings[f.monday].mailing.state = MailingState::Scheduled;

        QVERIFY(f.service.cancel(admin(), f.monday, false).result());

        QCOMPARE(f.toCome(), QStringList{u"2024-03-02T08:00:00Z"_qs});
    }

    void oneThatWasPausedWhileItRanGetsItsNextOccurrenceAtOnce()
    {
        MailingFixture f;
        Mailing mailing = aMailing().state(MailingState::Paused);
        mailing.pausedFrom = MailingState::Running;
        const MailingId id = f.stored(mailing);
        MailingEdit edit;
        edit.repeat = Repeat::Daily;

        QVERIFY(f.service.edit(admin(), id, edit, {}).result());

        QCOMPARE(f.workspace.data.mailings.size(), 2);
    }

    void theFirstOneMayGoBeforeItStarts()
    {
        Fixture f;
        f.workspace.data.mailings.remove(f.tuesday);
        f.workspace.data.mailings[f.monday].mailing.state = MailingState::Scheduled;

        QVERIFY(f.service.cancel(admin(), f.monday, false).result());

        QCOMPARE(f.toCome(), QStringList{u"2024-03-02T08:00:00Z"_qs});
        QCOMPARE(f.mailing(f.workspace.mailings.occurrences(f.monday)->last().id).seriesId, f.monday);
    }

    void cancellingTheWholeSeriesTakesPausedOnesAlong()
    {
        Fixture f;
        QVERIFY(f.service.pause(admin(), f.tuesday).result());

        QVERIFY(f.service.cancel(admin(), f.monday, true).result());

        QCOMPARE(f.mailing(f.monday).state, MailingState::Cancelled);
        QCOMPARE(f.mailing(f.tuesday).state, MailingState::Cancelled);
        QVERIFY(f.toCome().isEmpty());
    }

    void whatIsSaidOfTheSeriesHoldsForAllThatAreToCome()
    {
        Fixture f;
        const MailingId wednesday = f.add(f.monday, 48h); // came while Tuesday's was deleted; that was undone
        QVERIFY(f.edit(f.monday, Repeat::Weekly));
        QCOMPARE(f.mailing(f.tuesday).repeat, Repeat::Weekly);
        QCOMPARE(f.mailing(wednesday).repeat, Repeat::Weekly);

        QVERIFY(f.service.cancel(admin(), f.monday, true).result());

        QCOMPARE(f.mailing(f.tuesday).state, MailingState::Cancelled);
        QCOMPARE(f.mailing(wednesday).state, MailingState::Cancelled);
    }

    void anOccurrenceIsNoTwinOfItsSeriesButAnotherMailingIs()
    {
        Fixture f;
        MailingEdit longer; // until the next one begins: they would overlap if the times were looked at alone
        longer.endAt = at("2024-03-02T08:00:00Z");
        QVERIFY(f.service.edit(admin(), f.monday, longer, {}).result());
        MailingEdit same;
        same.text = u"Hello"_qs;
        same.startAt = at("2024-03-02T09:00:00Z");

        QCOMPARE(f.service.createScheduled(admin(), same, {}).result().error().code, u"mailing.twin"_qs);
    }
};

QTEST_GUILESS_MAIN(MailingSeriesTest)
#include "mailingseriestest.moc"
