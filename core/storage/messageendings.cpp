// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/messageendings.h"

#include "core/storage/jsontext.h"
#include "core/storage/messagesettlement.h"
#include "core/storage/statement.h"

#include <algorithm>

namespace core::storage {

using domain::MessageStatus;
using interfaces::MessageBatch;

namespace {

bool wasAccepted(MessageStatus status)
{
    return status == MessageStatus::Sent || status == MessageStatus::Delivered || status == MessageStatus::Undelivered;
}

} // namespace

MessageEndings::MessageEndings(Connection &connection) : m_connection(connection) {}

Result<QList<HeldMessage>> MessageEndings::pending(MailingId mailing, int limit)
{
    Statement select(m_connection, "message_list_pending");
    return select.bind(":mailing_id", mailing).bind(":limit", limit).list(readHeldMessage);
}

Result<int> MessageEndings::expirePending(MailingId mailing, int limit, Instant now)
{
    HELIOGRAPH_ASSIGN(const QList<HeldMessage> messages, pending(mailing, limit));
    return MessageSettlement(m_connection).settle(messages, MessageStatus::Expired, CancelReason::None, now);
}

Result<int> MessageEndings::cancelPending(MailingId mailing, int limit, Instant now)
{
    HELIOGRAPH_ASSIGN(const QList<HeldMessage> messages, pending(mailing, limit));
    return MessageSettlement(m_connection).settle(messages, MessageStatus::Cancelled, CancelReason::Mailing, now);
}

Result<int> MessageEndings::reviveCancelled(MailingId mailing, int limit, Instant now)
{
    Statement select(m_connection, "message_list_cancelled");
    select.bind(":mailing_id", mailing).bind(":reason", CancelReason::Mailing).bind(":limit", limit);
    HELIOGRAPH_ASSIGN(const QList<HeldMessage> messages, select.list(readHeldMessage));
    return MessageSettlement(m_connection).revive(messages, now);
}

Result<QList<HeldMessage>> MessageEndings::retriable(MailingId mailing, const QList<MessageStatus> &statuses,
                                                     MessageId after, int limit)
{
    // The index is (mailing, status, id): a batch of each status in order, merged, reads no more than it takes.
    QList<HeldMessage> messages;
    for (const MessageStatus status : domain::allMessageStatuses) {
        if (!domain::isFinal(status) || !statuses.contains(status))
            continue;
        Statement select(m_connection, "message_list_retriable");
        select.bind(":mailing_id", mailing).bind(":status", status).bind(":after", after.value).bind(":limit", limit);
        HELIOGRAPH_ASSIGN(const QList<HeldMessage> ofStatus, select.list(readHeldMessage));
        messages << ofStatus;
    }
    std::sort(messages.begin(), messages.end(),
              [](const HeldMessage &left, const HeldMessage &right) { return left.id < right.id; });
    return messages.mid(0, limit);
}

Result<MessageBatch> MessageEndings::retry(MailingId mailing, const QList<MessageStatus> &statuses, MessageId after,
                                           int limit, Instant now)
{
    HELIOGRAPH_ASSIGN(const QList<HeldMessage> messages, retriable(mailing, statuses, after, limit));
    if (messages.isEmpty())
        return MessageBatch{0, after};

    Statement update(m_connection, "message_retry");
    HELIOGRAPH_TRY(update.bind(":now", now).bind(":ids", jsonNumbers(idsOf(messages))).run());
    HELIOGRAPH_TRY(renumber(messages));
    StatusChanges changes;
    for (const HeldMessage &message : messages)
        changes.add(message, MessageStatus::Pending, std::nullopt, now); // it begins anew
    HELIOGRAPH_TRY(changes.write(m_connection));
    return MessageBatch{static_cast<int>(messages.size()), messages.last().id};
}

Status MessageEndings::renumber(const QList<HeldMessage> &messages)
{
    QList<MessageId> accepted;
    for (const HeldMessage &message : messages) {
        if (wasAccepted(message.status))
            accepted << message.id;
    }
    if (accepted.isEmpty())
        return {};

    Statement reserve(m_connection, "message_ids_reserve");
    HELIOGRAPH_ASSIGN(const qint64 last, reserve.bind(":count", qint64{accepted.size()}).number());
    qint64 next = last - accepted.size();
    JsonRows rows;
    for (const MessageId id : accepted)
        rows.beginRow().add(id.value).add(++next);
    Statement update(m_connection, "message_renumber");
    return update.bind(":rows", rows.text()).run();
}

} // namespace core::storage
