// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The two clocks of the program, behind an interface: tests move them by hand.
 */
#pragma once

#include <QDateTime>
#include <QMetaType>
#include <chrono>
#include <optional>

namespace core {

using Milliseconds = std::chrono::milliseconds;

/** A point in time, UTC, milliseconds since 1970. Stored, compared and exchanged; local time exists only at the edges. */
using Instant = std::chrono::sys_time<Milliseconds>;

/** A reading of the clock that never jumps; only differences mean something. */
using Ticks = std::chrono::time_point<std::chrono::steady_clock, std::chrono::microseconds>;

[[nodiscard]] inline QDateTime toDateTime(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
}

[[nodiscard]] inline Instant toInstant(const QDateTime &dateTime)
{
    return Instant{Milliseconds{dateTime.toMSecsSinceEpoch()}};
}

[[nodiscard]] inline Instant instantFromMs(qint64 msSinceEpoch)
{
    return Instant{Milliseconds{msSinceEpoch}};
}
[[nodiscard]] inline qint64 toMs(Instant instant)
{
    return instant.time_since_epoch().count();
}

/** ISO 8601 in UTC with `Z`, with milliseconds only where there are any: 2026-11-20T09:00:00Z. */
[[nodiscard]] QString toIso(Instant instant);
/** It lies in the years 1 to 9999: toIso has a text for it, from which it is read again. */
[[nodiscard]] bool hasIso(Instant instant);

/** Thread: any. */
class Clock
{
public:
    virtual ~Clock() = default;

    /** Wall clock; may jump in either direction. */
    [[nodiscard]] virtual Instant now() const = 0;
    /** Monotonic; stands still or not while the computer sleeps, as the system likes. */
    [[nodiscard]] virtual Ticks ticks() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] Ticks ticks() const override;
};

} // namespace core

Q_DECLARE_METATYPE(core::Instant)
