// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/mailingseries.h"

#include "core/domain/mailingseries.h"
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

bool endsBefore(const Mailing &edited, const Mailing &coming)
{
    return edited.repeat == Repeat::None || (edited.repeatUntil && coming.startAt > *edited.repeatUntil);
}

/** What was said of the repetition of `edited` holds for an occurrence to come. */
Status carryOverTo(UnitOfWork &unit, const Actor &actor, Instant now, const Mailing &edited, const Mailing &coming)
{
    Mailing changed = coming;
    if (endsBefore(edited, coming) && domain::awaitsStart(coming)) {
        // It keeps its repetition, so that the series can be taken up again.
        changed.state = MailingState::Cancelled;
        return storeMailing(unit, actor, now, "mailing.cancel", coming, changed);
    }
    changed.repeat = edited.repeat;
    changed.repeatUntil = edited.repeatUntil;
    return storeMailing(unit, actor, now, "mailing.edit", coming, changed);
}

} // namespace

Status createNextOccurrence(UnitOfWork &unit, const Actor &actor, Instant now, const Mailing &mailing)
{
    if (mailing.repeat == Repeat::None)
        return {};
    HELIOGRAPH_ASSIGN(const QList<Mailing> series, unit.mailings.occurrences(mailing.seriesId));
    if (domain::hasFollower(mailing, series))
        return {};
    HELIOGRAPH_ASSIGN(const domain::Occurrence firstTurn, unit.mailings.firstTurn(mailing.seriesId));
    HELIOGRAPH_ASSIGN(const auto settings, unit.settings.settings());
    const QTimeZone &zone = domain::timeZone(settings.zone());
    // Turns that were cancelled one by one stay so.
    auto following = domain::followingOccurrence(mailing, series, firstTurn, now, zone);
    while (following) {
        HELIOGRAPH_ASSIGN(const bool exists, unit.mailings.hasOccurrence(following->seriesId, following->startAt));
        if (!exists) {
            HELIOGRAPH_TRY(insertMailing(unit, actor, *following));
            return {};
        }
        following = domain::followingOccurrence(*following, series, firstTurn, now, zone);
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
    const QList<Mailing> coming = domain::comingAfter(after, series);
    if (coming.isEmpty()) {
        const bool hasStarted = domain::isActive(after.state) && !domain::awaitsStart(after);
        return hasStarted ? createNextOccurrence(unit, actor, now, after) : Status();
    }
    for (const Mailing &one : coming)
        HELIOGRAPH_TRY(carryOverTo(unit, actor, now, after, one));
    return {};
}

} // namespace core::services
