// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sendwindow.h"
#include "core/domain/timezonename.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace core::domain;
using namespace std::chrono_literals;

namespace tests {

namespace {

SendWindow window(const QString &hours, const QSet<int> &weekdays = {})
{
    return *SendWindow::create(*SendWindow::parseMinutes(hours.left(5), true, "window"),
                               *SendWindow::parseMinutes(hours.right(5), true, "window"), weekdays);
}

QString isoOf(std::optional<core::Instant> instant)
{
    return instant ? core::toIso(*instant) : u"never"_qs;
}

/** The rule of the specification, told once more with the library's calendar. */
bool isInside(core::Instant instant, const SendWindow &window, const QTimeZone &zone)
{
    const QDateTime local = core::toDateTime(instant).toTimeZone(zone);
    const int minute = local.time().hour() * 60 + local.time().minute();
    const QList<int> chosen = window.weekdays();
    const auto runsOn = [&chosen](const QDate &date) { return chosen.isEmpty() || chosen.contains(date.dayOfWeek()); };
    if (window.from() < window.to())
        return minute >= window.from() && minute < window.to() && runsOn(local.date());
    return (minute >= window.from() && runsOn(local.date())) || (minute < window.to() && runsOn(local.date().addDays(-1)));
}

} // namespace

/** Windows around the nights in which the clocks are changed. */
class SendWindowClockChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheWallClock_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("hours");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("opens");
        QTest::addColumn<QString>("closes"); // counted from `opens`
        const auto row = [](const char *name, const char *zone, const char *hours, const char *now, const char *opens,
                            const char *closes) {
            const auto text = [](const char *latin1) { return QString::fromLatin1(latin1); };
            QTest::newRow(name) << text(zone) << text(hours) << text(now) << text(opens) << text(closes);
        };
        // Berlin, 2024-03-31: 02:00 is followed by 03:00 (01:00Z).
        row("spring, wholly in the gap", "Europe/Berlin", "02:00-03:00", "2024-03-30T12:00:00Z", "2024-04-01T00:00:00Z",
            "2024-04-01T01:00:00Z");
        row("spring, begins in the gap", "Europe/Berlin", "02:30-04:00", "2024-03-30T12:00:00Z", "2024-03-31T01:00:00Z",
            "2024-03-31T02:00:00Z");
        row("spring, ends in the gap", "Europe/Berlin", "01:30-02:30", "2024-03-30T12:00:00Z", "2024-03-31T00:30:00Z",
            "2024-03-31T01:00:00Z");
        row("spring, around the gap", "Europe/Berlin", "22:00-06:00", "2024-03-30T12:00:00Z", "2024-03-30T21:00:00Z",
            "2024-03-31T04:00:00Z");
        row("spring, the morning after", "Europe/Berlin", "09:00-18:00", "2024-03-30T20:00:00Z", "2024-03-31T07:00:00Z",
            "2024-03-31T16:00:00Z");
        row("spring, half an hour of Lord Howe", "Australia/Lord_Howe", "02:00-02:30", "2024-10-05T00:00:00Z",
            "2024-10-06T15:00:00Z", "2024-10-06T15:30:00Z");
        // Berlin, 2024-10-27: 03:00 is followed by 02:00 (01:00Z).
        row("autumn, first pass", "Europe/Berlin", "02:00-02:30", "2024-10-26T12:00:00Z", "2024-10-27T00:00:00Z",
            "2024-10-27T00:30:00Z");
        row("autumn, between the passes", "Europe/Berlin", "02:00-02:30", "2024-10-27T00:45:00Z", "2024-10-27T01:00:00Z",
            "2024-10-27T01:30:00Z");
        row("autumn, whole overlap", "Europe/Berlin", "02:00-03:00", "2024-10-26T12:00:00Z", "2024-10-27T00:00:00Z",
            "2024-10-27T02:00:00Z");
        row("autumn, the morning after", "America/New_York", "09:00-18:00", "2024-11-03T00:00:00Z", "2024-11-03T14:00:00Z",
            "2024-11-03T23:00:00Z");
    }

    void followsTheWallClock()
    {
        QFETCH(QString, zone);
        QFETCH(QString, hours);
        QFETCH(QString, now);
        QFETCH(QString, opens);
        QFETCH(QString, closes);
        const SendWindow tested = window(hours);
        QCOMPARE(isoOf(tested.nextOpening(at(qPrintable(now)), timeZone(zone))), opens);
        QCOMPARE(isoOf(tested.nextClosing(at(qPrintable(opens)), timeZone(zone))), closes);
    }

    void aDayThatNeverCameDoesNotOpen()
    {
        // Samoa went from Thursday, 29 December 2011 to Saturday, 31 December.
        const QTimeZone &apia = timeZone(u"Pacific/Apia"_qs);
        QCOMPARE(isoOf(window(u"00:00-24:00"_qs, {5}).nextOpening(at("2011-12-29T12:00:00Z"), apia)),
                 u"2012-01-05T10:00:00Z"_qs);
    }

    void neverDisagreesWithTheCalendar_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("begin");
        QTest::newRow("Berlin, spring") << u"Europe/Berlin"_qs << "2024-03-30T00:00:00Z";
        QTest::newRow("Berlin, autumn") << u"Europe/Berlin"_qs << "2024-10-26T00:00:00Z";
        QTest::newRow("Lord Howe, autumn") << u"Australia/Lord_Howe"_qs << "2024-04-05T12:00:00Z";
        QTest::newRow("Santiago, midnight") << u"America/Santiago"_qs << "2024-09-07T00:00:00Z";
        QTest::newRow("Moscow 2014, for ever") << u"Europe/Moscow"_qs << "2014-10-25T00:00:00Z";
        QTest::newRow("Kathmandu") << u"Asia/Kathmandu"_qs << "2024-03-01T00:00:00Z";
        QTest::newRow("a year far away") << u"Europe/Berlin"_qs << "2090-03-25T00:00:00Z";
    }

    void neverDisagreesWithTheCalendar()
    {
        QFETCH(QString, zone);
        QFETCH(QString, begin);
        const QTimeZone &place = timeZone(zone);
        for (const SendWindow &tested : {window(u"02:00-03:00"_qs), window(u"23:30-00:45"_qs), window(u"00:15-00:45"_qs),
                                         window(u"22:00-06:00"_qs, {6}), window(u"09:00-18:00"_qs, {1, 6, 7})}) {
            // Backwards, so that the next opening and closing are known from what was seen before.
            std::optional<core::Instant> opening;
            std::optional<core::Instant> closing;
            const core::Instant first = at(qPrintable(begin));
            for (core::Instant instant = first + 72h; instant >= first; instant -= 15min) {
                const bool open = isInside(instant, tested, place);
                (open ? opening : closing) = instant;
                QCOMPARE(tested.isOpen(instant, place), open);
                if (opening)
                    QCOMPARE(isoOf(tested.nextOpening(instant, place)), isoOf(opening));
                if (closing)
                    QCOMPARE(isoOf(tested.nextClosing(instant, place)), isoOf(closing));
            }
        }
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::SendWindowClockChangesTest)
#include "sendwindowclockchangestest.moc"
