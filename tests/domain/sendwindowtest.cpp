// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sendwindow.h"
#include "core/domain/timezonename.h"
#include "tests/support/errorline.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace core::domain;

namespace tests {

namespace {

using Minutes = std::optional<int>;

SendWindow window(const QString &from, const QString &to, const QSet<int> &weekdays = {})
{
    const auto minutes = [](const QString &text) {
        return text.isEmpty() ? Minutes() : Minutes(*SendWindow::parseMinutes(text, true, "window"));
    };
    return *SendWindow::create(minutes(from), minutes(to), weekdays);
}

QString isoOf(std::optional<core::Instant> instant)
{
    return instant ? core::toIso(*instant) : u"never"_qs;
}

} // namespace

/** The rules of a window without changes of the clock; those are in sendwindowclockchangestest. */
class SendWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAsTheSpecificationSays_data()
    {
        QTest::addColumn<QString>("hours");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("opens");
        const QString morning = u"2024-03-01T08:00:00Z"_qs;
        const auto day = [&morning](const char *name, const char *zone, const QString &opens) {
            QTest::newRow(name) << u"09:00-18:00"_qs << morning << QString::fromLatin1(zone) << opens;
        };
        day("day, Moscow 11:00", "Europe/Moscow", morning);
        day("day, Kaliningrad 10:00", "Europe/Kaliningrad", morning);
        day("day, Kathmandu 13:45", "Asia/Kathmandu", morning);
        day("day, Vladivostok exactly 18:00", "Asia/Vladivostok", u"2024-03-01T23:00:00Z"_qs);
        day("day, UTC 08:00", "UTC", u"2024-03-01T09:00:00Z"_qs);
        day("day, New York 03:00", "America/New_York", u"2024-03-01T14:00:00Z"_qs);
        day("day, Kiritimati 22:00", "Pacific/Kiritimati", u"2024-03-01T19:00:00Z"_qs);

        const QString evening = u"2024-03-01T20:00:00Z"_qs;
        const auto night = [&evening](const char *name, const char *zone, const QString &opens) {
            QTest::newRow(name) << u"22:00-06:00"_qs << evening << QString::fromLatin1(zone) << opens;
        };
        night("night, Moscow 23:00", "Europe/Moscow", evening);
        night("night, Kathmandu 01:45", "Asia/Kathmandu", evening);
        night("night, Kaliningrad exactly 22:00", "Europe/Kaliningrad", evening);
        night("night, Vladivostok exactly 06:00", "Asia/Vladivostok", u"2024-03-02T12:00:00Z"_qs);
        night("night, UTC", "UTC", u"2024-03-01T22:00:00Z"_qs);
        night("night, New York", "America/New_York", u"2024-03-02T03:00:00Z"_qs);

        QTest::newRow("until midnight, 23:59")
            << u"18:00-24:00"_qs << u"2024-03-01T20:59:59Z"_qs << u"Europe/Moscow"_qs << u"2024-03-01T20:59:59Z"_qs;
        QTest::newRow("until midnight, 00:00")
            << u"18:00-24:00"_qs << u"2024-03-01T21:00:00Z"_qs << u"Europe/Moscow"_qs << u"2024-03-02T15:00:00Z"_qs;
        QTest::newRow("before 1970") << u"18:00-22:00"_qs << u"1970-01-01T01:00:00Z"_qs << u"America/New_York"_qs
                                     << u"1970-01-01T01:00:00Z"_qs;
        QTest::newRow("one millisecond early")
            << u"09:00-18:00"_qs << u"2024-03-01T08:59:59.999Z"_qs << u"UTC"_qs << u"2024-03-01T09:00:00Z"_qs;
    }

    void opensAsTheSpecificationSays()
    {
        QFETCH(QString, hours);
        QFETCH(QString, now);
        QFETCH(QString, zone);
        QFETCH(QString, opens);
        const SendWindow tested = window(hours.left(5), hours.right(5));
        const core::Instant instant = at(qPrintable(now));
        QCOMPARE(isoOf(tested.nextOpening(instant, timeZone(zone))), opens);
        QCOMPARE(tested.isOpen(instant, timeZone(zone)), opens == now);
    }

