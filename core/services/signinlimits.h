// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * How often somebody may be wrong at signing in, and how late the answer comes meanwhile.
 *
 * Arithmetic only: what failed is counted by the database, for the account and for the address.
 */
#pragma once

#include "core/interfaces/userrepository.h"

#include <chrono>

namespace core::services {

/** Failures count for so long. */
inline constexpr std::chrono::minutes signInWindow{1};
/** So many are answered at once … */
inline constexpr int promptFailures = 5;
/** … and so many at all. */
inline constexpr int mostFailures = 10;

/** How late a further wrong try is answered: 250 ms after promptFailures, twice as late with each. */
[[nodiscard]] Milliseconds answerDelay(int failuresBefore);

/** How long until another try is looked at, in whole seconds, from 1 on; 0: now. */
[[nodiscard]] std::chrono::seconds waitBeforeTry(const interfaces::FailedSignIns &failures, Instant now);

} // namespace core::services
