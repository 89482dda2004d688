// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/retrypolicy.h"

#include "tests/support/manualclock.h"

#include <QtTest>

using namespace std::chrono_literals;
using core::Instant;
using core::Milliseconds;
using core::dispatch::RetryPolicy;

namespace tests {

class RetryPolicyTest : public QObject
{
    Q_OBJECT

    const Instant m_failed = at("2024-03-01T08:00:00Z");
    const Instant m_farAway = at("2024-03-02T08:00:00Z");

private Q_SLOTS:
    void waitsTwiceAsLongEachTime_data()
    {
        QTest::addColumn<int>("attempt");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("first") << 1 << 2LL;
        QTest::newRow("second") << 2 << 4LL;
        QTest::newRow("fifth") << 5 << 32LL;
        QTest::newRow("seventh") << 7 << 128LL;
    }
    void waitsTwiceAsLongEachTime()
    {
        QFETCH(int, attempt);
        QFETCH(qint64, seconds);
        const auto next = RetryPolicy({}).nextAttempt(attempt, m_failed, {}, m_farAway, 0.5);
        QCOMPARE(next, std::optional(m_failed + std::chrono::seconds{seconds}));
    }

    void pausesGrowByTheFactor()
    {
        const RetryPolicy thrice({.factor = 3});
        QCOMPARE(thrice.nextAttempt(1, m_failed, {}, m_farAway, 0.5), std::optional(m_failed + 2s));
        QCOMPARE(thrice.nextAttempt(3, m_failed, {}, m_farAway, 0.5), std::optional(m_failed + 18s));
        QCOMPARE(RetryPolicy({.factor = 1}).nextAttempt(7, m_failed, {}, m_farAway, 0.5), std::optional(m_failed + 2s));
    }

    void givesUpAfterTheLastAttempt()
    {
        QVERIFY(RetryPolicy({}).nextAttempt(7, m_failed, {}, m_farAway, 0.5));
        QVERIFY(!RetryPolicy({}).nextAttempt(8, m_failed, {}, m_farAway, 0.5));
        QVERIFY(RetryPolicy({}).isLast(8));
        QVERIFY(!RetryPolicy({}).isLast(7));
    }

    void neverWaitsLongerThanTheCap()
    {
        const core::domain::RetryLimits patient{.maxAttempts = 100};
        for (const double draw : {0.5, 0.75, 1.0})
            QCOMPARE(RetryPolicy(patient).nextAttempt(60, m_failed, {}, m_farAway, draw), std::optional(m_failed + 15min));
        QCOMPARE(RetryPolicy(patient).nextAttempt(60, m_failed, {}, m_farAway, 0.0), std::optional(m_failed + 12min));
    }

    void strewsByAFifthToEitherSide()
    {
        QCOMPARE(RetryPolicy({}).nextAttempt(1, m_failed, {}, m_farAway, 0.0), std::optional(m_failed + 1600ms));
        QCOMPARE(RetryPolicy({}).nextAttempt(1, m_failed, {}, m_farAway, 1.0), std::optional(m_failed + 2400ms));
    }

    void neverComesBeforeRetryAfter()
    {
        QCOMPARE(RetryPolicy({}).nextAttempt(1, m_failed, 60s, m_farAway, 0.5), std::optional(m_failed + 60s));
        QCOMPARE(RetryPolicy({}).nextAttempt(5, m_failed, 1s, m_farAway, 0.5), std::optional(m_failed + 32s));
    }

    void plansNothingAtOrAfterTheDeadline()
    {
        QVERIFY(!RetryPolicy({}).nextAttempt(1, m_failed, {}, m_failed + 2s, 0.5));
        QVERIFY(RetryPolicy({}).nextAttempt(1, m_failed, {}, m_failed + 2001ms, 0.5));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::RetryPolicyTest)
#include "retrypolicytest.moc"
