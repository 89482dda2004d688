// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Ends and revives pending messages: the one place where their rows and all counters change together.
 */
#pragma once

#include "core/storage/statuschanges.h"

namespace core::storage {

/** Why a message was cancelled; tells what an undo may revive. The numbers are stored: never renumber. */
enum class CancelReason : quint8 {
    None = 0,
    Mailing = 1,   ///< its mailing was cancelled or deleted
    Stranger = 2,  ///< its client no longer matches the filter
    Client = 3,    ///< its client was deleted
    Collision = 4, ///< its client took a phone that the mailing has already
};

/** Thread: that of the connection. Lives within one transaction. */
class MessageSettlement
{
public:
    explicit MessageSettlement(Connection &connection);

    /** Pending → `to`; those of which a request may have been accepted become unknown. Returns how many. */
    Result<int> settle(const QList<HeldMessage> &messages, domain::MessageStatus to, CancelReason reason, Instant now);
    /** What is sending is to be cancelled if it comes back unsent, or (None) is not. */
    Status setReason(const QList<HeldMessage> &messages, CancelReason reason);
    /** Cancels those of them that have come back so. */
    Status cancelLeaving(const QList<MessageId> &ids, Instant now);
    /** Cancelled, or unknown by settle() → pending. */
    Result<int> revive(const QList<HeldMessage> &messages, Instant now);

    Result<int> cancelClient(ClientId client, Instant now);
    /** Unsent messages of a client take its new phone, or are cancelled where their mailing has it already. */
    Status followPhone(ClientId client, domain::PhoneNumber phone, Instant now);
    /** The same for one message; false: it was cancelled. */
    Result<bool> takePhone(const HeldMessage &message, domain::PhoneNumber phone, Instant now);

private:
    Connection &m_connection;
};

[[nodiscard]] QList<MessageId> idsOf(const QList<HeldMessage> &messages);

} // namespace core::storage
