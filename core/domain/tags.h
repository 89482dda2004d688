// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Labels of clients: trimmed, 1–64 characters, equal under full Unicode case folding, shown as first written.
 */
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace core::domain {

inline constexpr int maxTags = 32;
inline constexpr int maxTagLength = 64;

/** What two equal labels have in common; stored beside the label, since SQLite folds ASCII only. */
[[nodiscard]] QString foldedTag(const QString &label);

/**
 * Trims, drops blanks and labels that are equal to an earlier one, keeps the order.
 * Errors: InvalidInput on `field` with code tags:too_long (args: label, 64) or tags:too_many (args: number, 32).
 */
[[nodiscard]] Result<QStringList> normalisedTags(const QStringList &labels, const char *field = "tags");

} // namespace core::domain
