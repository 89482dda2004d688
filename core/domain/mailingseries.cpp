// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/mailingseries.h"

#include <algorithm>
#include <iterator>

namespace core::domain {

std::optional<Mailing> followingOccurrence(const Mailing &mailing, QList<Mailing> series, const Occurrence &firstTurn,
                                           Instant now, const QTimeZone &zone)
{
    if (!series.isEmpty() && series.first().id == mailing.seriesId) {
        series.first().startAt = firstTurn.start;
        series.first().endAt = firstTurn.end;
    }
    return followingOccurrence(mailing, series, now, zone);
}

bool hasFollower(const Mailing &mailing, const QList<Mailing> &series)
{
    // One that was made before it, and moved behind it, stands for a turn that is over.
    const QList<Mailing> coming = comingAfter(mailing, series);
    return std::any_of(coming.begin(), coming.end(), [&mailing](const Mailing &other) { return other.id > mailing.id; });
}

QList<Mailing> comingAfter(const Mailing &mailing, const QList<Mailing> &series)
{
    QList<Mailing> coming;
    std::copy_if(series.begin(), series.end(), std::back_inserter(coming), [&mailing](const Mailing &other) {
        return other.id != mailing.id && other.startAt > mailing.startAt && isActive(other.state) && !other.archivedAt;
    });
    return coming;
}

} // namespace core::domain
