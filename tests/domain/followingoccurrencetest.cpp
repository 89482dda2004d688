// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/mailing.h"
#include "core/domain/timezonename.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace core::domain;
using namespace std::chrono_literals;

namespace tests {

namespace {

/** The first occurrence of a series: it begins at 09:00 in Berlin and lasts eight hours. */
Mailing first(Repeat repeat, const char *start)
{
    Mailing mailing;
    mailing.id = core::MailingId{1};
    mailing.seriesId = mailing.id;
    mailing.name = u"Morning"_qs;
    mailing.text = u"Hello {name|friend}"_qs;
    mailing.repeat = repeat;
    mailing.startAt = at(start);
    mailing.endAt = mailing.startAt + 8h;
    mailing.state = MailingState::Running;
    return mailing;
}

QString startOf(const std::optional<Mailing> &mailing)
{
    return mailing ? core::toIso(mailing->startAt) : u"none"_qs;
}

QString following(const Mailing &mailing, const QList<Mailing> &series, core::Instant now = {})
{
    return startOf(followingOccurrence(mailing, series, now, timeZone(u"Europe/Berlin"_qs)));
}

} // namespace

/** What the occurrence after another one is made of, and when there is none. */
class FollowingOccurrenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isANewMailingOfTheSameSeries()
    {
        Mailing mailing = first(Repeat::Daily, "2024-03-29T08:00:00Z");
        mailing.pausedFrom = MailingState::Scheduled;
        mailing.archivedAt = at("2024-03-29T10:00:00Z");
        mailing.gateway = core::GatewayId{3};
        mailing.owner = core::UserId{2};
        const core::Instant now = at("2024-03-29T09:00:00Z");

        const auto next = followingOccurrence(mailing, {mailing}, now, timeZone(u"Europe/Berlin"_qs));

        QVERIFY(next);
        QVERIFY(!next->id.isValid());
        QCOMPARE(next->seriesId, mailing.seriesId);
        QCOMPARE(next->state, MailingState::Scheduled);
        QCOMPARE(next->pausedFrom, MailingState::Running);
        QVERIFY(!next->archivedAt);
        QCOMPARE(next->createdAt, now);
        QCOMPARE(next->updatedAt, now);
        QCOMPARE(next->text, mailing.text);
        QCOMPARE(next->gateway, mailing.gateway);
        QCOMPARE(next->owner, mailing.owner);
        QCOMPARE(next->startAt, at("2024-03-30T08:00:00Z"));
        QCOMPARE(next->endAt, at("2024-03-30T16:00:00Z"));
    }

    void anOccurrenceThatWasMovedStandsForItsTurn_data()
    {
        QTest::addColumn<Repeat>("repeat");
        QTest::addColumn<core::Milliseconds>("moved");
        QTest::addColumn<QString>("expected"); // the turn was 2024-03-30, 2024-04-05 or 2024-04-29
        const auto row = [](const char *name, Repeat repeat, core::Milliseconds moved, const char *expected) {
            QTest::newRow(name) << repeat << moved << QString::fromLatin1(expected);
        };
        row("daily, in its place", Repeat::Daily, 0h, "2024-03-31T07:00:00Z");
        row("daily, an hour earlier", Repeat::Daily, -1h, "2024-03-31T07:00:00Z");
        row("daily, eleven hours earlier", Repeat::Daily, -11h, "2024-03-31T07:00:00Z");
        row("daily, eleven hours later", Repeat::Daily, 11h - 1ms, "2024-03-31T07:00:00Z");
        row("weekly, three days earlier", Repeat::Weekly, -72h, "2024-04-12T07:00:00Z");
        row("weekly, three days later", Repeat::Weekly, 72h, "2024-04-12T07:00:00Z");
        row("monthly, ten days earlier", Repeat::Monthly, -240h, "2024-05-29T07:00:00Z");
        row("monthly, ten days later", Repeat::Monthly, 240h, "2024-05-29T07:00:00Z");
    }

    void anOccurrenceThatWasMovedStandsForItsTurn()
    {
        QFETCH(Repeat, repeat);
        QFETCH(core::Milliseconds, moved);
        QFETCH(QString, expected);
        const Mailing beginning = first(repeat, "2024-03-29T08:00:00Z");
        Mailing second = beginning;
        second.id = core::MailingId{2};
        const auto turn = followingOccurrence(beginning, {beginning}, {}, timeZone(u"Europe/Berlin"_qs));
        second.startAt = turn->startAt + moved;
        second.endAt = turn->endAt + moved;

        QCOMPARE(following(second, {beginning, second}), expected);
    }

    void whatPassedIsSkippedAndTheRestIsNot()
    {
        const Mailing mailing = first(Repeat::Weekly, "2024-03-01T08:00:00Z");
        QCOMPARE(following(mailing, {mailing}, at("2024-03-15T15:59:59Z")), u"2024-03-15T08:00:00Z"_qs);
        QCOMPARE(following(mailing, {mailing}, at("2024-03-15T16:00:00Z")), u"2024-03-22T08:00:00Z"_qs);
    }

    void thereIsNoneAfterTheLast()
    {
        Mailing mailing = first(Repeat::Daily, "2024-03-01T08:00:00Z");
        mailing.repeatUntil = at("2024-03-02T08:00:00Z");
        QCOMPARE(following(mailing, {mailing}), u"2024-03-02T08:00:00Z"_qs);
        mailing.repeatUntil = at("2024-03-02T07:59:59.999Z");
        QCOMPARE(following(mailing, {mailing}), u"none"_qs);
        QCOMPARE(following(mailing, {mailing}, at("2025-01-01T00:00:00Z")), u"none"_qs);
    }

    void theLatestSaysWhetherTheSeriesGoesOn()
    {
        const Mailing mailing = first(Repeat::Daily, "2024-03-01T08:00:00Z");
        Mailing latest = mailing;
        latest.repeat = Repeat::None;
        QCOMPARE(following(mailing, {mailing, latest}), u"none"_qs);
        QCOMPARE(following(latest, {mailing, mailing}), u"none"_qs);
        QCOMPARE(following(mailing, {}), u"2024-03-02T08:00:00Z"_qs); // a series of its own
    }

    void theFirstOneSetsTheClock()
    {
        const Mailing beginning = first(Repeat::Monthly, "2024-01-31T08:00:00Z");
        Mailing second = beginning;
        second.startAt = at("2024-02-29T11:00:00Z"); // three hours later than its turn, on a short month's last day
        second.endAt = second.startAt + 1h;

        const auto next = followingOccurrence(second, {beginning, second}, {}, timeZone(u"Europe/Berlin"_qs));
        QCOMPARE(next->startAt, at("2024-03-31T07:00:00Z"));
        QCOMPARE(next->endAt, at("2024-03-31T15:00:00Z"));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::FollowingOccurrenceTest)
#include "followingoccurrencetest.moc"
