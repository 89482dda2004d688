// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The rate limits of mailings, one for each mailing however many gateways send it.
 */
#pragma once

#include "core/base/ids.h"
#include "core/dispatch/ratelimiter.h"

#include <map>
#include <memory>

namespace core::dispatch {

/**
 * Promise: whoever sends a mailing counts with the same limiter, also who takes it up again while what was begun still
 * counts: after a pause, by another gateway, or by two at once (repeats keep the gateway that they went out by).
 * Thread: dispatch.
 */
class MailingLimiters
{
public:
    /** That of this mailing; a new one has no limit. What nobody has any more is forgotten once it counts nothing. */
    [[nodiscard]] std::shared_ptr<RateLimiter> of(MailingId id, Ticks now);

private:
    std::map<MailingId, std::shared_ptr<RateLimiter>> m_limiters;
};

} // namespace core::dispatch
