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
 * Two rules at once: a count over the last second, and an even pace.
 *
 * Promises:
 *  - Something begins only while less than the rate was begun in the last second (rate < 1: nothing in the last 1/rate
 *    seconds). What weighs more than the rate begins alone, and is paid for before the next one.
 *  - Requests are strewn evenly, so that a gateway which counts what arrives sees no more than the rate either, although
 *    some requests travel longer than others. What a busy moment held up is caught up within a twentieth of a second.
 *  - With work at hand at least 97 % of the rate are used.
 *
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

    /** How long until something of this weight may begin; zero: now. @param weight  1, or SMS parts */
    [[nodiscard]] std::chrono::microseconds wait(Ticks now, int weight = 1);
    /** Takes note of what begins. */
    void take(Ticks now, int weight = 1);
    /**
     * As if all that a second allows had begun just now: who had this limit before may have done so. A rate below one a
     * minute is held up for a minute by it, no longer.
     */
    void assumeUsedUp(Ticks now, double rate);
    /** How much weight may begin between now and then, if nothing hinders it; very large without a limit. */
    [[nodiscard]] double within(Ticks now, std::chrono::microseconds ahead);
    /** Nothing that still counts was begun. */
    [[nodiscard]] bool isIdle(Ticks now) const;

private:
    struct Begun
    {
        Ticks at;
        int weight = 1;
    };

    void forget(Ticks now);
    [[nodiscard]] std::chrono::microseconds windowWait(Ticks now, int weight) const;
    [[nodiscard]] std::chrono::microseconds slotOf(int weight) const;

    std::optional<double> m_rate;
    std::deque<Begun> m_begun; ///< within the last second
    double m_weight = 0;       ///< sum over m_begun
    std::optional<Ticks> m_last;
    Ticks m_next{}; ///< when the next one is due at an even pace
};

} // namespace core::dispatch
