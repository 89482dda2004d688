// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/mailingservice.h"

#include "core/interfaces/messagerepository.h"
#include "core/services/accessrules.h"
#include "core/services/mailingchecks.h"
#include "core/services/mailingrecord.h"
#include "core/services/mailingseries.h"
#include "core/services/stepwise.h"

namespace core::services {

using domain::Actor;
using domain::Mailing;
using domain::MailingEdit;
using domain::MailingState;
using interfaces::Lane;
using interfaces::UnitOfWork;

namespace {

Result<Mailing> insert(UnitOfWork &unit, const Actor &actor, Mailing mailing)
{
    mailing.owner = actor.user;
    return insertMailing(unit, actor, mailing);
}

/** Valid fields, and a gateway that is there. */
Result<Mailing> created(UnitOfWork &unit, const Actor &actor, const MailingEdit &edit, Instant now)
{
    HELIOGRAPH_TRY(mayDo(actor, Permission::CreateMailings));
    HELIOGRAPH_ASSIGN(Mailing mailing, domain::edited(blankMailing(edit, now), edit, now));
    HELIOGRAPH_TRY(requireKnownGateway(unit, mailing.gateway));
    return mailing;
}

bool isRenameOnly(const MailingEdit &edit)
{
    return !edit.text && !edit.filter && !edit.audienceMode && !edit.startAt && !edit.endAt && !edit.window &&
           !edit.repeat && !edit.repeatUntil && !edit.gateway && !edit.rateLimit && !edit.priority &&
           !edit.allowMissingFields;
}

Status refuseEdit(const Mailing &mailing, const MailingEdit &edit)
{
    if (isRenameOnly(edit))
        return {};
    if (mailing.archivedAt)
        return Failure(Error::make(ErrorKind::Conflict, "mailing.archived"));
    if (mailing.state == MailingState::Finished || mailing.state == MailingState::Cancelled)
        return Failure(
            Error::make(ErrorKind::Conflict, "mailing.state", {domain::toText(mailing.state), QStringLiteral("edit")}));
    return {};
}

/** Others than before may belong to it: by another filter, or because who came after the start is welcome now. */
bool isOtherAudience(const Mailing &before, const Mailing &after)
{
    const bool opens = after.audienceMode == domain::AudienceMode::Live && before.audienceMode != after.audienceMode;
    return opens || !after.filter.isSameAs(before.filter);
}

/** What was asked when it was scheduled is asked again only about what has changed; fills in the default gateway. */
Status checkEdited(UnitOfWork &unit, const Mailing &before, Mailing &after, const MailingConsent &consent)
{
    if (after.gateway != before.gateway)
        HELIOGRAPH_TRY(requireKnownGateway(unit, after.gateway));
    if (!domain::isActive(after.state))
        return {};
    if (after.gateway != before.gateway)
        HELIOGRAPH_TRY(settleGateway(unit, after));
    const bool otherContent = after.text != before.text || !after.filter.isSameAs(before.filter);
    if (otherContent || (before.allowMissingFields && !after.allowMissingFields))
        HELIOGRAPH_TRY(refuseMissingFields(unit, after));
    const bool otherTimes = after.startAt != before.startAt || after.endAt != before.endAt;
    if ((otherContent || otherTimes) && !consent.allowDuplicate)
        HELIOGRAPH_TRY(refuseTwins(unit, after));
    return {};
}

Result<Mailing> storeEdit(UnitOfWork &unit, const Actor &actor, Instant now, MailingId id, const MailingEdit &edit,
                          const MailingConsent &consent)
{
    HELIOGRAPH_ASSIGN(const Mailing before, unit.mailings.find(id));
    HELIOGRAPH_TRY(mayDo(actor, Permission::EditMailing, before.owner));
    HELIOGRAPH_TRY(refuseEdit(before, edit));
    // A new name is no question of times: one whose end has passed may still be renamed.
    const Instant reference = isRenameOnly(edit) ? std::min(now, before.startAt) : now;
    HELIOGRAPH_ASSIGN(Mailing after, domain::edited(before, edit, reference));
    if (after.repeat != domain::Repeat::None && !after.seriesId.isValid())
        after.seriesId = id;
    HELIOGRAPH_TRY(checkEdited(unit, before, after, consent));
    HELIOGRAPH_TRY(storeMailing(unit, actor, now, "mailing.edit", before, after));
    if (isOtherAudience(before, after)) // it is looked through again from the first client
        HELIOGRAPH_TRY(unit.mailings.saveAudienceProgress(id, {}));
    HELIOGRAPH_TRY(carryRepetitionOver(unit, actor, now, before, after));
    return after;
}

/** An edit under way: stored at once, and then, with another window, what waits for the old one is woken in batches. */
struct Editing
{
    Actor actor;
    MailingId id;
    MailingEdit edit;
    MailingConsent consent;
    std::optional<Mailing> stored; ///< nothing: this is the first step
    MessageId wokenUpTo;
};

Result<std::optional<Mailing>> editSome(UnitOfWork &unit, Editing &editing, Instant now)
{
    if (!editing.stored) {
        HELIOGRAPH_ASSIGN(const Mailing before, unit.mailings.find(editing.id));
        HELIOGRAPH_ASSIGN(const Mailing after,
                          storeEdit(unit, editing.actor, now, editing.id, editing.edit, editing.consent));
        if (after.window == before.window || !domain::isActive(after.state))
            return std::optional(after);
        editing.stored = after;
    }
    HELIOGRAPH_ASSIGN(const interfaces::MessageBatch woken,
                      unit.messages.wakePostponed(editing.id, editing.wokenUpTo, rowsPerStep, now));
    editing.wokenUpTo = woken.last;
    return woken.count < rowsPerStep ? editing.stored : std::nullopt;
}

} // namespace

MailingService::MailingService(interfaces::Executor &executor, const Clock &clock) : m_executor(executor), m_clock(clock) {}

QFuture<Result<Mailing>> MailingService::createDraft(const Actor &actor, const MailingEdit &edit)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, edit](UnitOfWork &unit) -> Result<Mailing> {
        HELIOGRAPH_ASSIGN(const Mailing mailing, created(unit, actor, edit, clock.now()));
        return insert(unit, actor, mailing);
    });
}

