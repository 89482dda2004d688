// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Measures how much happened lately, for people to look at; limits are kept by RateLimiter.
 */
#pragma once

#include "core/base/clock.h"

#include <deque>

namespace core::dispatch {

/** Events per second over the last three seconds. Thread: any one. */
class RateMeter
{
public:
    void count(Ticks now);
    [[nodiscard]] double perSecond(Ticks now);

private:
    struct Slot
    {
        Ticks at;
        int events = 0;
    };
    std::deque<Slot> m_slots; ///< of a quarter of a second each
};

} // namespace core::dispatch