    void weekdaysNameTheDayOfTheBeginning_data()
    {
        QTest::addColumn<QString>("hours");
        QTest::addColumn<QSet<int>>("weekdays");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("opens");
        const QString friday = u"22:00-06:00"_qs; // 2024-03-01 is a Friday; Moscow is UTC+3
        QTest::newRow("Friday night") << friday << QSet<int>{5} << "2024-03-01T19:00:00Z"
                                      << "2024-03-01T19:00:00Z";
        QTest::newRow("Saturday 03:00") << friday << QSet<int>{5} << "2024-03-02T00:00:00Z"
                                        << "2024-03-02T00:00:00Z";
        QTest::newRow("Friday 03:00") << friday << QSet<int>{5} << "2024-03-01T00:00:00Z"
                                      << "2024-03-01T19:00:00Z";
        QTest::newRow("Saturday 06:00") << friday << QSet<int>{5} << "2024-03-02T03:00:00Z"
                                        << "2024-03-08T19:00:00Z";
        QTest::newRow("Sunday into Monday") << friday << QSet<int>{7} << "2024-03-03T23:00:00Z"
                                            << "2024-03-03T23:00:00Z";
        QTest::newRow("whole days, open") << QString() << QSet<int>{1, 5} << "2024-03-01T20:59:00Z"
                                          << "2024-03-01T20:59:00Z";
        QTest::newRow("whole days, shut") << QString() << QSet<int>{1, 5} << "2024-03-01T21:00:00Z"
                                          << "2024-03-03T21:00:00Z";
        QTest::newRow("working hours") << u"09:00-18:00"_qs << QSet<int>{1, 2, 3, 4, 5} << "2024-03-01T15:00:00Z"
                                       << "2024-03-04T06:00:00Z";
        QTest::newRow("a week ahead") << u"09:00-10:00"_qs << QSet<int>{5} << "2024-03-01T07:00:00Z"
                                      << "2024-03-08T06:00:00Z";
    }

    void weekdaysNameTheDayOfTheBeginning()
    {
        QFETCH(QString, hours);
        QFETCH(QSet<int>, weekdays);
        QFETCH(QString, now);
        QFETCH(QString, opens);
        const SendWindow tested = window(hours.left(5), hours.right(5), weekdays);
        const QTimeZone &moscow = timeZone(u"Europe/Moscow"_qs);
        QCOMPARE(isoOf(tested.nextOpening(at(qPrintable(now)), moscow)), opens);
        QCOMPARE(tested.isOpen(at(qPrintable(now)), moscow), opens == now);
    }

    void closes_data()
    {
        QTest::addColumn<SendWindow>("tested");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("closes");
        const QString now = u"2024-03-01T08:00:00Z"_qs; // Friday 11:00 in Moscow
        QTest::newRow("in the evening") << window(u"09:00"_qs, u"18:00"_qs) << now << "2024-03-01T15:00:00Z";
        QTest::newRow("is shut") << window(u"12:00"_qs, u"18:00"_qs) << now << now;
        QTest::newRow("next morning") << window(u"10:00"_qs, u"06:00"_qs) << now << "2024-03-02T03:00:00Z";
        QTest::newRow("after the last day") << window({}, {}, {5, 6, 7}) << now << "2024-03-03T21:00:00Z";
        QTest::newRow("every day") << window({}, {}, {1, 2, 3, 4, 5, 6, 7}) << now << "never";
        QTest::newRow("all hours") << window(u"00:00"_qs, u"24:00"_qs) << now << "never";
        QTest::newRow("all hours of a week but one day")
            << window(u"00:00"_qs, u"24:00"_qs, {5, 6, 7, 1, 2, 3}) << now << "2024-03-06T21:00:00Z";
    }

    void closes()
    {
        QFETCH(SendWindow, tested);
        QFETCH(QString, now);
        QFETCH(QString, closes);
        QCOMPARE(isoOf(tested.nextClosing(at(qPrintable(now)), timeZone(u"Europe/Moscow"_qs))), closes);
    }

