// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/openinghours.h"

#include "core/domain/timezonename.h"

namespace core::dispatch {

namespace {

constexpr std::chrono::days aLongTime{400};
constexpr std::chrono::days aWeek{7};

} // namespace

OpeningHours::OpeningHours(std::optional<domain::SendWindow> window) : m_window(std::move(window)) {}

OpeningHours::Known OpeningHours::look(const QString &zoneName, Instant now) const
{
    const QTimeZone *zone = domain::findTimeZone(zoneName);
    if (!zone)
        return {.since = now, .until = now + unknownZonePause};
    const bool open = m_window->isOpen(now, *zone);
    const Instant until = open ? m_window->nextClosing(now, *zone).value_or(now + aWeek)
                               : m_window->nextOpening(now, *zone).value_or(now + aLongTime);
    return {.since = now, .until = until, .open = open};
}

std::optional<Instant> OpeningHours::closedUntil(const QString &zoneName, Instant now)
{
    if (!m_window)
        return std::nullopt;
    Known &known = m_known[zoneName];
    // A clock that jumped back makes what was looked up later worthless.
    if (now < known.since || now >= known.until)
        known = look(zoneName, now);
    return known.open ? std::nullopt : std::optional(known.until);
}

} // namespace core::dispatch
