// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What changes a mailing's state: the second half of MailingService.

#include "core/interfaces/messagerepository.h"
#include "core/services/accessrules.h"
#include "core/services/mailingchecks.h"
#include "core/services/mailingrecord.h"
#include "core/services/mailingseries.h"
#include "core/services/mailingservice.h"
#include "core/services/stepwise.h"

#include <algorithm>

namespace core::services {

using domain::Actor;
using domain::Mailing;
using domain::MailingAction;
using domain::MailingState;
using interfaces::Lane;
using interfaces::UnitOfWork;

namespace {

Result<Mailing> findForEdit(UnitOfWork &unit, const Actor &actor, MailingId id)
{
    HELIOGRAPH_ASSIGN(Mailing mailing, unit.mailings.find(id));
    HELIOGRAPH_TRY(mayDo(actor, Permission::EditMailing, mailing.owner));
    return mailing;
}

Result<Mailing> paused(UnitOfWork &unit, const Actor &actor, Instant now, const Mailing &before)
{
    Mailing after = before;
    HELIOGRAPH_ASSIGN(after.state, domain::stateAfter(before, MailingAction::Pause));
    after.pausedFrom = before.state;
    HELIOGRAPH_TRY(storeMailing(unit, actor, now, "mailing.pause", before, after));
    return after;
}

Result<Mailing> resumed(UnitOfWork &unit, const Actor &actor, Instant now, const Mailing &before)
{
    Mailing after = before;
    HELIOGRAPH_ASSIGN(after.state, domain::stateAfter(before, MailingAction::Resume));
    HELIOGRAPH_TRY(storeMailing(unit, actor, now, "mailing.resume", before, after));
    return after;
}

/** An occurrence creates the next one when it starts; one that will never start does so when it goes. */
Status keepSeriesAlive(UnitOfWork &unit, const Actor &actor, Instant now, const Mailing &leaving)
{
    return domain::awaitsStart(leaving) ? createNextOccurrence(unit, actor, now, leaving) : Status();
}

Result<Mailing> cancelled(UnitOfWork &unit, const Actor &actor, Instant now, MailingId id, bool wholeSeries)
{
    HELIOGRAPH_ASSIGN(const Mailing before, findForEdit(unit, actor, id));
    const bool endsSeries = wholeSeries && before.seriesId.isValid();
    Mailing after = before;
    if (endsSeries) {
        after.repeat = domain::Repeat::None;
        HELIOGRAPH_TRY(cancelSeries(unit, actor, now, before.seriesId, id));
    } else {
        HELIOGRAPH_TRY(keepSeriesAlive(unit, actor, now, before));
    }
    // An occurrence that has run is a good handle for the rest of its series.
    if (domain::isActive(before.state) || !endsSeries) {
        HELIOGRAPH_ASSIGN(after.state, domain::stateAfter(before, MailingAction::Cancel));
    }
    HELIOGRAPH_TRY(storeMailing(unit, actor, now, "mailing.cancel", before, after));
    return after;
}

/** Applies `change` to every mailing that it fits and the actor may edit. */
template <typename Fits, typename Change>
Result<int> changeAll(UnitOfWork &unit, const Actor &actor, Fits fits, Change change)
{
    HELIOGRAPH_ASSIGN(const QList<Mailing> mailings, unit.mailings.active());
    int changed = 0;
    for (const Mailing &mailing : mailings) {
        if (mailing.archivedAt || !fits(mailing.state) || !mayDo(actor, Permission::EditMailing, mailing.owner))
            continue;
        HELIOGRAPH_TRY(change(mailing));
        ++changed;
    }
    return changed;
}

Result<Mailing> unarchived(UnitOfWork &unit, const Actor &actor, Instant now, const Mailing &was)
{
    HELIOGRAPH_ASSIGN(const Mailing before, findForEdit(unit, actor, was.id));
    Mailing after = before;
    after.archivedAt = was.archivedAt;
    after.state = was.state;
    after.pausedFrom = was.pausedFrom;
    if (domain::isActive(after.state))
        HELIOGRAPH_TRY(settleGatewayAnew(unit, after));
    HELIOGRAPH_TRY(storeMailing(unit, actor, now, "mailing.restore", before, after));
    return after;
}

/**
 * One transaction of a restore: the first brings the state back, together with the first messages, so that the mailing is
 * never active and empty in between. What is done to the mailing after that stands.
 */
Result<std::optional<Mailing>> restoreSome(UnitOfWork &unit, const Actor &actor, Instant now, const Mailing &was,
                                           bool isFirst)
{
    HELIOGRAPH_ASSIGN(Mailing mailing, isFirst ? unarchived(unit, actor, now, was) : unit.mailings.find(was.id));
    if (!domain::isActive(was.state) || mailing.archivedAt || mailing.state == MailingState::Cancelled)
        return std::optional(mailing);
    HELIOGRAPH_ASSIGN(const int revived, unit.messages.reviveCancelled(was.id, rowsPerStep, now));
    // All that were revived so far went out, so it has finished; with those that follow it runs again.
    if (revived > 0 && mailing.state == MailingState::Finished) {
        const Mailing before = mailing;
        mailing.state = MailingState::Running;
        HELIOGRAPH_TRY(storeMailing(unit, actor, now, "mailing.restore", before, mailing));
    }
    return revived < rowsPerStep ? std::optional(mailing) : std::nullopt;
}

} // namespace

QFuture<Result<Mailing>> MailingService::start(const Actor &actor, MailingId id, std::optional<Instant> at,
                                               MailingConsent consent)
{
    return m_executor.write(
        Lane::Interactive, [&clock = m_clock, actor, id, at, consent](UnitOfWork &unit) -> Result<Mailing> {
            const Instant now = clock.now();
            HELIOGRAPH_ASSIGN(const Mailing before, findForEdit(unit, actor, id));
            HELIOGRAPH_ASSIGN(const MailingState state, domain::stateAfter(before, MailingAction::Schedule));
            domain::MailingEdit times;
            times.startAt = at.value_or(std::max(before.startAt, now));
            times.endAt = before.endAt;
            HELIOGRAPH_ASSIGN(Mailing after, domain::edited(before, times, now));
            after.state = state;
            HELIOGRAPH_TRY(makeReady(unit, after, consent));
            HELIOGRAPH_TRY(storeMailing(unit, actor, now, "mailing.start", before, after));
            return after;
        });
}

QFuture<Result<Mailing>> MailingService::pause(const Actor &actor, MailingId id)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, id](UnitOfWork &unit) -> Result<Mailing> {
        HELIOGRAPH_ASSIGN(const Mailing mailing, findForEdit(unit, actor, id));
        return paused(unit, actor, clock.now(), mailing);
    });
}

