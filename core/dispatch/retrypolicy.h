// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Decides whether a failed attempt is repeated, and when.
 *
 * Arithmetic only: no timer, no network, no database, no clock of its own. What to make of an answer is decided in
 * core/dispatch/outcomedecision, which asks here; the answer is stored with the message, so a schedule survives a restart.
 */
#pragma once

#include "core/base/clock.h"
#include "core/domain/gatewayprofile.h"

#include <optional>

namespace core::dispatch {

/**
 * Exponential back-off with jitter, bounded by a number of attempts and a deadline.
 *
 * Promises:
 *  - The pause is never shorter than the gateway's Retry-After, and else never longer than the cap.
 *  - No attempt is planned at or after the deadline: a late message is worse than a failed one.
 *  - Equal arguments give equal answers; chance enters only through `draw`.
 *
 * Thread: any (immutable value).
 */
class RetryPolicy
{
public:
    explicit RetryPolicy(domain::RetryLimits limits);

    [[nodiscard]] bool isLast(int attempt) const { return attempt >= m_limits.maxAttempts; }
    /**
     * When to try again; nothing means that this was the last attempt, or that the next one would come too late.
     * @param attempt     number of the attempt that failed, from 1
     * @param retryAfter  what the gateway asked for, if it did
     * @param deadline    end of the mailing
     * @param draw        random number in [0, 1); 0.5 is the middle of the jitter
     */
    [[nodiscard]] std::optional<Instant> nextAttempt(int attempt, Instant failedAt, std::optional<Milliseconds> retryAfter,
                                                     Instant deadline, double draw) const;

private:
    domain::RetryLimits m_limits;
};

} // namespace core::dispatch
