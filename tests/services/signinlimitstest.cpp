// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/signinlimits.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using core::interfaces::FailedSignIns;
using core::services::answerDelay;
using core::services::waitBeforeTry;
using namespace std::chrono_literals;

class SignInLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersComeLaterAndLater_data()
    {
        QTest::addColumn<int>("failuresBefore");
        QTest::addColumn<core::Milliseconds>("expected");
        QTest::newRow("none") << 0 << core::Milliseconds{0};
        QTest::newRow("four: this is the fifth") << 4 << core::Milliseconds{0};
        QTest::newRow("five: this is the sixth") << 5 << core::Milliseconds{250};
        QTest::newRow("six") << 6 << core::Milliseconds{500};
        QTest::newRow("nine: this is the last") << 9 << core::Milliseconds{4000};
        QTest::newRow("more than there can be") << 1000 << core::Milliseconds{4000};
    }

    void answersComeLaterAndLater()
    {
        QFETCH(int, failuresBefore);
        QFETCH(core::Milliseconds, expected);
        QCOMPARE(answerDelay(failuresBefore).count(), expected.count());
    }

    void tenWithinAMinuteAreEnough_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<core::Milliseconds>("age"); // of the oldest
        QTest::addColumn<int>("seconds");
        QTest::newRow("none") << 0 << core::Milliseconds{0} << 0;
        QTest::newRow("nine") << 9 << core::Milliseconds{10'000} << 0;
        QTest::newRow("ten just now") << 10 << core::Milliseconds{0} << 60;
        QTest::newRow("ten, the oldest of 18.5 s") << 10 << core::Milliseconds{18'500} << 42;
        QTest::newRow("ten, the oldest about to go") << 10 << core::Milliseconds{59'999} << 1;
        QTest::newRow("ten, the oldest on the edge") << 10 << core::Milliseconds{60'000} << 1;
        QTest::newRow("eleven") << 11 << core::Milliseconds{30'000} << 30;
    }

    void tenWithinAMinuteAreEnough()
    {
        QFETCH(int, count);
        QFETCH(core::Milliseconds, age);
        QFETCH(int, seconds);
        const core::Instant now = tests::at("2024-03-01T08:00:00Z");
        QCOMPARE(waitBeforeTry({count, now - age}, now), std::chrono::seconds{seconds});
    }
};

QTEST_GUILESS_MAIN(SignInLimitsTest)
#include "signinlimitstest.moc"
