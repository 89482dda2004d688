// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Keeps the number of requests begun in any sliding second below a limit.
 *
 * Arithmetic only; the caller brings the time. One for each gateway and one for each mailing with a limit of its own.
 */
#pragma once

#include "core/base/clock.h"

#include <deque>
#include <optional>

namespace core::dispatch {

/**
 * Counts what was begun within the last second (rate < 1: the last 1/rate seconds).
 *
 * Promise: `take` is refused while as much as the rate was begun in that window; nothing is saved up.
 * Thread: any one.
 */
class RateLimiter
{
public:
    /** @param rate  per second, > 0; nothing: no limit */
    explicit RateLimiter(std::optional<double> rate = std::nullopt);

    /** A new limit; what was begun lately still counts. */
    void setRate(std::optional<double> rate);
    [[nodiscard]] std::optional<double> rate() const { return m_rate; }

    /** How much may be begun at `now`; very large without a limit. */
    [[nodiscard]] double available(Ticks now);
    /** @param weight  1, or the SMS parts where the gateway counts parts */
    void take(Ticks now, int weight);
    /** How long until something may be begun; zero: now. */
    [[nodiscard]] std::chrono::microseconds wait(Ticks now);

private:
    struct Begun
    {
        Ticks at;
        int weight = 1;
    };

    void forget(Ticks now);
    [[nodiscard]] std::chrono::microseconds window() const;
    [[nodiscard]] double allowance() const;

    std::optional<double> m_rate;
    std::deque<Begun> m_begun;
    double m_weight = 0; ///< sum over m_begun
};

} // namespace core::dispatch
