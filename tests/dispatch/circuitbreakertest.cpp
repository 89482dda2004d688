// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/circuitbreaker.h"

#include "tests/support/manualclock.h"

#include <QtTest>

using namespace std::chrono_literals;
using core::dispatch::CircuitBreaker;
using core::domain::AnswerKind;
using core::domain::BreakerState;

namespace tests {

class CircuitBreakerTest : public QObject
{
    Q_OBJECT

    bool answer(CircuitBreaker &breaker, AnswerKind kind, bool probe = false)
    {
        return breaker.answered(kind, probe, QStringLiteral("why"), m_clock.now(), m_clock.ticks());
    }
    void openIt(CircuitBreaker &breaker)
    {
        for (int i = 0; i < 5; ++i)
            answer(breaker, AnswerKind::Transient);
    }

    ManualClock m_clock{"2024-03-01T08:00:00Z"};

private Q_SLOTS:
    void opensAfterFiveFailuresInARow()
    {
        CircuitBreaker breaker;
        for (int i = 0; i < 4; ++i)
            QVERIFY(!answer(breaker, AnswerKind::Timeout));
        QVERIFY(answer(breaker, AnswerKind::Timeout));
        QCOMPARE(breaker.state().breaker, BreakerState::Open);
        QCOMPARE(breaker.state().reason, QStringLiteral("why"));
        QCOMPARE(breaker.state().since, m_clock.now());
        QCOMPARE(breaker.state().nextProbeAt, std::optional(m_clock.now() + 5s));
    }

    void staysClosedWhileSomethingSucceededWithinASecond()
    {
        CircuitBreaker breaker;
        answer(breaker, AnswerKind::Accepted);
        m_clock.advance(900ms);
        openIt(breaker);
        QVERIFY(breaker.isClosed());
        m_clock.advance(100ms);
        QVERIFY(answer(breaker, AnswerKind::Transient));
    }

    void opensWhenHalfOfAHundredAnswersFail()
    {
        CircuitBreaker breaker;
        int answers = 0;
        while (breaker.isClosed() && answers < 200) {
            answer(breaker, answers % 2 ? AnswerKind::Transient : AnswerKind::Accepted);
            ++answers;
        }
        QCOMPARE(answers, 100);
    }

    void opensWithFiftyFailuresBeforeThereWereAHundredAnswers()
    {
        CircuitBreaker breaker;
        int answers = 0;
        while (breaker.isClosed() && answers < 200) {
            answer(breaker, answers % 5 ? AnswerKind::Transient : AnswerKind::Accepted);
            ++answers;
        }
        QCOMPARE(answers, 63); // thirteen of them succeeded
    }

    void aThrottledAnswerIsNeitherFailureNorSuccess()
    {
        CircuitBreaker breaker;
        openIt(breaker);
        m_clock.advance(3s);
        QVERIFY(!answer(breaker, AnswerKind::Throttled)); // to a request from before
        QCOMPARE(breaker.state().breaker, BreakerState::Open);

        m_clock.advance(2s);
        breaker.probeBegun();
        QVERIFY(!answer(breaker, AnswerKind::Throttled, true));
        QCOMPARE(breaker.state().breaker, BreakerState::Open);
        QVERIFY(breaker.mayProbe(m_clock.now())); // once the pause is over that it asked for
        breaker.probeBegun();
        QVERIFY(answer(breaker, AnswerKind::Accepted, true));
        QVERIFY(breaker.isClosed());
    }

    void trustworthyRefusalsAreNoFailures()
    {
        CircuitBreaker breaker;
        for (int i = 0; i < 200; ++i)
            answer(breaker, i % 2 ? AnswerKind::Rejected : AnswerKind::Refused);
        QVERIFY(breaker.isClosed());
    }

    void probesAtGrowingDistancesUpToAMinute()
    {
        CircuitBreaker breaker;
        openIt(breaker);
        for (const auto wait : {5s, 10s, 20s, 40s, 60s, 60s}) {
            QVERIFY(!breaker.mayProbe(m_clock.now() + wait - 1ms));
            m_clock.advance(wait);
            QVERIFY(breaker.mayProbe(m_clock.now()));
            breaker.probeBegun();
            QVERIFY2(!breaker.mayProbe(m_clock.now()), "one probe at a time");
            QVERIFY(answer(breaker, AnswerKind::Timeout, true));
        }
    }

    void theFirstSuccessClosesIt()
    {
        CircuitBreaker breaker;
        openIt(breaker);
        m_clock.advance(5s);
        breaker.probeBegun();
        QVERIFY(answer(breaker, AnswerKind::Accepted, true));
        QVERIFY(breaker.isClosed());
        QVERIFY2(!answer(breaker, AnswerKind::Transient), "what was before is forgotten");
    }

    void whatWasOutWhenItOpenedTellsNothingNew()
    {
        CircuitBreaker breaker;
        openIt(breaker);
        QVERIFY(!answer(breaker, AnswerKind::Timeout));
        m_clock.advance(5s);
        breaker.probeBegun();
        QVERIFY2(!answer(breaker, AnswerKind::Timeout), "the probe is still out");
        QCOMPARE(breaker.state().breaker, BreakerState::HalfOpen);
        QCOMPARE(breaker.state().probes, 0);
        QVERIFY2(answer(breaker, AnswerKind::Accepted), "a success is a success");
        QVERIFY(breaker.isClosed());
    }

    void aProbeThatWasCutByUsMayBeginAgain()
    {
        CircuitBreaker breaker;
        openIt(breaker);
        m_clock.advance(5s);
        breaker.probeBegun();
        breaker.probeAbandoned();
        QVERIFY(breaker.mayProbe(m_clock.now()));
    }

    void survivesARestart()
    {
        CircuitBreaker before;
        openIt(before);
        m_clock.advance(5s);
        before.probeBegun();
        const CircuitBreaker after(before.state());
        QCOMPARE(after.state().breaker, BreakerState::Open);
        QVERIFY(after.mayProbe(m_clock.now()));
    }

    void aClockThatJumpsBackDoesNotPutOffTheProbe()
    {
        CircuitBreaker breaker;
        openIt(breaker);
        QVERIFY(breaker.mayProbe(m_clock.now() - 24h));
    }

    void attentionEndsOnlyByHand()
    {
        CircuitBreaker breaker;
        QVERIFY(breaker.stop(BreakerState::Attention, QStringLiteral("HTTP 401"), m_clock.now()));
        QVERIFY(!answer(breaker, AnswerKind::Accepted));
        QVERIFY(!breaker.mayProbe(m_clock.now() + 24h));
        breaker.reset(m_clock.now());
        QVERIFY(breaker.isClosed());
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::CircuitBreakerTest)
#include "circuitbreakertest.moc"
