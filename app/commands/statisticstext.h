// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Numbers of messages as lines for people.
 */
#pragma once

#include "core/domain/statistics.h"

#include <QString>

namespace app::commands {

/** Every status that occurs, then the total: `sent  3`. */
[[nodiscard]] QString countsText(const core::domain::StatusCounts &counts);

/** How many messages there are: `1000`, or `1000+` while recipients are still being chosen. */
[[nodiscard]] QString totalText(const core::domain::MailingSummary &summary);

} // namespace app::commands
