// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The occurrences of a repeating mailing among each other.
 */
#pragma once

#include "core/domain/mailing.h"

namespace core::domain {

/**
 * The occurrence that follows `mailing`: domain::followingOccurrence by the turn that was planned for the first one,
 * whatever became of its own times once it had begun.
 */
[[nodiscard]] std::optional<Mailing> followingOccurrence(const Mailing &mailing, QList<Mailing> series,
                                                         const Occurrence &firstTurn, Instant now, const QTimeZone &zone);

/** Whether what comes after `mailing` is there: one that was made after it, begins after it and still has something to do.
 */
[[nodiscard]] bool hasFollower(const Mailing &mailing, const QList<Mailing> &series);

/** Those of the series that begin after `mailing` and still have something to do. */
[[nodiscard]] QList<Mailing> comingAfter(const Mailing &mailing, const QList<Mailing> &series);

} // namespace core::domain
