// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Reads the opt-out column: yes, no, or the date of the opt-out.
 */
#pragma once

#include "core/base/clock.h"

#include <QString>
#include <QTimeZone>
#include <optional>

namespace core::csv {

struct OptOut
{
    std::optional<Instant> at; ///< nothing: has not opted out
};

/**
 * `1`, `да`, `yes`, `true` mean now; `0`, `нет`, `no`, `false` and blank mean no; else a date, ISO 8601 or 20.11.2026, with
 * or without a time, in `zone` unless it has an offset. Nothing for anything else.
 */
[[nodiscard]] std::optional<OptOut> optOutFromText(const QString &text, Instant now, const QTimeZone &zone);

} // namespace core::csv
