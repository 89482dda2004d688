// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/recurrence.h"
#include "core/domain/timezonename.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace core::domain;
using namespace std::chrono_literals;

namespace tests {

namespace {

constexpr core::Instant longAgo{};

Occurrence occurrence(const char *start, const char *end)
{
    return {at(start), at(end)};
}

QString line(const std::optional<Occurrence> &occurrence)
{
    return occurrence ? core::toIso(occurrence->start) + u'/' + core::toIso(occurrence->end) : u"none"_qs;
}

} // namespace

class RecurrenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheNextOccurrence_data()
    {
        QTest::addColumn<Repeat>("repeat");
        QTest::addColumn<Occurrence>("first");
        QTest::addColumn<core::Instant>("previous");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, Repeat repeat, const Occurrence &first, const char *previous,
                            const char *expected) {
            QTest::newRow(name) << repeat << first << at(previous) << QString::fromLatin1(expected);
        };
        // All in Berlin: +1 h in winter, +2 h from 2024-03-31 01:00Z to 2024-10-27 01:00Z.
        const Occurrence day = occurrence("2024-03-29T08:00:00Z", "2024-03-29T17:00:00Z");
        row("daily", Repeat::Daily, day, "2024-03-29T08:00:00Z", "2024-03-30T08:00:00Z/2024-03-30T17:00:00Z");
        row("daily, into summer", Repeat::Daily, day, "2024-03-30T08:00:00Z", "2024-03-31T07:00:00Z/2024-03-31T16:00:00Z");
        row("daily, into winter", Repeat::Daily, day, "2024-10-26T07:00:00Z", "2024-10-27T08:00:00Z/2024-10-27T17:00:00Z");
        row("daily, years later", Repeat::Daily, day, "2034-01-01T08:00:00Z", "2034-01-02T08:00:00Z/2034-01-02T17:00:00Z");
        const Occurrence gap = occurrence("2024-03-29T01:30:00Z", "2024-03-29T02:30:00Z"); // 02:30–03:30
        row("begins in the gap", Repeat::Daily, gap, "2024-03-30T01:30:00Z", "2024-03-31T01:30:00Z/2024-03-31T02:30:00Z");
        const Occurrence inGap = occurrence("2024-03-29T01:10:00Z", "2024-03-29T01:50:00Z"); // 02:10–02:50
        row("wholly in the gap", Repeat::Daily, inGap, "2024-03-30T01:10:00Z", "2024-03-31T01:10:00Z/2024-03-31T01:50:00Z");
        const Occurrence overlap = occurrence("2024-10-25T00:30:00Z", "2024-10-25T10:00:00Z"); // 02:30–12:00
        row("in the overlap once", Repeat::Daily, overlap, "2024-10-26T00:30:00Z",
            "2024-10-27T00:30:00Z/2024-10-27T11:00:00Z");
        row("after the overlap", Repeat::Daily, overlap, "2024-10-27T00:30:00Z",
            "2024-10-28T01:30:00Z/2024-10-28T11:00:00Z");
        row("weekly", Repeat::Weekly, day, "2024-03-29T08:00:00Z", "2024-04-05T07:00:00Z/2024-04-05T16:00:00Z");
        const Occurrence monthEnd = occurrence("2024-01-31T08:00:00Z", "2024-01-31T17:00:00Z");
        row("leap February", Repeat::Monthly, monthEnd, "2024-01-31T08:00:00Z", "2024-02-29T08:00:00Z/2024-02-29T17:00:00Z");
        row("the 31st comes back", Repeat::Monthly, monthEnd, "2024-02-29T08:00:00Z",
            "2024-03-31T07:00:00Z/2024-03-31T16:00:00Z");
        row("April has thirty", Repeat::Monthly, monthEnd, "2024-03-31T07:00:00Z",
            "2024-04-30T07:00:00Z/2024-04-30T16:00:00Z");
        row("short February", Repeat::Monthly, monthEnd, "2025-01-31T08:00:00Z",
            "2025-02-28T08:00:00Z/2025-02-28T17:00:00Z");
        const Occurrence overnight = occurrence("2024-03-30T21:00:00Z", "2024-03-31T04:00:00Z"); // 22:00–06:00
        row("over midnight", Repeat::Daily, overnight, "2024-03-30T21:00:00Z", "2024-03-31T20:00:00Z/2024-04-01T04:00:00Z");
        const Occurrence october = occurrence("2024-10-26T07:00:00Z", "2024-10-26T16:00:00Z");
        row("a day of 25 hours", Repeat::Daily, october, "2024-10-27T07:30:00Z",
            "2024-10-27T08:00:00Z/2024-10-27T17:00:00Z");
        row("does not repeat", Repeat::None, day, "2024-03-29T08:00:00Z", "none");
    }

    void findsTheNextOccurrence()
    {
        QFETCH(Repeat, repeat);
        QFETCH(Occurrence, first);
        QFETCH(core::Instant, previous);
        QFETCH(QString, expected);
        QCOMPARE(line(nextOccurrence(repeat, first, previous, longAgo, {}, timeZone(u"Europe/Berlin"_qs))), expected);
    }

    void skipsWhatPassedWhileTheComputerWasOff()
    {
        const Occurrence first = occurrence("2024-03-01T09:00:00Z", "2024-03-01T18:00:00Z");
        const auto next = [&first](const char *now) {
            return line(nextOccurrence(Repeat::Daily, first, first.start, at(now), {}, timeZone(u"UTC"_qs)));
        };
        QCOMPARE(next("2024-03-05T17:59:59Z"), u"2024-03-05T09:00:00Z/2024-03-05T18:00:00Z"_qs);
        QCOMPARE(next("2024-03-05T18:00:00Z"), u"2024-03-06T09:00:00Z/2024-03-06T18:00:00Z"_qs);
    }

    void endsWithTheSeries()
    {
        const Occurrence first = occurrence("2024-03-01T09:00:00Z", "2024-03-01T18:00:00Z");
        const auto next = [&first](const char *until) {
            return line(nextOccurrence(Repeat::Weekly, first, first.start, longAgo, at(until), timeZone(u"UTC"_qs)));
        };
        QCOMPARE(next("2024-03-08T09:00:00Z"), u"2024-03-08T09:00:00Z/2024-03-08T18:00:00Z"_qs);
        QCOMPARE(next("2024-03-08T08:59:59Z"), u"none"_qs);
    }

    void keepsTheWallClockForYears()
    {
        const QTimeZone &zone = timeZone(u"America/New_York"_qs);
        const Occurrence first = occurrence("2024-01-31T14:00:00Z", "2024-01-31T23:00:00Z");
        core::Instant previous = first.start;
        for (int month = 1; month <= 60; ++month) {
            const auto next = nextOccurrence(Repeat::Monthly, first, previous, longAgo, {}, zone);
            QVERIFY(next);
            const QDateTime local = core::toDateTime(next->start).toTimeZone(zone);
            QCOMPARE(local.time(), QTime(9, 0));
            QCOMPARE(local.date(), QDate(2024, 1, 31).addMonths(month));
            QVERIFY(next->start > previous);
            previous = next->start;
        }
    }

    void knowsTheShortestInterval()
    {
        QCOMPARE(shortestInterval(Repeat::None), 0h);
        QCOMPARE(shortestInterval(Repeat::Daily), 24h);
        QCOMPARE(shortestInterval(Repeat::Weekly), 168h);
        QCOMPARE(shortestInterval(Repeat::Monthly), 672h);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::RecurrenceTest)
#include "recurrencetest.moc"
