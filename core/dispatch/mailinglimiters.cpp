// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/mailinglimiters.h"

namespace core::dispatch {

std::shared_ptr<RateLimiter> MailingLimiters::of(MailingId id, Ticks now)
{
    std::erase_if(m_limiters,
                  [now](const auto &entry) { return entry.second.use_count() == 1 && entry.second->isIdle(now); });
    std::shared_ptr<RateLimiter> &limiter = m_limiters[id];
    if (!limiter)
        limiter = std::make_shared<RateLimiter>();
    return limiter;
}

} // namespace core::dispatch
