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

/** The most that was begun within any sliding window. */
int mostWithin(const std::vector<Ticks> &begun, std::chrono::microseconds window)
{
    std::size_t most = 0;
    std::size_t first = 0;
    for (std::size_t last = 0; last < begun.size(); ++last) {
        while (begun[last] - begun[first] >= window)
            ++first;
        most = std::max(most, last - first + 1);
    }
    return int(most);
}

} // namespace

class RateLimiterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNeverExceededInAnySlidingSecondAndUsesWhatItMay_data()
    {
        QTest::addColumn<double>("rate");
        QTest::newRow("one") << 1.0;
        QTest::newRow("thirty") << 30.0;
        QTest::newRow("three hundred") << 300.0;
    }
    void isNeverExceededInAnySlidingSecondAndUsesWhatItMay()
    {
        QFETCH(double, rate);
        RateLimiter limiter(rate);
        std::vector<Ticks> begun;
        // Uneven steps of work that is always there.
        for (Ticks now{}; now < Ticks{10s}; now += 7ms) {
            while (limiter.available(now) >= 1) {
                limiter.take(now, 1);
                begun.push_back(now);
            }
        }
        QVERIFY2(mostWithin(begun, 1s) <= rate, "too many in a second");
        QVERIFY2(double(begun.size()) >= 0.97 * rate * 10, "left unused");
    }

    void beginsOneEveryFewSecondsBelowOne()
    {
        RateLimiter limiter(0.25);
        Ticks now{};
        QCOMPARE(limiter.available(now), 1.0);
        limiter.take(now, 1);
        QCOMPARE(limiter.available(now + 3999ms), 0.0);
        QCOMPARE(limiter.wait(now + 1s), std::chrono::microseconds(3s));
        QCOMPARE(limiter.available(now + 4s), 1.0);
    }

    void tellsHowLongToWait()
    {
        RateLimiter limiter(2);
        const Ticks now{};
        QCOMPARE(limiter.wait(now), 0us);
        limiter.take(now, 1);
        limiter.take(now + 300ms, 1);
        QCOMPARE(limiter.wait(now + 400ms), std::chrono::microseconds(600ms));
        QCOMPARE(limiter.wait(now + 1s), 0us);
    }

    void countsPartsWhereTheGatewayDoes()
    {
        RateLimiter limiter(10);
        const Ticks now{};
        limiter.take(now, 6);
        QVERIFY(limiter.available(now) >= 1);
        limiter.take(now + 1ms, 4);
        QCOMPARE(limiter.available(now + 2ms), 0.0);
        QVERIFY(limiter.available(now + 1s) >= 1);
    }

    void keepsWhatWasBegunWhenTheRateChanges()
    {
        RateLimiter limiter(100);
        const Ticks now{};
        for (int i = 0; i < 50; ++i)
            limiter.take(now, 1);
        limiter.setRate(10);
        QCOMPARE(limiter.available(now + 1ms), 0.0);
        QCOMPARE(limiter.wait(now + 1ms), std::chrono::microseconds(999ms));
    }

    void allowsEverythingWithoutARate()
    {
        RateLimiter limiter;
        limiter.take(Ticks{}, 1'000'000);
        QVERIFY(limiter.available(Ticks{}) > 1e9);
        QCOMPARE(limiter.wait(Ticks{}), 0us);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::RateLimiterTest)
#include "ratelimitertest.moc"
