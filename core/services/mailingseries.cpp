// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/mailingseries.h"

#include "core/domain/timezonename.h"
#include "core/interfaces/mailingrepository.h"
#include "core/interfaces/settingsrepository.h"
#include "core/services/mailingrecord.h"

namespace core::services {

using domain::Actor;
using domain::Mailing;
using domain::MailingState;
using domain::Repeat;
using interfaces::UnitOfWork;

namespace {

/** An occurrence after `mailing` that still has something to do; nothing: there is none. */
std::optional<Mailing> comingAfter(const Mailing &mailing, const QList<Mailing> &series)
{
    for (const Mailing &other : series) {
        if (other.startAt > mailing.startAt && domain::isActive(other.state))
            return other;
    }
    return std::nullopt;
}

bool endsBefore(const Mailing &edited, const Mailing &coming)
{
    return edited.repeat == Repeat::None || (edited.repeatUntil && coming.startAt > *edited.repeatUntil);
}

} // namespace

Status createNextOccurrence(UnitOfWork &unit, const Actor &actor, Instant now, const Mailing &mailing)
{
    if (mailing.repeat == Repeat::None)
        return {};
    HELIOGRAPH_ASSIGN(const QList<Mailing> series, unit.mailings.occurrences(mailing.seriesId));
    if (comingAfter(mailing, series))
        return {};
    HELIOGRAPH_ASSIGN(const auto settings, unit.settings.settings());
    const QTimeZone &zone = domain::timeZone(settings.zone());
    // Turns that were cancelled one by one stay so.
    auto following = domain::followingOccurrence(mailing, series, now, zone);
    while (following) {
        HELIOGRAPH_ASSIGN(const bool exists, unit.mailings.hasOccurrence(following->seriesId, following->startAt));
        if (!exists) {
            HELIOGRAPH_TRY(insertMailing(unit, actor, *following));
            return {};
        }
        following = domain::followingOccurrence(*following, series, now, zone);
    }
    return {};
}

Status cancelSeries(UnitOfWork &unit, const Actor &actor, Instant now, MailingId series, MailingId except)
{
    HELIOGRAPH_ASSIGN(const QList<Mailing> occurrences, unit.mailings.occurrences(series));
    for (const Mailing &before : occurrences) {
        if (before.id == except)
            continue;
        Mailing after = before;
        after.repeat = Repeat::None;
        if (before.state == MailingState::Scheduled || before.state == MailingState::Paused)
            after.state = MailingState::Cancelled;
        HELIOGRAPH_TRY(storeMailing(unit, actor, now, "mailing.cancel", before, after));
    }
    return {};
}

Status carryRepetitionOver(UnitOfWork &unit, const Actor &actor, Instant now, const Mailing &before, const Mailing &after)
{
    if (after.repeat == before.repeat && after.repeatUntil == before.repeatUntil)
        return {};
    HELIOGRAPH_ASSIGN(const QList<Mailing> series, unit.mailings.occurrences(after.seriesId));
    const auto coming = comingAfter(after, series);
    if (!coming) {
        const bool hasStarted = domain::isActive(after.state) && !domain::awaitsStart(after);
        return hasStarted ? createNextOccurrence(unit, actor, now, after) : Status();
    }
    Mailing changed = *coming;
    if (endsBefore(after, *coming) && domain::awaitsStart(*coming)) {
        // It keeps its repetition, so that the series can be taken up again.
        changed.state = MailingState::Cancelled;
        return storeMailing(unit, actor, now, "mailing.cancel", *coming, changed);
    }
    changed.repeat = after.repeat;
    changed.repeatUntil = after.repeatUntil;
    return storeMailing(unit, actor, now, "mailing.edit", *coming, changed);
}

} // namespace core::services
