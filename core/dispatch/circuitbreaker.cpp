// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/circuitbreaker.h"

#include "core/dispatch/outcomedecision.h"

#include <algorithm>

namespace core::dispatch {

using domain::AnswerKind;
using domain::BreakerState;

namespace {

constexpr int failuresInRowToOpen = 5;
constexpr std::size_t failuresInHundredToOpen = 50;
constexpr std::chrono::seconds firstProbe{5};
constexpr std::chrono::seconds longestProbe{60};
constexpr std::chrono::seconds waitingGrain{1};
constexpr std::chrono::seconds longestWait = longestThrottle;

std::chrono::seconds probeDelay(int failedProbes)
{
    return std::min(firstProbe * (1 << std::min(failedProbes, 8)), longestProbe);
}

} // namespace

bool isGatewayFailure(AnswerKind kind)
{
    return kind == AnswerKind::Transient || kind == AnswerKind::Timeout || kind == AnswerKind::BadAnswer;
}

CircuitBreaker::CircuitBreaker(const domain::GatewayState &restored) : m_state(restored)
{
    // A probe that was out when the program ended has no answer any more.
    if (m_state.breaker == BreakerState::HalfOpen)
        m_state.breaker = BreakerState::Open;
}

bool CircuitBreaker::mayProbe(Instant now) const
{
    if (m_state.breaker != BreakerState::Open)
        return false;
    if (!m_state.nextProbeAt)
        return true;
    // A clock that jumped back must not put the probe off beyond the longest pause.
    return *m_state.nextProbeAt <= now || *m_state.nextProbeAt - now > longestProbe;
}

void CircuitBreaker::probeBegun()
{
    m_state.breaker = BreakerState::HalfOpen;
}

void CircuitBreaker::probeAbandoned()
{
    if (m_state.breaker == BreakerState::HalfOpen)
        m_state.breaker = BreakerState::Open;
}

bool CircuitBreaker::shouldOpen(Ticks ticks) const
{
    const bool succeededLately = m_lastSuccess && ticks - *m_lastSuccess < std::chrono::seconds{1};
    return (m_failuresInRow >= failuresInRowToOpen && !succeededLately) || m_recent.count() >= failuresInHundredToOpen;
}

void CircuitBreaker::open(const QString &label, Instant now)
{
    if (m_state.breaker == BreakerState::Closed) {
        m_state.since = now;
        m_state.probes = 0;
    } else {
        ++m_state.probes;
    }
    m_state.breaker = BreakerState::Open;
    m_state.reason = label;
    const Instant waits = m_state.nextProbeAt && *m_state.nextProbeAt - now <= longestWait ? *m_state.nextProbeAt : now;
    m_state.nextProbeAt = std::max<Instant>(waits, now + probeDelay(m_state.probes));
}

bool CircuitBreaker::answered(AnswerKind kind, bool probe, const QString &label, Instant now, Ticks ticks)
{
    if (kind == AnswerKind::Throttled) { // neither: it asks us to wait, and the breaker stays as it is
        if (probe)
            probeAbandoned();
        return false;
    }
    const bool failure = isGatewayFailure(kind);
    m_recent <<= 1;
    m_recent[0] = failure;
    m_failuresInRow = failure ? m_failuresInRow + 1 : 0;
    if (!failure)
        m_lastSuccess = ticks;

    switch (m_state.breaker) {
    case BreakerState::Closed:
        if (failure && shouldOpen(ticks)) {
            open(label, now);
            return true;
        }
        if (failure || m_state.reason.isEmpty() || !m_state.nextProbeAt || *m_state.nextProbeAt > now)
            return false;
        // It takes messages again. The time stays: a state without one is how a person closes it.
        m_state = {BreakerState::Closed, now, {}, m_state.nextProbeAt, 0};
        return true;
    case BreakerState::HalfOpen:
    case BreakerState::Open:
        if (failure && !probe)
            return false; // it was out when the breaker opened
        if (failure)
            open(label, now);
        else
            reset(now);
        return true;
    case BreakerState::Attention:
    case BreakerState::KeyMissing:
        break;
    }
    return false;
}

bool CircuitBreaker::stop(BreakerState why, const QString &label, Instant now)
{
    if (m_state.breaker == why)
        return false;
    m_state = {why, now, label, std::nullopt, 0};
    return true;
}

bool CircuitBreaker::waitUntil(Instant until, const QString &label, Instant now)
{
    if (m_state.breaker == BreakerState::Attention || m_state.breaker == BreakerState::KeyMissing)
        return false;
    // Each answer of a crowd asks for a little longer than the one before. A time that is too far was told by another clock.
    const bool isWaiting = m_state.nextProbeAt && *m_state.nextProbeAt > now && *m_state.nextProbeAt - now <= longestWait;
    if (isWaiting && until - *m_state.nextProbeAt < waitingGrain)
        return false;
    if (isClosed()) {
        m_state.since = isWaiting ? m_state.since : now;
        m_state.reason = label;
    }
    m_state.nextProbeAt = until;
    return true;
}

void CircuitBreaker::adopt(const domain::GatewayState &stored)
{
    reset(stored.since);
    m_state = stored;
}

void CircuitBreaker::reset(Instant now)
{
    m_state = {BreakerState::Closed, now, {}, std::nullopt, 0};
    m_failuresInRow = 0;
    m_recent.reset();
}

} // namespace core::dispatch