QFuture<Result<Mailing>> MailingService::resume(const Actor &actor, MailingId id)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, id](UnitOfWork &unit) -> Result<Mailing> {
        HELIOGRAPH_ASSIGN(const Mailing mailing, findForEdit(unit, actor, id));
        return resumed(unit, actor, clock.now(), mailing);
    });
}

QFuture<Result<Mailing>> MailingService::cancel(const Actor &actor, MailingId id, bool wholeSeries)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, id, wholeSeries](UnitOfWork &unit) {
        return cancelled(unit, actor, clock.now(), id, wholeSeries);
    });
}

QFuture<Result<Mailing>> MailingService::remove(const Actor &actor, MailingId id)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, id](UnitOfWork &unit) -> Result<Mailing> {
        HELIOGRAPH_ASSIGN(const Mailing before, findForEdit(unit, actor, id));
        if (before.archivedAt)
            return Failure(Error::make(ErrorKind::Conflict, "mailing.archived"));
        Mailing after = before;
        after.archivedAt = clock.now();
        if (domain::isActive(before.state)) {
            HELIOGRAPH_ASSIGN(after.state, domain::stateAfter(before, MailingAction::Cancel));
            HELIOGRAPH_TRY(keepSeriesAlive(unit, actor, clock.now(), before));
        }
        HELIOGRAPH_TRY(storeMailing(unit, actor, clock.now(), "mailing.delete", before, after));
        return after;
    });
}

QFuture<Result<Mailing>> MailingService::restore(const Actor &actor, const Mailing &was)
{
    const auto step = [&executor = m_executor, &clock = m_clock, actor, was, isFirst = true]() mutable {
        const bool first = std::exchange(isFirst, false);
        return executor.write(Lane::Interactive, [&clock, actor, was, first](UnitOfWork &unit) {
            return restoreSome(unit, actor, clock.now(), was, first);
        });
    };
    return stepByStep<Mailing>(step);
}

QFuture<Result<int>> MailingService::pauseAll(const Actor &actor)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor](UnitOfWork &unit) -> Result<int> {
        const auto fits = [](MailingState state) {
            return state == MailingState::Scheduled || state == MailingState::Running;
        };
        return changeAll(unit, actor, fits,
                         [&](const Mailing &mailing) { return paused(unit, actor, clock.now(), mailing); });
    });
}

QFuture<Result<int>> MailingService::resumeAll(const Actor &actor)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor](UnitOfWork &unit) -> Result<int> {
        const auto fits = [](MailingState state) { return state == MailingState::Paused; };
        return changeAll(unit, actor, fits,
                         [&](const Mailing &mailing) { return resumed(unit, actor, clock.now(), mailing); });
    });
}

} // namespace core::services
