// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/recurrence.h"

#include <QDateTime>
#include <algorithm>

namespace core::domain {

namespace {

using std::chrono::hours;

constexpr hours day{24};
constexpr hours week = 7 * day;
constexpr hours shortestMonth = 28 * day;
constexpr hours longestMonth = 31 * day;

Milliseconds offsetAt(Instant at, const QTimeZone &zone)
{
    return std::chrono::seconds{zone.offsetFromUtc(toDateTime(at))};
}

/** What the zone's wall clock shows, written as if it were UTC. */
QDateTime wallClock(Instant at, const QTimeZone &zone)
{
    return toDateTime(at + offsetAt(at, zone));
}

/** The first instant at which the wall clock shows `wall`; in a spring gap as much later as the gap is long. */
Instant fromWallClock(const QDateTime &wall, const QTimeZone &zone)
{
    const Instant reading = toInstant(wall);
    const Milliseconds before = offsetAt(reading - day, zone);
    const Milliseconds after = offsetAt(reading + day, zone);
    const bool beforeHolds = offsetAt(reading - before, zone) == before;
    const bool afterHolds = offsetAt(reading - after, zone) == after;
    if (beforeHolds && afterHolds)
        return std::min(reading - before, reading - after);
    return reading - (afterHolds ? after : before);
}

/** `wall`, `steps` repetitions later; months always from the first day, so that the 31st comes back after February. */
QDateTime advanced(const QDateTime &wall, Repeat repeat, int steps)
{
    switch (repeat) {
    case Repeat::Daily:
        return wall.addDays(steps);
    case Repeat::Weekly:
        return wall.addDays(qint64{7} * steps);
    case Repeat::Monthly:
        return wall.addMonths(steps);
    case Repeat::None:
        break;
    }
    return wall;
}

Occurrence occurrence(Repeat repeat, const Occurrence &first, int steps, const QTimeZone &zone)
{
    const QDateTime firstStart = wallClock(first.start, zone);
    const QDateTime start = advanced(firstStart, repeat, steps);
    const QDateTime end = start.addMSecs(firstStart.msecsTo(wallClock(first.end, zone)));
    Occurrence result{fromWallClock(start, zone), fromWallClock(end, zone)};
    if (result.end <= result.start) // both readings lie around a change of the clock
        result.end = result.start + (first.end - first.start);
    return result;
}

/** Steps that are certainly not past the first occurrence after `previous`. */
int safeSteps(Repeat repeat, Instant first, Instant previous)
{
    const hours longest = repeat == Repeat::Monthly ? longestMonth : shortestInterval(repeat);
    const auto passed = (previous - first) / longest;
    return static_cast<int>(std::max<decltype(passed)>(1, passed - 1));
}

} // namespace

std::optional<Occurrence> nextOccurrence(Repeat repeat, const Occurrence &first, Instant previous, Instant now,
                                         std::optional<Instant> until, const QTimeZone &zone)
{
    if (repeat == Repeat::None)
        return std::nullopt;
    for (int steps = safeSteps(repeat, first.start, previous);; ++steps) {
        const Occurrence next = occurrence(repeat, first, steps, zone);
        if (until && next.start > *until)
            return std::nullopt;
        if (next.start > previous && next.end > now)
            return next;
    }
}

hours shortestInterval(Repeat repeat)
{
    switch (repeat) {
    case Repeat::Daily:
        return day;
    case Repeat::Weekly:
        return week;
    case Repeat::Monthly:
        return shortestMonth;
    case Repeat::None:
        break;
    }
    return hours{0};
}

} // namespace core::domain
