// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * When a repeated mailing runs next: the wall clock of the workspace's zone, month ends held to the last day.
 */
#pragma once

#include "core/base/clock.h"

#include <QTimeZone>
#include <optional>

namespace core::domain {

enum class Repeat : quint8 { None, Daily, Weekly, Monthly };

struct Occurrence
{
    Instant start{};
    Instant end{};

    bool operator==(const Occurrence &) const = default;
};

/**
 * The first occurrence of the series that begins after `previous` and whose end lies after `now`.
 * @param first     the series' first occurrence: it fixes the wall clock, the weekday and the day of the month
 * @param until     no occurrence begins after it; nothing: for ever
 */
[[nodiscard]] std::optional<Occurrence> nextOccurrence(Repeat repeat, const Occurrence &first, Instant previous, Instant now,
                                                       std::optional<Instant> until, const QTimeZone &zone);

/** The shortest distance between two starts, to hold end − start against; zero for None. */
[[nodiscard]] std::chrono::hours shortestInterval(Repeat repeat);

} // namespace core::domain