    void refusesWhatIsNoWindow_data()
    {
        QTest::addColumn<Minutes>("from");
        QTest::addColumn<Minutes>("to");
        QTest::addColumn<QSet<int>>("weekdays");
        QTest::addColumn<QString>("expected");
        QTest::newRow("only from") << Minutes(540) << Minutes() << QSet<int>{} << "window.to window:half";
        QTest::newRow("only to") << Minutes() << Minutes(540) << QSet<int>{1} << "window.from window:half";
        QTest::newRow("from = to") << Minutes(540) << Minutes(540) << QSet<int>{} << "window.to window:empty";
        QTest::newRow("midnight to midnight") << Minutes(0) << Minutes(0) << QSet<int>{} << "window.to window:empty";
        QTest::newRow("nothing at all") << Minutes() << Minutes() << QSet<int>{} << "window.from window:nothing";
        QTest::newRow("from 24:00") << Minutes(1440) << Minutes(60) << QSet<int>{} << "window.from window:range";
        QTest::newRow("negative") << Minutes(-1) << Minutes(60) << QSet<int>{} << "window.from window:range";
        QTest::newRow("to 24:01") << Minutes(60) << Minutes(1441) << QSet<int>{} << "window.to window:range";
        QTest::newRow("weekday 0") << Minutes(60) << Minutes(120) << QSet<int>{0} << "window.weekdays window:weekdays";
        QTest::newRow("weekday 8") << Minutes() << Minutes() << QSet<int>{8} << "window.weekdays window:weekdays";
    }

    void refusesWhatIsNoWindow()
    {
        QFETCH(Minutes, from);
        QFETCH(Minutes, to);
        QFETCH(QSet<int>, weekdays);
        QFETCH(QString, expected);
        const auto result = SendWindow::create(from, to, weekdays);
        QVERIFY(!result);
        QCOMPARE(errorLine(result.error()), expected);
    }

    void survivesBeingTakenApart_data()
    {
        QTest::addColumn<SendWindow>("original");
        QTest::newRow("hours") << window(u"09:00"_qs, u"18:00"_qs);
        QTest::newRow("hours and days") << window(u"22:00"_qs, u"06:00"_qs, {1, 7});
        QTest::newRow("hours of every day") << window(u"09:00"_qs, u"18:00"_qs, {1, 2, 3, 4, 5, 6, 7});
        QTest::newRow("days") << window({}, {}, {3});
        QTest::newRow("all days") << window({}, {}, {1, 2, 3, 4, 5, 6, 7});
        QTest::newRow("until midnight") << window(u"22:00"_qs, u"24:00"_qs);
        QTest::newRow("until 00:00") << window(u"22:00"_qs, u"00:00"_qs);
    }

    void survivesBeingTakenApart()
    {
        QFETCH(SendWindow, original);
        const Minutes from = original.hasHours() ? Minutes(original.from()) : Minutes();
        const Minutes to = original.hasHours() ? Minutes(original.to()) : Minutes();
        const QList<int> days = original.weekdays();
        const auto rebuilt = SendWindow::create(from, to, QSet<int>(days.begin(), days.end()));
        QVERIFY(rebuilt);
        QCOMPARE(*rebuilt, original);
    }

    void readsTimesOfDay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("allow24");
        QTest::addColumn<int>("minutes");
        QTest::newRow("midnight") << u"00:00"_qs << false << 0;
        QTest::newRow("morning") << u" 09:05 "_qs << false << 545;
        QTest::newRow("last minute") << u"23:59"_qs << false << 1439;
        QTest::newRow("24:00") << u"24:00"_qs << true << 1440;
        QTest::newRow("24:00 as beginning") << u"24:00"_qs << false << -1;
        QTest::newRow("24:01") << u"24:01"_qs << true << -1;
        QTest::newRow("minute 60") << u"09:60"_qs << false << -1;
        QTest::newRow("one digit") << u"9:00"_qs << false << -1;
        QTest::newRow("seconds") << u"09:00:00"_qs << false << -1;
        QTest::newRow("signs") << u"+9:-1"_qs << false << -1;
        QTest::newRow("nothing") << QString() << false << -1;
    }

    void readsTimesOfDay()
    {
        QFETCH(QString, text);
        QFETCH(bool, allow24);
        QFETCH(int, minutes);
        const auto result = SendWindow::parseMinutes(text, allow24, "window.from");
        if (minutes < 0) {
            QVERIFY(!result);
            QCOMPARE(errorLine(result.error()), u"window.from window:time "_qs + text.trimmed());
            return;
        }
        QVERIFY(result);
        QCOMPARE(*result, minutes);
        QCOMPARE(SendWindow::minutesText(minutes), text.trimmed());
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::SendWindowTest)
#include "sendwindowtest.moc"
