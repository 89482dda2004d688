// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/signinlimits.h"

#include <algorithm>

namespace core::services {

Milliseconds answerDelay(int failuresBefore)
{
    constexpr Milliseconds first{250};
    if (failuresBefore < promptFailures)
        return Milliseconds::zero();
    return first * (1 << std::min(failuresBefore - promptFailures, mostFailures - promptFailures - 1));
}

std::chrono::seconds waitBeforeTry(const interfaces::FailedSignIns &failures, Instant now)
{
    if (failures.count < mostFailures || !failures.oldest)
        return std::chrono::seconds::zero();
    // With the oldest one gone, there is room for another.
    const auto wait = std::chrono::ceil<std::chrono::seconds>(*failures.oldest + signInWindow - now);
    return std::max(wait, std::chrono::seconds{1});
}

} // namespace core::services
