// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakemessagerepository.h"

#include <algorithm>

namespace tests {

using core::domain::MailingState;
using core::domain::MessageStatus;
using namespace core::interfaces;

namespace {

bool isPending(const FakeMessage &entry)
{
    return entry.message.status == MessageStatus::Pending;
}
bool isSending(const FakeMessage &entry)
{
    return entry.message.status == MessageStatus::Sending;
}

bool wasCancelled(const FakeMessage &entry)
{
    return entry.message.status == MessageStatus::Cancelled || entry.message.status == MessageStatus::Unknown;
}

/** Given up by recovery: that it was accepted may come to light later. */
bool wasInterrupted(const FakeMessage &entry)
{
    return entry.message.status == MessageStatus::Unknown && entry.message.error &&
           entry.message.error->kind == core::domain::AnswerKind::Interrupted;
}

bool wasAccepted(MessageStatus status)
{
    return status == MessageStatus::Sent || status == MessageStatus::Delivered || status == MessageStatus::Undelivered;
}

} // namespace

FakeMessageRepository::FakeMessageRepository(FakeData &data) : m_data(data) {}

// -- audience ---------------------------------------------------------------------------------------------------------

core::Result<AudienceStep> FakeMessageRepository::chooseAudience(const core::domain::Mailing &mailing, core::ClientId after,
                                                                 int limit, core::Instant now)
{
    AudienceStep step;
    step.lastClient = after;
    int looked = 0;
    for (const core::domain::Client &client : std::as_const(m_data.clients)) {
        if (client.id <= after)
            continue;
        if (looked++ == limit)
            return step;
        step.lastClient = client.id;
        const bool matches = mailing.filter.matches(client);
        const auto chosenBefore =
            std::find_if(m_data.messages.begin(), m_data.messages.end(), [&](const FakeMessage &entry) {
                return entry.message.mailing == mailing.id && entry.message.client == client.id;
            });
        if (chosenBefore != m_data.messages.end())
            follow(*chosenBefore, matches, now, step);
        else if (matches && !client.optedOutAt && !m_data.phoneTaken(mailing.id, client.phone, {}))
            choose(mailing, client, now, step);
    }
    step.complete = true;
    return step;
}

void FakeMessageRepository::choose(const core::domain::Mailing &mailing, const core::domain::Client &client,
                                   core::Instant now, AudienceStep &step)
{
    FakeMessage entry;
    entry.requestId = m_data.newRequestId();
    entry.message.id = core::MessageId{entry.requestId};
    entry.message.mailing = mailing.id;
    entry.message.client = client.id;
    entry.message.phone = client.phone;
    entry.message.createdAt = now;
    entry.message.nextAttemptAt = std::min(now, mailing.startAt);
    m_data.messages.insert(entry.message.id, entry);
    m_data.changes |= Change::Messages;
    ++step.added;
}

void FakeMessageRepository::follow(FakeMessage &entry, bool matches, core::Instant now, AudienceStep &step)
{
    if (!matches && isPending(entry)) {
        m_data.settle(entry, MessageStatus::Cancelled, now, CancelledBy::Filter);
        ++step.cancelled;
    } else if (isSending(entry)) {
        entry.cancelledBy = matches ? CancelledBy::Nobody : CancelledBy::Filter;
    } else if (matches && wasCancelled(entry) && entry.cancelledBy == CancelledBy::Filter) {
        m_data.revive(entry, now);
        ++step.revived;
    }
}

// -- the dispatcher's work --------------------------------------------------------------------------------------------

core::Result<QList<ClaimedMessage>> FakeMessageRepository::claim(const Claim &claim)
{
    QList<FakeMessage *> due;
    for (FakeMessage &entry : m_data.messages) {
        const bool leased = entry.leaseUntil && *entry.leaseUntil > claim.now;
        if (entry.message.mailing != claim.mailing || !isPending(entry) || leased || entry.message.nextAttemptAt > claim.now)
            continue;
        const core::domain::Client *client = m_data.client(entry.message.client);
        if (client && client->optedOutAt) {
            m_data.settle(entry, MessageStatus::OptedOut, claim.now);
            continue;
        }
        if (client)
            m_data.followPhone(entry, *client, claim.now);
        if (isPending(entry))
            due.append(&entry);
    }
    std::stable_sort(due.begin(), due.end(), [](const FakeMessage *a, const FakeMessage *b) {
        return a->message.nextAttemptAt < b->message.nextAttemptAt;
    });
    const core::domain::Mailing &mailing = m_data.mailings[claim.mailing].mailing;
    if (claim.now >= mailing.endAt)
        return QList<ClaimedMessage>();
    QList<ClaimedMessage> claimedMessages;
    const int begunBefore = m_data.begunAtClaim;
    for (FakeMessage *entry : due.mid(0, claim.limit)) {
        entry->leaseUntil = claim.leaseUntil;
        entry->instance = claim.by;
        ClaimedMessage message = claimed(*entry, claim);
        const core::domain::Client *client = m_data.client(message.client);
        message.claimedAt = client ? std::max(client->updatedAt, claim.now) : claim.now;
        std::optional<SendIntent> intent;
        if (claim.intentOf && !entry->firm)
            intent = claim.intentOf(message);
        if (!intent) {
            claimedMessages.append(message);
            continue;
        }
        HELIOGRAPH_ASSIGN(const auto marked, markSending({*intent}, claim.now, claim.by));
        m_data.begunAtClaim += int(marked.size());
    }
    m_data.mostBegunAtClaim = std::max(m_data.mostBegunAtClaim, m_data.begunAtClaim - begunBefore);
    return claimedMessages;
}

core::Status FakeMessageRepository::renewLeases(const QList<core::MessageId> &ids, core::Instant leaseUntil,
                                                core::InstanceId by)
{
    for (FakeMessage &entry : m_data.messages) {
        if (ids.contains(entry.message.id) && isPending(entry) && entry.instance == by)
            entry.leaseUntil = leaseUntil;
    }
    return {};
}

core::Status FakeMessageRepository::release(const QList<core::MessageId> &ids, std::optional<core::Instant> nextAttemptAt,
                                            core::InstanceId by)
{
    for (FakeMessage &entry : m_data.messages) {
        if (!ids.contains(entry.message.id) || !isPending(entry) || entry.instance != by)
            continue;
        entry.leaseUntil.reset();
        entry.instance = {};
        if (nextAttemptAt)
            entry.message.nextAttemptAt = nextAttemptAt;
    }
    return {};
}

core::Status FakeMessageRepository::putOff(const QList<core::MessageId> &ids, core::Instant until, core::Instant claimedAt,
                                           core::InstanceId by)
{
    for (const core::MessageId id : ids) {
        const auto client = m_data.clients.constFind(m_data.messages[id].message.client);
        const bool isAsClaimed = client != m_data.clients.cend() && client->updatedAt <= claimedAt;
        HELIOGRAPH_TRY(release({id}, isAsClaimed ? std::optional(until) : std::nullopt, by));
    }
    return {};
}

core::Status FakeMessageRepository::releaseOrphans()
{
    for (FakeMessage &entry : m_data.messages) {
        if (isPending(entry) && m_data.isOrphan(entry))
            entry.leaseUntil.reset();
    }
    return {};
}

core::Result<QList<core::MessageId>> FakeMessageRepository::markSending(const QList<SendIntent> &intents, core::Instant now,
                                                                        core::InstanceId by)
{
    QList<core::MessageId> marked;
    for (const SendIntent &intent : intents) {
        const auto found = m_data.messages.find(intent.id);
        if (found == m_data.messages.end() || !isPending(*found) || found->instance != by)
            continue;
        const core::domain::Mailing &mailing = m_data.mailings[found->message.mailing].mailing;
        if (mailing.state != MailingState::Running || mailing.archivedAt || now >= mailing.endAt)
            continue;
        m_data.changes |= Change::Messages;
        const core::domain::Client *client = m_data.client(found->message.client);
        if (client && client->optedOutAt) {
            m_data.settle(*found, MessageStatus::OptedOut, now);
            continue;
        }
        if (client && !found->firm && client->updatedAt > intent.claimedAt)
            continue;
        found->message.status = MessageStatus::Sending;
        ++found->message.attempts;
        found->message.segments = intent.segments;
        found->leaseUntil.reset();
        if (!found->firm) {
            found->gateway = intent.gateway;
            found->textVersion = intent.textVersion;
            found->renderedText = intent.renderedText;
        }
        marked.append(intent.id);
    }
    return marked;
}

core::Status FakeMessageRepository::record(const QList<MessageOutcome> &outcomes, core::InstanceId by)
{
    for (const MessageOutcome &outcome : outcomes) {
        const auto found = m_data.messages.find(outcome.id);
        if (found == m_data.messages.end() || (outcome.requestId != 0 && outcome.requestId != found->requestId))
            continue;
        const bool open = isPending(*found) || isSending(*found);
        const bool accepted = outcome.status == MessageStatus::Sent && (open || wasInterrupted(*found));
        if (accepted || (open && found->instance == by))
            apply(*found, outcome);
    }
    return {};
}

void FakeMessageRepository::apply(FakeMessage &entry, const MessageOutcome &outcome)
{
    core::domain::Message &message = entry.message;
    if (!outcome.attemptCounts && isSending(entry))
        --message.attempts;
    const bool wasFirm = std::exchange(entry.firm, entry.firm || outcome.firm);
    const CancelledBy leaving = std::exchange(entry.cancelledBy, CancelledBy::Nobody);
    if (outcome.status == MessageStatus::Pending)
        m_data.revive(entry, outcome.nextAttemptAt.value_or(message.nextAttemptAt.value_or(outcome.at)));
    else if (outcome.status == MessageStatus::Failed && wasFirm)
        m_data.end(entry, MessageStatus::Unknown, outcome.at);
    else
        m_data.end(entry, outcome.status, outcome.at);
    message.error = outcome.error;
    if (outcome.status == MessageStatus::Sent)
        message.sentAt = outcome.at;
    if (!outcome.gatewayMessageId.isEmpty())
        message.gatewayMessageId = outcome.gatewayMessageId;
    if (outcome.attempt)
        entry.attempts.append(*outcome.attempt);
    entry.cancelledBy = isPending(entry) ? leaving : CancelledBy::Nobody;
    cancelIfLeaving(entry, outcome.at);
}

void FakeMessageRepository::cancelIfLeaving(FakeMessage &entry, core::Instant now)
{
    if (isPending(entry) && entry.cancelledBy == CancelledBy::Filter)
        m_data.settle(entry, MessageStatus::Cancelled, now, CancelledBy::Filter);
}

core::Status FakeMessageRepository::takeBack(const QList<core::MessageId> &ids, core::Instant now, core::InstanceId by)
{
    for (FakeMessage &entry : m_data.messages) {
        if (!ids.contains(entry.message.id) || !isSending(entry) || entry.instance != by)
            continue;
        entry.message.status = MessageStatus::Pending;
        entry.instance = {};
        --entry.message.attempts;
        m_data.changes |= Change::Messages;
        cancelIfLeaving(entry, now);
    }
    return {};
}

core::Result<int> FakeMessageRepository::recoverInterrupted(const QSet<core::GatewayId> &repeatable, core::Instant now,
                                                            int limit)
{
    const auto isInterrupted = [this](const FakeMessage &entry) { return isSending(entry) && m_data.isOrphan(entry); };
    return changeSome(limit, isInterrupted, [&](FakeMessage &entry) {
        MessageOutcome outcome;
        outcome.at = now;
        const bool repeats = repeatable.contains(entry.gateway);
        outcome.status = repeats ? MessageStatus::Pending : MessageStatus::Unknown;
        outcome.attemptCounts = !repeats;
        outcome.attempt = core::domain::Attempt{entry.message.attempts, now, core::domain::AnswerKind::Interrupted, 0, {}};
        outcome.error = core::domain::MessageError{core::domain::AnswerKind::Interrupted, 0, {}};
        outcome.firm = true;
        apply(entry, outcome);
    });
}

core::Result<MessageBatch> FakeMessageRepository::wakePostponed(core::MailingId mailing, core::MessageId after, int limit,
                                                                core::Instant now)
{
    MessageBatch batch{0, after};
    batch.count = changeSome(
        limit,
        [&](const FakeMessage &entry) {
            return entry.message.mailing == mailing && entry.message.id > after && isPostponed(entry, now);
        },
        [&](FakeMessage &entry) {
            entry.message.nextAttemptAt = now;
            batch.last = entry.message.id;
        });
    return batch;
}

core::Result<std::optional<core::Instant>> FakeMessageRepository::nextDue(core::MailingId mailing)
{
    std::optional<core::Instant> earliest;
    for (const FakeMessage &entry : std::as_const(m_data.messages)) {
        if (entry.message.mailing == mailing && isPending(entry) && !entry.leaseUntil)
            earliest = std::min(earliest.value_or(*entry.message.nextAttemptAt), *entry.message.nextAttemptAt);
    }
    return earliest;
}

core::Result<core::interfaces::LateMessages> FakeMessageRepository::lateMessages(core::MailingId mailing, core::Instant end)
{
    core::interfaces::LateMessages late;
    for (const FakeMessage &entry : std::as_const(m_data.messages)) {
        if (entry.message.mailing != mailing || !isPending(entry) || entry.leaseUntil)
            continue;
        const core::Instant due = *entry.message.nextAttemptAt;
        late.lastDue = std::max(late.lastDue.value_or(due), due);
        late.afterEnd += due >= end ? 1 : 0;
    }
    late.afterEnd = std::min<qint64>(late.afterEnd, core::interfaces::LateMessages::mostCounted);
    return late;
}

core::Result<qint64> FakeMessageRepository::countLeased(core::Instant now)
{
    return std::count_if(m_data.messages.cbegin(), m_data.messages.cend(), [now](const FakeMessage &entry) {
        return isPending(entry) && entry.leaseUntil && *entry.leaseUntil > now;
    });
}

// -- endings ----------------------------------------------------------------------------------------------------------

core::Result<int> FakeMessageRepository::expirePending(core::MailingId mailing, int limit, core::Instant now)
{
    return changeSome(
        limit, [&](const FakeMessage &entry) { return entry.message.mailing == mailing && isPending(entry); },
        [&](FakeMessage &entry) { m_data.settle(entry, MessageStatus::Expired, now); });
}

core::Result<int> FakeMessageRepository::cancelPending(core::MailingId mailing, int limit, core::Instant now)
{
    return changeSome(
        limit, [&](const FakeMessage &entry) { return entry.message.mailing == mailing && isPending(entry); },
        [&](FakeMessage &entry) { m_data.settle(entry, MessageStatus::Cancelled, now, CancelledBy::Mailing); });
}

core::Result<int> FakeMessageRepository::cancelPendingOfClient(core::ClientId client, core::Instant now)
{
    return changeSome(
        std::numeric_limits<int>::max(),
        [&](const FakeMessage &entry) { return entry.message.client == client && isPending(entry); },
        [&](FakeMessage &entry) { m_data.settle(entry, MessageStatus::Cancelled, now, CancelledBy::Client); });
}

core::Result<int> FakeMessageRepository::reviveCancelled(core::MailingId mailing, int limit, core::Instant now)
{
    return changeSome(
        limit,
        [&](const FakeMessage &entry) {
            return entry.message.mailing == mailing && wasCancelled(entry) && entry.cancelledBy == CancelledBy::Mailing;
        },
        [&](FakeMessage &entry) { m_data.revive(entry, now); });
}

core::Result<MessageBatch> FakeMessageRepository::retry(core::MailingId mailing, const QList<MessageStatus> &statuses,
                                                        core::MessageId after, int limit, core::Instant now)
{
    MessageBatch batch{0, after};
    batch.count = changeSome(
        limit,
        [&](const FakeMessage &entry) {
            return entry.message.mailing == mailing && entry.message.id > after && statuses.contains(entry.message.status) &&
                   entry.message.client.isValid() && !isPending(entry) && !isSending(entry);
        },
        [&](FakeMessage &entry) {
            if (wasAccepted(entry.message.status)) {
                entry.requestId = m_data.newRequestId();
                entry.firm = false;
                entry.message.sentAt.reset();
                entry.message.deliveredAt.reset();
                entry.message.gatewayMessageId.clear();
            }
            entry.message.attempts = 0;
            m_data.revive(entry, now);
            batch.last = entry.message.id;
        });
    return batch;
}

int FakeMessageRepository::changeSome(int limit, const Condition &condition, const Act &act)
{
    int changed = 0;
    for (FakeMessage &entry : m_data.messages) {
        if (changed == limit)
            break;
        if (!condition(entry))
            continue;
        act(entry);
        ++changed;
    }
    if (changed > 0)
        m_data.changes |= Change::Messages;
    return changed;
}

ClaimedMessage FakeMessageRepository::claimed(const FakeMessage &entry, const Claim &claim) const
{
    ClaimedMessage message;
    message.id = entry.message.id;
    message.requestId = entry.requestId;
    message.mailing = entry.message.mailing;
    message.client = entry.message.client;
    message.phone = entry.message.phone;
    message.attempts = entry.message.attempts;
    if (const core::domain::Client *client = m_data.client(entry.message.client)) {
        if (claim.withOperatorCode)
            message.operatorCode = client->operatorCode;
        message.timezone = client->timezone;
        if (claim.withAttributes)
            message.attributes = client->attributes;
    }
    message.firm = entry.firm;
    if (entry.firm) {
        message.firmGateway = entry.gateway;
        message.firmText = textOf(entry).value_or(QString());
    }
    return message;
}

} // namespace tests