QFuture<Result<Mailing>> MailingService::createScheduled(const Actor &actor, const MailingEdit &edit, MailingConsent consent)
{
    return m_executor.write(Lane::Interactive,
                            [&clock = m_clock, actor, edit, consent](UnitOfWork &unit) -> Result<Mailing> {
                                HELIOGRAPH_ASSIGN(Mailing mailing, created(unit, actor, edit, clock.now()));
                                mailing.state = MailingState::Scheduled;
                                HELIOGRAPH_TRY(makeReady(unit, mailing, consent));
                                return insert(unit, actor, mailing);
                            });
}

QFuture<Result<Mailing>> MailingService::edit(const Actor &actor, MailingId id, const MailingEdit &edit,
                                              MailingConsent consent)
{
    const auto editing = std::make_shared<Editing>(Editing{actor, id, edit, consent, {}, {}});
    const auto step = [&executor = m_executor, &clock = m_clock, editing] {
        return executor.write(Lane::Interactive,
                              [&clock, editing](UnitOfWork &unit) { return editSome(unit, *editing, clock.now()); });
    };
    return stepByStep<Mailing>(step);
}

QFuture<Result<Mailing>> MailingService::duplicate(const Actor &actor, MailingId id)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, id](UnitOfWork &unit) -> Result<Mailing> {
        HELIOGRAPH_TRY(mayDo(actor, Permission::CreateMailings));
        HELIOGRAPH_ASSIGN(const Mailing original, unit.mailings.find(id));
        Mailing copy = original;
        copy.id = {};
        copy.seriesId = {};
        copy.repeat = domain::Repeat::None;
        copy.repeatUntil.reset();
        copy.archivedAt.reset();
        copy.state = MailingState::Draft;
        copy.createdAt = clock.now();
        copy.updatedAt = copy.createdAt;
        copy.startAt = copy.createdAt;
        copy.endAt = copy.startAt + (original.endAt - original.startAt);
        if (!requireKnownGateway(unit, copy.gateway)) // it was removed since: the default one then
            copy.gateway = {};
        return insert(unit, actor, copy);
    });
}

QFuture<Result<Mailing>> MailingService::find(MailingId id)
{
    return m_executor.read([id](UnitOfWork &unit) { return unit.mailings.find(id); });
}

QFuture<Result<domain::Page<domain::MailingSummary>>> MailingService::page(const interfaces::MailingQuery &query,
                                                                           const domain::PageRequest &request)
{
    return m_executor.read(
        [query, request, now = m_clock.now()](UnitOfWork &unit) { return unit.mailings.page(query, request, now); });
}

QFuture<Result<qint64>> MailingService::count(const interfaces::MailingQuery &query)
{
    return m_executor.read([query](UnitOfWork &unit) { return unit.mailings.count(query); });
}

} // namespace core::services
