// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/ratelimiter.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core::dispatch {

using std::chrono::microseconds;

namespace {

/** A second, and what requests travel differently long: their gateway's second must hold no more than ours. */
constexpr microseconds window = std::chrono::milliseconds{1015};
/** So much of what was held up is caught up at once. */
constexpr microseconds catchUp = std::chrono::milliseconds{50};
constexpr microseconds longestAssumed = std::chrono::minutes{1};

} // namespace

RateLimiter::RateLimiter(std::optional<double> rate) : m_rate(rate) {}

void RateLimiter::setRate(std::optional<double> rate)
{
    if (rate == m_rate)
        return;
    m_rate = rate;
    m_next = {};
}

microseconds RateLimiter::slotOf(int weight) const
{
    return microseconds{std::llround(1e6 * weight / *m_rate)};
}

void RateLimiter::forget(Ticks now)
{
    while (!m_begun.empty() && m_begun.front().at <= now - window) {
        m_weight -= m_begun.front().weight;
        m_begun.pop_front();
    }
}

microseconds RateLimiter::windowWait(Ticks now, int weight) const
{
    const double allowed = std::max(std::ceil(*m_rate), double(weight));
    double begun = m_weight;
    Ticks free = now;
    for (const Begun &one : m_begun) {
        if (begun + weight <= allowed)
            break;
        begun -= one.weight;
        free = one.at + window;
    }
    return free - now;
}

microseconds RateLimiter::wait(Ticks now, int weight)
{
    if (!m_rate)
        return {};
    forget(now);
    if (*m_rate < 1)
        return m_last ? std::max(microseconds{0}, std::max(m_next, *m_last + slotOf(1)) - now) : microseconds{0};
    return std::max({microseconds{0}, m_next - catchUp - now, windowWait(now, weight)});
}

void RateLimiter::take(Ticks now, int weight)
{
    forget(now);
    m_begun.push_back({now, weight});
    m_weight += weight;
    m_last = now;
    if (m_rate)
        m_next = std::max(m_next, now) + slotOf(weight);
}

void RateLimiter::assumeUsedUp(Ticks now, double rate)
{
    // With one a day, every start would put it off by a day, and on some computers for ever.
    const microseconds pause{std::llround(1e6 / rate)};
    const Ticks at = now - std::max(microseconds{0}, pause - longestAssumed);
    const int weight = int(std::ceil(rate));
    take(at, weight);
    if (m_rate)
        m_next = at + slotOf(weight); // also where the computer runs for less than that
}

double RateLimiter::within(Ticks now, microseconds ahead)
{
    if (!m_rate)
        return std::numeric_limits<double>::max();
    if (wait(now) > ahead)
        return 0;
    if (*m_rate < 1)
        return 1;
    double begun = m_weight;
    for (const Begun &one : m_begun) {
        if (one.at > now + ahead - window)
            break;
        begun -= one.weight;
    }
    const double seconds = std::chrono::duration<double>(now + ahead + catchUp - std::max(m_next, now)).count();
    return std::max(1.0, std::min(std::ceil(*m_rate) - begun, 1 + std::floor(seconds * *m_rate)));
}

bool RateLimiter::isIdle(Ticks now) const
{
    const microseconds counts = m_rate ? std::max(window, slotOf(1)) : window;
    return !m_last || (now - *m_last >= counts && now >= m_next);
}

} // namespace core::dispatch
