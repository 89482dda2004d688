// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace std::chrono_literals;

namespace tests {

class ClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesUtcWithMillisecondsOnlyWhereThereAreAny_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("iso");
        QTest::newRow("epoch") << qint64{0} << u"1970-01-01T00:00:00Z"_qs;
        QTest::newRow("whole second") << qint64{1'709'280'000'000} << u"2024-03-01T08:00:00Z"_qs;
        QTest::newRow("millisecond") << qint64{1'709'280'000'001} << u"2024-03-01T08:00:00.001Z"_qs;
        QTest::newRow("before the epoch") << qint64{-1} << u"1969-12-31T23:59:59.999Z"_qs;
        QTest::newRow("seconds before the epoch") << qint64{-1000} << u"1969-12-31T23:59:59Z"_qs;
    }

    void writesUtcWithMillisecondsOnlyWhereThereAreAny()
    {
        QFETCH(qint64, ms);
        QFETCH(QString, iso);
        QCOMPARE(core::toIso(core::instantFromMs(ms)), iso);
        QCOMPARE(core::toMs(at(qPrintable(iso))), ms);
    }

    void writesYearsOfFourDigitsOnly()
    {
        const core::Instant first = at("0001-01-01T00:00:00Z");
        const core::Instant last = at("9999-12-31T23:59:59.999Z");
        for (const core::Instant instant : {first, last}) {
            QVERIFY(core::hasIso(instant));
            QCOMPARE(at(qPrintable(core::toIso(instant))), instant);
        }
        for (const core::Instant instant : {first - 1ms, last + 1ms}) {
            QVERIFY(!core::hasIso(instant));
            QCOMPARE(core::toIso(instant), QString());
        }
    }

    void convertsToDateTimesAndBack()
    {
        const core::Instant instant = at("2024-03-01T08:00:00.123Z");
        QCOMPARE(core::toDateTime(instant).timeSpec(), Qt::UTC);
        QCOMPARE(core::toInstant(core::toDateTime(instant)), instant);
        QCOMPARE(core::toInstant(core::toDateTime(instant).toLocalTime()), instant);
        QCOMPARE(at("2024-03-01T11:00:00.123+03:00"), instant);
    }

    void theSystemsClockReadsNow()
    {
        const core::SystemClock clock;
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        const qint64 read = core::toMs(clock.now());
        QVERIFY(read >= before && read <= QDateTime::currentMSecsSinceEpoch());
        const core::Ticks earlier = clock.ticks();
        QVERIFY(clock.ticks() >= earlier);
    }

    void theManualClockMovesByHand()
    {
        ManualClock clock("2024-03-01T08:00:00Z");
        const core::Ticks ticks = clock.ticks();
        clock.advance(1500ms);
        QCOMPARE(core::toIso(clock.now()), u"2024-03-01T08:00:01.500Z"_qs);
        QVERIFY(clock.ticks() - ticks == 1500ms);
        clock.jump(-1h);
        QCOMPARE(core::toIso(clock.now()), u"2024-03-01T07:00:01.500Z"_qs);
        QVERIFY(clock.ticks() - ticks == 1500ms);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ClockTest)
#include "clocktest.moc"
