// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/ratelimiter.h"

#include <QtTest>
#include <vector>

using namespace std::chrono_literals;
using core::Ticks;
using core::dispatch::RateLimiter;

namespace tests {

namespace {

struct Begun
{
    Ticks at;
    int weight = 1;
};

/** The most that was begun within any sliding window. */
int mostWithin(const std::vector<Begun> &begun, std::chrono::microseconds window)
{
    int most = 0;
    int weight = 0;
    std::size_t first = 0;
    for (const Begun &last : begun) {
        weight += last.weight;
        for (; last.at - begun[first].at >= window; ++first)
            weight -= begun[first].weight;
        most = std::max(most, weight);
    }
    return most;
}

/** Work that is always there, looked at every `step`; the thread is busy with something else from `stall` on. */
std::vector<Begun> busyFor(RateLimiter &limiter, std::chrono::microseconds time, std::chrono::microseconds step,
                           std::chrono::microseconds stall = {}, int weight = 1)
{
    std::vector<Begun> begun;
    for (Ticks now{}; now < Ticks{time}; now += step) {
        if (now >= Ticks{time / 2} && now < Ticks{time / 2 + stall})
            continue;
        while (limiter.wait(now, weight) == 0us) {
            limiter.take(now, weight);
            begun.push_back({now, weight});
        }
    }
    return begun;
}

} // namespace

class RateLimiterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNeverExceededInAnySlidingSecondAndUsesWhatItMay_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<qint64>("stepUs");
        for (const qint64 step : {1'000, 7'000}) {
            for (const double rate : {1.0, 10.0, 30.0, 200.0, 300.0, 2000.0})
                QTest::addRow("%.0f, looked at every %lld us", rate, step) << rate << step;
        }
    }
    void isNeverExceededInAnySlidingSecondAndUsesWhatItMay()
    {
        QFETCH(double, rate);
        QFETCH(qint64, stepUs);
        RateLimiter limiter(rate);
        const auto begun = busyFor(limiter, 20s, std::chrono::microseconds{stepUs});
        QVERIFY2(mostWithin(begun, 1s) <= rate, qPrintable(QString::number(mostWithin(begun, 1s))));
        QVERIFY2(double(begun.size()) >= 0.97 * rate * 20, qPrintable(QString::number(begun.size())));
    }

    void strewsThemEvenly()
    {
        RateLimiter limiter(200);
        const auto begun = busyFor(limiter, 5s, 1ms);
        // A twentieth of a second may be caught up on top of what is due.
        QVERIFY2(mostWithin(begun, 100ms) <= 32, qPrintable(QString::number(mostWithin(begun, 100ms))));
    }

    void catchesUpWhatABusyMomentHeldUp()
    {
        RateLimiter limiter(200);
        const auto begun = busyFor(limiter, 10s, 1ms, 50ms);
        QVERIFY(mostWithin(begun, 1s) <= 200);
        QVERIFY2(begun.size() >= 0.97 * 200 * 10, qPrintable(QString::number(begun.size())));
        RateLimiter other(200);
        const auto afterALongStall = busyFor(other, 10s, 1ms, 2s);
        QVERIFY(mostWithin(afterALongStall, 1s) <= 200);
        QVERIFY2(afterALongStall.size() >= 0.97 * 200 * 8, qPrintable(QString::number(afterALongStall.size())));
    }

    void keepsToAFractionAboveOneInTheLongRun()
    {
        RateLimiter limiter(2.5);
        const auto begun = busyFor(limiter, 100s, 1ms);
        QVERIFY(mostWithin(begun, 1s) <= 3); // fewer than 2.5 were begun before the third
        QVERIFY(mostWithin(begun, 10s) <= 26);
        QVERIFY(begun.size() >= 0.97 * 250);
    }

    void beginsOneEveryFewSecondsBelowOne()
    {
        RateLimiter limiter(0.25);
        const Ticks now{};
        QCOMPARE(limiter.wait(now), 0us);
        limiter.take(now);
        QCOMPARE(limiter.wait(now + 1s), std::chrono::microseconds(3s));
        QCOMPARE(limiter.wait(now + 3999ms), std::chrono::microseconds(1ms));
        QCOMPARE(limiter.wait(now + 4s), 0us);
    }

    void tellsHowLongToWait()
    {
        RateLimiter limiter(2);
        const Ticks now{};
        limiter.take(now);
        QVERIFY(limiter.wait(now) > 400ms); // half a second, less what may be caught up
        QVERIFY(limiter.wait(now) <= 500ms);
        limiter.take(now + 500ms);
        QVERIFY(limiter.wait(now + 600ms) >= 400ms); // never within a second of the first
        QVERIFY(limiter.wait(now + 600ms) < 430ms);
        QCOMPARE(limiter.wait(now + 1100ms), 0us);
    }

    void countsPartsWhereTheGatewayDoes_data()
    {
        QTest::addColumn<int>("parts");
        QTest::addColumn<int>("perSecond");
        QTest::newRow("that divide the rate") << 5 << 2;
        QTest::newRow("that do not") << 3 << 3;
        QTest::newRow("as many as the rate") << 10 << 1;
    }
    void countsPartsWhereTheGatewayDoes()
    {
        QFETCH(int, parts);
        QFETCH(int, perSecond);
        RateLimiter limiter(10);
        const auto begun = busyFor(limiter, 50s, 1ms, {}, parts);
        QVERIFY2(mostWithin(begun, 1s) <= 10, qPrintable(QString::number(mostWithin(begun, 1s))));
        QVERIFY2(double(begun.size()) >= 0.97 * perSecond * 50, qPrintable(QString::number(begun.size())));
    }

    void whatWeighsMoreThanTheRateGoesAloneAndIsPaidFor()
    {
        RateLimiter limiter(3);
        limiter.take(Ticks{}, 1);
        QVERIFY(limiter.wait(Ticks{} + 500ms, 6) > 0us);
        QCOMPARE(limiter.wait(Ticks{} + 1100ms, 6), 0us);
        const auto begun = busyFor(limiter, 100s, 10ms, {}, 6);
        QVERIFY2(begun.size() <= 51 && begun.size() >= 48, qPrintable(QString::number(begun.size())));
    }

    void keepsWhatWasBegunWhenTheRateChanges_data()
    {
        QTest::addColumn<std::optional<double>>("before");
        QTest::newRow("from another rate") << std::optional(100.0);
        QTest::newRow("from no rate at all") << std::optional<double>();
    }
    void keepsWhatWasBegunWhenTheRateChanges()
    {
        QFETCH(std::optional<double>, before);
        RateLimiter limiter(before);
        for (int i = 0; i < 50; ++i)
            limiter.take(Ticks{});
        limiter.setRate(10);
        QVERIFY(limiter.wait(Ticks{} + 1ms) >= 999ms);
        QCOMPARE(limiter.wait(Ticks{} + 1100ms), 0us);
        limiter.setRate(0.1);
        QCOMPARE(limiter.wait(Ticks{} + 2s), std::chrono::microseconds(8s));
    }

    void tellsHowMuchMayBeginSoon()
    {
        RateLimiter limiter(100);
        const double fresh = limiter.within(Ticks{}, 500ms);
        QVERIFY(fresh >= 50 && fresh <= 60);
        (void)busyFor(limiter, 2s, 1ms);
        const double busy = limiter.within(Ticks{2s}, 500ms);
        QVERIFY2(busy >= 45 && busy <= 60, qPrintable(QString::number(busy)));
        RateLimiter slow(0.25);
        slow.take(Ticks{});
        QCOMPARE(slow.within(Ticks{} + 1s, 500ms), 0.0);
        QCOMPARE(slow.within(Ticks{} + 3600ms, 500ms), 1.0);
    }

    void isIdleOnceNothingCountsAnyMore()
    {
        RateLimiter limiter(0.5);
        QVERIFY(limiter.isIdle(Ticks{}));
        limiter.take(Ticks{});
        QVERIFY(!limiter.isIdle(Ticks{} + 1900ms));
        QVERIFY(limiter.isIdle(Ticks{} + 2s));
    }

    void waitsAsIfAllHadJustBegun_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<qint64>("waits"); // µs
        QTest::newRow("one in twenty seconds") << 0.05 << qint64{20'000'000};
        QTest::newRow("one a day") << 0.00001 << qint64{60'000'000};
        QTest::newRow("three a second") << 3.0 << qint64{1'015'000};
        QTest::newRow("two and a half a second") << 2.5 << qint64{1'150'000};
    }

    void waitsAsIfAllHadJustBegun()
    {
        QFETCH(const double, rate);
        QFETCH(const qint64, waits);
        RateLimiter limiter; // the part of the rate is told later
        limiter.assumeUsedUp(Ticks{}, rate);
        limiter.setRate(rate);
        QCOMPARE(limiter.wait(Ticks{}).count(), rate < 1 ? waits : qint64{1'015'000});

        RateLimiter known(rate);
        known.assumeUsedUp(Ticks{}, rate);
        QCOMPARE(known.wait(Ticks{}).count(), waits);
    }

    void allowsEverythingWithoutARate()
    {
        RateLimiter limiter;
        limiter.take(Ticks{}, 1'000'000);
        QVERIFY(limiter.within(Ticks{}, 0us) > 1e9);
        QCOMPARE(limiter.wait(Ticks{}), 0us);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::RateLimiterTest)
#include "ratelimitertest.moc"
