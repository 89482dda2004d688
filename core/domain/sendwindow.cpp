// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sendwindow.h"

#include <QDateTime>
#include <algorithm>

namespace core::domain {

namespace {

constexpr qint64 msPerMinute = 60'000;
constexpr qint64 msPerDay = SendWindow::minutesPerDay * msPerMinute;
constexpr qint64 openingHorizon = 400 * msPerDay;
constexpr qint64 closingHorizon = 8 * msPerDay;
constexpr int daysPerWeek = 7;
constexpr quint8 everyDay = 0x7f;

/** Days since 1970-01-01 of a wall clock reading, which may lie before it. */
constexpr qint64 dayOf(qint64 localMs)
{
    return localMs >= 0 ? localMs / msPerDay : -((-localMs + msPerDay - 1) / msPerDay);
}

/** 0 = Monday; 1970-01-01 was a Thursday. */
constexpr int weekdayOf(qint64 day)
{
    return static_cast<int>(((day + 3) % daysPerWeek + daysPerWeek) % daysPerWeek);
}

qint64 offsetMs(qint64 atMs, const QTimeZone &zone)
{
    return qint64{zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC))} * 1000;
}

/** The next change of the zone's offset after `atMs`, or `limit`. */
qint64 nextChange(qint64 atMs, qint64 limit, const QTimeZone &zone)
{
    if (!zone.hasTransitions())
        return limit;
    const QDateTime change = zone.nextTransition(QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC)).atUtc;
    return change.isValid() ? std::min(change.toMSecsSinceEpoch(), limit) : limit;
}

/**
 * The first instant in [atMs, limit] that `search` finds. `search` maps a wall clock reading to the first one at or after
 * it that suits; between two changes of the offset the wall clock runs evenly, so every such stretch is searched alone.
 */
template <typename Search>
std::optional<Instant> firstInstant(qint64 atMs, qint64 limit, const QTimeZone &zone, Search search)
{
    while (atMs <= limit) {
        const qint64 offset = offsetMs(atMs, zone);
        const qint64 stretchEnd = nextChange(atMs, limit + 1, zone);
        const std::optional<qint64> found = search(atMs + offset);
        if (found && *found - offset < stretchEnd)
            return instantFromMs(*found - offset);
        atMs = stretchEnd;
    }
    return std::nullopt;
}

Failure refused(const char *field, const char *code)
{
    return Failure(Error::invalidField(field, code));
}

} // namespace

Result<SendWindow> SendWindow::create(std::optional<int> from, std::optional<int> to, const QSet<int> &weekdays)
{
    if (from.has_value() != to.has_value())
        return refused(from ? "window.to" : "window.from", "window:half");
    if (!from && weekdays.isEmpty())
        return refused("window.from", "window:nothing");

    SendWindow window;
    if (from) {
        if (*from < 0 || *from >= minutesPerDay)
            return refused("window.from", "window:range");
        if (*to < 0 || *to > minutesPerDay)
            return refused("window.to", "window:range");
        if (*from % minutesPerDay == *to % minutesPerDay && !(*from == 0 && *to == minutesPerDay))
            return refused("window.to", "window:empty");
        window.m_hasHours = true;
        window.m_from = *from;
        window.m_to = *to;
    }
    if (weekdays.isEmpty())
        return window;
    window.m_weekdays = 0;
    for (const int weekday : weekdays) {
        if (weekday < 1 || weekday > daysPerWeek)
            return refused("window.weekdays", "window:weekdays");
        window.m_weekdays = static_cast<quint8>(window.m_weekdays | (1U << (weekday - 1)));
    }
    return window;
}

Result<int> SendWindow::parseMinutes(const QString &text, bool allowMidnight24, const char *field)
{
    const QString trimmed = text.trimmed();
    const auto digit = [&trimmed](qsizetype i) { return trimmed[i] >= u'0' && trimmed[i] <= u'9'; };
    const bool wellFormed = trimmed.size() == 5 && trimmed[2] == u':' && digit(0) && digit(1) && digit(3) && digit(4);
    const int hours = wellFormed ? QStringView(trimmed).left(2).toInt() : minutesPerDay;
    const int minutes = wellFormed ? QStringView(trimmed).right(2).toInt() : 0;
    const bool midnight24 = allowMidnight24 && hours == 24 && minutes == 0;
    if ((hours > 23 || minutes > 59) && !midnight24)
        return Failure(Error::invalidField(field, "window:time", {trimmed}));
    return hours * 60 + minutes;
}

QString SendWindow::minutesText(int minutes)
{
    return QStringLiteral("%1:%2").arg(minutes / 60, 2, 10, QLatin1Char('0')).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QList<int> SendWindow::weekdays() const
{
    QList<int> days;
    if (m_weekdays == everyDay && m_hasHours)
        return days;
    for (int weekday = 1; weekday <= daysPerWeek; ++weekday) {
        if (m_weekdays & (1U << (weekday - 1)))
            days.append(weekday);
    }
    return days;
}

bool SendWindow::isOpen(Instant at, const QTimeZone &zone) const
{
    const qint64 localMs = toMs(at) + offsetMs(toMs(at), zone);
    return openUntil(localMs).has_value();
}

std::optional<Instant> SendWindow::nextOpening(Instant at, const QTimeZone &zone) const
{
    const qint64 atMs = toMs(at);
    return firstInstant(atMs, atMs + openingHorizon, zone, [this](qint64 localMs) -> std::optional<qint64> {
        // The window that began yesterday may still be open; a week later every weekday has come once.
        for (qint64 day = dayOf(localMs) - 1; day <= dayOf(localMs) + daysPerWeek; ++day) {
            const qint64 begin = day * msPerDay + m_from * msPerMinute;
            if (beginsOn(day) && begin + lengthMs() > localMs)
                return std::max(begin, localMs);
        }
        return std::nullopt;
    });
}

std::optional<Instant> SendWindow::nextClosing(Instant at, const QTimeZone &zone) const
{
    const qint64 atMs = toMs(at);
    return firstInstant(atMs, atMs + closingHorizon, zone, [this](qint64 localMs) -> std::optional<qint64> {
        // Whole days run into one another: the end of one may be the beginning of the next.
        const qint64 horizon = localMs + closingHorizon + msPerDay;
        while (const std::optional<qint64> end = openUntil(localMs)) {
            localMs = *end;
            if (localMs > horizon)
                return std::nullopt;
        }
        return localMs;
    });
}

bool SendWindow::beginsOn(qint64 day) const
{
    return (m_weekdays & (1U << weekdayOf(day))) != 0;
}

qint64 SendWindow::lengthMs() const
{
    return (m_to > m_from ? m_to - m_from : m_to + minutesPerDay - m_from) * msPerMinute;
}

std::optional<qint64> SendWindow::openUntil(qint64 localMs) const
{
    const qint64 today = dayOf(localMs);
    for (const qint64 day : {today - 1, today}) {
        const qint64 begin = day * msPerDay + m_from * msPerMinute;
        if (beginsOn(day) && localMs >= begin && localMs < begin + lengthMs())
            return begin + lengthMs();
    }
    return std::nullopt;
}

} // namespace core::domain
