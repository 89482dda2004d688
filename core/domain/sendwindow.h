// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The daily hours, in a client's local time, in which a mailing may send.
 *
 * Pure arithmetic on the wall clock of a zone, with daylight saving; no clock of its own.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QSet>
#include <QString>
#include <QTimeZone>
#include <optional>

namespace core::domain {

/**
 * `[from, to)` of every chosen weekday, spanning midnight if from > to.
 *
 * A window that lies wholly in a spring gap does not open that day; in the autumn overlap an instant is inside when its
 * wall clock is. A weekday names the local day on which the window begins.
 * Thread: any (immutable value).
 */
class SendWindow
{
public:
    static constexpr int minutesPerDay = 24 * 60;

    /**
     * @param from, to  minutes since local midnight, 0 … 1439 and 0 … 1440; both or neither
     * @param weekdays  1 (Monday) … 7; empty: every day
     * Errors: InvalidInput on window.from, window.to or window.weekdays (window:half, window:empty, window:range,
     * window:weekdays, window:nothing when neither hours nor weekdays are given).
     */
    static Result<SendWindow> create(std::optional<int> from, std::optional<int> to, const QSet<int> &weekdays);

    /** `HH:MM`; `24:00` only where `allowMidnight24`. Errors: InvalidInput on `field`, code window:time. */
    static Result<int> parseMinutes(const QString &text, bool allowMidnight24, const char *field);
    [[nodiscard]] static QString minutesText(int minutes); ///< HH:MM

    [[nodiscard]] bool hasHours() const { return m_hasHours; } ///< false: whole days
    [[nodiscard]] int from() const { return m_from; }          ///< minutes
    [[nodiscard]] int to() const { return m_to; }              ///< minutes
    [[nodiscard]] QList<int> weekdays() const; ///< sorted; empty: every day (all seven where there are no hours)

    [[nodiscard]] bool isOpen(Instant at, const QTimeZone &zone) const;
    /** `at` itself when open; nothing if the window never opens within 400 days. */
    [[nodiscard]] std::optional<Instant> nextOpening(Instant at, const QTimeZone &zone) const;
    /** The first instant at or after `at` at which it is shut; nothing if that is over 8 days away. */
    [[nodiscard]] std::optional<Instant> nextClosing(Instant at, const QTimeZone &zone) const;

    bool operator==(const SendWindow &) const = default;

private:
    SendWindow() = default;

    // Wall clock readings are milliseconds since 1970-01-01 00:00 of the same wall clock, days are counted from there.
    [[nodiscard]] bool beginsOn(qint64 day) const;
    [[nodiscard]] qint64 lengthMs() const;
    [[nodiscard]] std::optional<qint64> openUntil(qint64 localMs) const; ///< nothing: shut at that reading

    bool m_hasHours = false;
    int m_from = 0;
    int m_to = minutesPerDay;
    quint8 m_weekdays = 0x7f; ///< bit 0 = Monday
};

} // namespace core::domain
