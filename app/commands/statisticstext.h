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

} // namespace app::commands
