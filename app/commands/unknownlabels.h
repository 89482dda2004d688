// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Warns of tags and operator codes in a filter that no client has: most often a typing mistake.
 */
#pragma once

#include "app/commandcontext.h"

namespace app::commands {

/** A line on standard error for each label that nobody has. Errors: those of the database. */
[[nodiscard]] core::Status noteUnknownLabels(CommandContext &context, const QStringList &tags,
                                             const QStringList &operatorCodes);

} // namespace app::commands
