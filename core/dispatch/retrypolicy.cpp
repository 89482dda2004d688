// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/retrypolicy.h"

#include <algorithm>
#include <cmath>

namespace core::dispatch {

RetryPolicy::RetryPolicy(domain::RetryLimits limits) : m_limits(limits) {}

std::optional<Instant> RetryPolicy::nextAttempt(int attempt, Instant failedAt, std::optional<Milliseconds> retryAfter,
                                                Instant deadline, double draw) const
{
    if (isLast(attempt))
        return std::nullopt;
    const double grown = double(m_limits.firstDelay.count()) * std::pow(m_limits.factor, attempt - 1);
    const double longest = double(m_limits.maxDelay.count());
    const double strewn = std::min(std::min(grown, longest) * (1 + m_limits.jitter * (2 * draw - 1)), longest);
    const auto delay = std::max(Milliseconds{std::llround(strewn)}, retryAfter.value_or(Milliseconds::zero()));
    const Instant next = failedAt + delay;
    return next < deadline ? std::optional(next) : std::nullopt;
}

} // namespace core::dispatch
