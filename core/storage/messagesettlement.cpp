// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/messagesettlement.h"

#include "core/storage/jsontext.h"
#include "core/storage/statement.h"

namespace core::storage {

using domain::MessageStatus;

QList<MessageId> idsOf(const QList<HeldMessage> &messages)
{
    QList<MessageId> ids;
    ids.reserve(messages.size());
    for (const HeldMessage &message : messages)
        ids << message.id;
    return ids;
}

namespace {

Statement &bindReason(Statement &statement, CancelReason reason)
{
    return reason == CancelReason::None ? statement.bindNull(":reason") : statement.bind(":reason", reason);
}

} // namespace

MessageSettlement::MessageSettlement(Connection &connection) : m_connection(connection) {}

Result<int> MessageSettlement::settle(const QList<HeldMessage> &messages, MessageStatus to, CancelReason reason, Instant now)
{
    if (messages.isEmpty())
        return 0;
    Statement update(m_connection, "message_settle");
    update.bind(":status", to).bind(":ended_at", now).bind(":ids", jsonNumbers(idsOf(messages)));
    HELIOGRAPH_TRY(bindReason(update, reason).run());

    StatusChanges changes;
    for (const HeldMessage &message : messages)
        changes.add(message, message.firm ? MessageStatus::Unknown : to, now);
    HELIOGRAPH_TRY(changes.write(m_connection));
    return static_cast<int>(messages.size());
}

Status MessageSettlement::setReason(const QList<HeldMessage> &messages, CancelReason reason)
{
    if (messages.isEmpty())
        return {};
    Statement update(m_connection, "message_set_cancel_reason");
    return bindReason(update, reason).bind(":ids", jsonNumbers(idsOf(messages))).run();
}

Status MessageSettlement::cancelLeaving(const QList<MessageId> &ids, Instant now)
{
    if (ids.isEmpty())
        return {};
    Statement select(m_connection, "message_list_leaving");
    select.bind(":reason", CancelReason::Stranger).bind(":ids", jsonNumbers(ids));
    HELIOGRAPH_ASSIGN(const QList<HeldMessage> leaving, select.list(readHeldMessage));
    HELIOGRAPH_TRY(settle(leaving, MessageStatus::Cancelled, CancelReason::Stranger, now));
    return {};
}

Result<int> MessageSettlement::revive(const QList<HeldMessage> &messages, Instant now)
{
    if (messages.isEmpty())
        return 0;
    Statement update(m_connection, "message_revive");
    HELIOGRAPH_TRY(update.bind(":now", now).bind(":ids", jsonNumbers(idsOf(messages))).run());

    StatusChanges changes;
    for (const HeldMessage &message : messages)
        changes.add(message, MessageStatus::Pending, now);
    HELIOGRAPH_TRY(changes.write(m_connection));
    return static_cast<int>(messages.size());
}

Result<int> MessageSettlement::cancelClient(ClientId client, Instant now)
{
    Statement select(m_connection, "message_list_pending_of_client");
    HELIOGRAPH_ASSIGN(const QList<HeldMessage> messages, select.bind(":client_id", client).list(readHeldMessage));
    return settle(messages, MessageStatus::Cancelled, CancelReason::Client, now);
}

Status MessageSettlement::followPhone(ClientId client, domain::PhoneNumber phone, Instant now)
{
    Statement select(m_connection, "message_list_following");
    select.bind(":client_id", client).bind(":now", now);
    HELIOGRAPH_ASSIGN(const QList<HeldMessage> messages, select.list(readHeldMessage));
    for (const HeldMessage &message : messages)
        HELIOGRAPH_TRY(takePhone(message, phone, now));
    return {};
}

Result<bool> MessageSettlement::takePhone(const HeldMessage &message, domain::PhoneNumber phone, Instant now)
{
    Statement count(m_connection, "message_count_with_phone");
    count.bind(":phone", phone).bind(":mailing_id", message.mailing).bind(":id", message.id);
    HELIOGRAPH_ASSIGN(const qint64 taken, count.number());
    if (taken > 0) {
        HELIOGRAPH_TRY(settle({message}, MessageStatus::Cancelled, CancelReason::Collision, now));
        return false;
    }
    Statement update(m_connection, "message_set_phone");
    HELIOGRAPH_TRY(update.bind(":phone", phone).bind(":id", message.id).run());
    m_connection.noteChange(interfaces::Change::Messages);
    return true;
}

} // namespace core::storage
