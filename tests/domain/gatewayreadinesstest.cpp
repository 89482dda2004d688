// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/gatewayreadiness.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace core::domain;
using namespace std::chrono_literals;

namespace tests {

class GatewayReadinessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneThatAskedUsToWaitIsReadyAfterIt()
    {
        const core::Instant now = at("2024-03-01T08:00:00Z");
        GatewayState state;
        QVERIFY(isReady(state, now));

        state.nextProbeAt = now + 30s;
        QVERIFY(!isReady(state, now));
        QCOMPARE(nextTry(state, now), state.nextProbeAt);
        QVERIFY(isReady(state, now + 30s)); // whatever is still written there
        QVERIFY(!nextTry(state, now + 30s));
    }

    void oneThatIsOutOfOrderIsNotReadyBeforeItsProbe()
    {
        const core::Instant now = at("2024-03-01T08:00:00Z");
        const GatewayState open{.breaker = BreakerState::Open, .nextProbeAt = now + 5s};
        QCOMPARE(nextTry(open, now), open.nextProbeAt);
        QVERIFY(!nextTry(open, now + 5s));
        QVERIFY(!isReady(open, now + 5s));
    }

    void oneThatWaitsForSomebodyHasNoNextTry_data()
    {
        QTest::addColumn<BreakerState>("breaker");
        QTest::newRow("being probed") << BreakerState::HalfOpen;
        QTest::newRow("refused us") << BreakerState::Attention;
        QTest::newRow("key missing") << BreakerState::KeyMissing;
    }

    void oneThatWaitsForSomebodyHasNoNextTry()
    {
        QFETCH(BreakerState, breaker);
        const core::Instant now = at("2024-03-01T08:00:00Z");
        const GatewayState state{.breaker = breaker, .nextProbeAt = now + 5s};
        QVERIFY(!nextTry(state, now));
        QVERIFY(!isReady(state, now));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::GatewayReadinessTest)
#include "gatewayreadinesstest.moc"
