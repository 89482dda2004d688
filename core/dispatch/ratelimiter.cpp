// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/ratelimiter.h"

#include <cmath>
#include <limits>

namespace core::dispatch {

namespace {

constexpr std::chrono::microseconds oneSecond = std::chrono::seconds{1};

} // namespace

RateLimiter::RateLimiter(std::optional<double> rate) : m_rate(rate) {}

void RateLimiter::setRate(std::optional<double> rate)
{
    m_rate = rate;
}

std::chrono::microseconds RateLimiter::window() const
{
    if (m_rate && *m_rate < 1)
        return std::chrono::microseconds{std::llround(1e6 / *m_rate)};
    return oneSecond;
}

double RateLimiter::allowance() const
{
    return *m_rate < 1 ? 1.0 : *m_rate;
}

void RateLimiter::forget(Ticks now)
{
    const Ticks horizon = now - window();
    while (!m_begun.empty() && m_begun.front().at <= horizon) {
        m_weight -= m_begun.front().weight;
        m_begun.pop_front();
    }
}

double RateLimiter::available(Ticks now)
{
    if (!m_rate)
        return std::numeric_limits<double>::max();
    forget(now);
    // Something begins while less than the rate was begun; a message of several parts may overshoot once and is
    // paid for before the next one begins.
    return std::max(0.0, std::ceil(allowance() - m_weight));
}

void RateLimiter::take(Ticks now, int weight)
{
    if (!m_rate)
        return;
    m_begun.push_back({now, weight});
    m_weight += weight;
}

std::chrono::microseconds RateLimiter::wait(Ticks now)
{
    if (!m_rate)
        return {};
    forget(now);
    double weight = m_weight;
    for (const Begun &begun : m_begun) {
        if (weight < allowance())
            return {};
        weight -= begun.weight;
        if (weight < allowance())
            return begun.at + window() - now;
    }
    return {};
}

} // namespace core::dispatch
