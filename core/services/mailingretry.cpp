// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// MailingService::retry: messages that did not arrive begin again, in steps that let the dispatcher through.

#include "core/interfaces/messagerepository.h"
#include "core/services/accessrules.h"
#include "core/services/history.h"
#include "core/services/mailingchecks.h"
#include "core/services/mailingrecord.h"
#include "core/services/mailingservice.h"
#include "core/services/stepwise.h"

#include <QJsonArray>

namespace core::services {

using domain::Actor;
using domain::Mailing;
using domain::MessageStatus;
using interfaces::Lane;
using interfaces::UnitOfWork;

namespace {

struct Retry
{
    Actor actor;
    MailingId id;
    QList<MessageStatus> statuses;
    std::optional<Instant> newEnd;
    MessageId after; ///< up to here it is done
};

/** Who left or is still on the way is not sent to again on purpose. */
Status checkStatuses(const QList<MessageStatus> &statuses)
{
    if (statuses.isEmpty())
        return Failure(Error::invalidField("statuses", "retry:statuses"));
    const QList<MessageStatus> repeatable{MessageStatus::Failed, MessageStatus::Unknown, MessageStatus::Undelivered,
                                          MessageStatus::Expired};
    for (const MessageStatus status : statuses) {
        if (!repeatable.contains(status))
            return Failure(Error::invalidField("statuses", "retry:status", {domain::toText(status)}));
    }
    return {};
}

Result<Mailing> checkedForRetry(UnitOfWork &unit, const Retry &retry, Instant now)
{
    HELIOGRAPH_ASSIGN(const Mailing before, unit.mailings.find(retry.id));
    HELIOGRAPH_TRY(mayDo(retry.actor, Permission::EditMailing, before.owner));
    if (before.archivedAt)
        return Failure(Error::make(ErrorKind::Conflict, "mailing.archived"));
    // Those that are left would look like all there were; and a live one would choose again who had got it.
    if (before.messagesRemovedAt)
        return Failure(Error::make(ErrorKind::Conflict, "mailing.messages_removed", {toIso(*before.messagesRemovedAt)}));
    HELIOGRAPH_ASSIGN(const auto state, domain::stateAfter(before, domain::MailingAction::Retry));
    if (!retry.newEnd && before.endAt <= now)
        return Failure(Error::invalidField("end_at", "retry:end_passed"));
    // How long an occurrence of a series may last is no question of the messages left over from it.
    Mailing single = before;
    single.repeat = domain::Repeat::None;
    domain::MailingEdit edit;
    edit.endAt = retry.newEnd.value_or(before.endAt);
    HELIOGRAPH_ASSIGN(const Mailing checked, domain::edited(single, edit, now));
    Mailing after = before;
    after.endAt = checked.endAt;
    // Only those again: who has come to match since it ended does not join.
    if (before.state == domain::MailingState::Finished)
        after.audienceMode = domain::AudienceMode::Frozen;
    after.state = state;
    HELIOGRAPH_TRY(settleGatewayAnew(unit, after));
    return after;
}

Status recordRetry(UnitOfWork &unit, const Retry &retry, Instant now, const Mailing &before, const Mailing &after)
{
    QJsonArray names;
    for (const MessageStatus status : retry.statuses)
        names.append(domain::toText(status));
    QJsonObject is = recordOf(after);
    is.insert(QStringLiteral("statuses"), names);
    return record(unit, retry.actor, now, "mailing.retry", {.mailing = retry.id}, difference(recordOf(before), is));
}

/** One transaction: some messages, and the state in which they are sent. It may have finished since the step before. */
Result<std::optional<Mailing>> retrySome(UnitOfWork &unit, Retry &retry, Instant now)
{
    const bool isFirst = !retry.after.isValid();
    HELIOGRAPH_ASSIGN(const Mailing before, unit.mailings.find(retry.id));
    HELIOGRAPH_ASSIGN(Mailing after, checkedForRetry(unit, retry, now));
    HELIOGRAPH_ASSIGN(const interfaces::MessageBatch marked,
                      unit.messages.retry(retry.id, retry.statuses, retry.after, rowsPerStep, now));
    if (marked.count == 0)
        return std::optional(before);
    retry.after = marked.last;
    if (after != before) {
        after.updatedAt = now;
        HELIOGRAPH_TRY(unit.mailings.update(after));
    }
    if (isFirst || after != before)
        HELIOGRAPH_TRY(recordRetry(unit, retry, now, before, after));
    return marked.count < rowsPerStep ? std::optional(after) : std::nullopt;
}

} // namespace

QFuture<Result<Mailing>> MailingService::retry(const Actor &actor, MailingId id, const QList<MessageStatus> &statuses,
                                               std::optional<Instant> newEnd)
{
    if (const Status checked = checkStatuses(statuses); !checked)
        return QtFuture::makeReadyFuture(Result<Mailing>(tl::unexpect, checked.error()));
    const auto retry = std::make_shared<Retry>(Retry{actor, id, statuses, newEnd, {}});
    const auto step = [&executor = m_executor, &clock = m_clock, retry] {
        return executor.write(Lane::Interactive,
                              [&clock, retry](UnitOfWork &unit) { return retrySome(unit, *retry, clock.now()); });
    };
    return stepByStep<Mailing>(step);
}

} // namespace core::services
