// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/ratemeter.h"

#include <QtTest>

using namespace std::chrono_literals;
using core::Ticks;
using core::dispatch::RateMeter;

namespace tests {

class RateMeterTest : public QObject
{
    Q_OBJECT

    /** Counts `perSecond` events a second, evenly, in [from, to). */
    static void run(RateMeter &meter, int perSecond, std::chrono::milliseconds from, std::chrono::milliseconds to)
    {
        const std::chrono::microseconds step(1'000'000 / perSecond);
        for (Ticks now{from}; now < Ticks{to}; now += step)
            meter.count(now);
    }

private Q_SLOTS:
    void readsASteadyRate_data()
    {
        QTest::addColumn<int>("perSecond");
        QTest::newRow("slow") << 4;
        QTest::newRow("usual") << 300;
        QTest::newRow("fast") << 9000;
    }
    void readsASteadyRate()
    {
        QFETCH(int, perSecond);
        RateMeter meter;
        run(meter, perSecond, 0ms, 10s);
        const double rate = meter.perSecond(Ticks{10s});
        QVERIFY2(qAbs(rate - perSecond) <= perSecond * 0.15, qPrintable(QString::number(rate)));
    }

    void isNotSpreadOverTimeBeforeTheBeginning()
    {
        RateMeter meter;
        run(meter, 100, 60s, 61s);
        QVERIFY(meter.perSecond(Ticks{61s}) >= 75);
    }

    void fallsToZeroWithinThreeSeconds()
    {
        RateMeter meter;
        run(meter, 100, 0ms, 5s);
        QVERIFY(meter.perSecond(Ticks{6s}) > 0);
        QCOMPARE(meter.perSecond(Ticks{9s}), 0.0);
    }

    void isZeroWithoutEvents() { QCOMPARE(RateMeter().perSecond(Ticks{5s}), 0.0); }

    void oneEventIsNotARateOfMany()
    {
        RateMeter meter;
        meter.count(Ticks{1s});
        QCOMPARE(meter.perSecond(Ticks{1s}), 1.0);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::RateMeterTest)
#include "ratemetertest.moc"
