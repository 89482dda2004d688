// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The words of a fault plan: durations, shares and phones as somebody types them.
 *
 * Text to value only; which option may hold what stands in faultplan.cpp, the only user.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QSet>
#include <QString>
#include <optional>

namespace core::simulator {

/** From `from` to `to`, both ends included; equal for a single value. */
struct DurationRange
{
    Milliseconds from{0};
    Milliseconds to{0};

    bool operator==(const DurationRange &) const = default;
};

/** Whom a fault strikes: a share of all requests, and every request for one of these phones. */
struct FaultTarget
{
    double share = 0; ///< 0 … 1
    QSet<qint64> phones;

    bool operator==(const FaultTarget &) const = default;
};

/** `50ms`, `2s`, `1m` or two of them with `..` between. Errors: InvalidInput on `option`, code simulator:duration. */
Result<DurationRange> parseDurations(const QString &option, const QString &text);

/** `10%`, `phone:79990000001`, or several with commas. Errors: InvalidInput on `option`, code simulator:share. */
Result<FaultTarget> parseTarget(const QString &option, const QString &text);

/** A whole number in `[least, most]`. Errors: InvalidInput on `option`, code simulator:number. */
Result<qint64> parseNumber(const QString &option, const QString &text, qint64 least, qint64 most);

} // namespace core::simulator
