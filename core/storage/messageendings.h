// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Ends the messages of a mailing or client in batches, revives them, and begins them again on purpose.
 */
#pragma once

#include "core/interfaces/messagerepository.h"
#include "core/storage/statuschanges.h"

namespace core::storage {

class Connection;

/** Thread: that of the connection. The contract is that of interfaces::MessageRepository. */
class MessageEndings
{
public:
    explicit MessageEndings(Connection &connection);

    Result<int> expirePending(MailingId mailing, int limit, Instant now);
    Result<int> cancelPending(MailingId mailing, int limit, Instant now);
    Result<int> reviveCancelled(MailingId mailing, int limit, Instant now);
    Result<interfaces::MessageBatch> retry(MailingId mailing, const QList<domain::MessageStatus> &statuses, MessageId after,
                                           int limit, Instant now);

private:
    Result<QList<HeldMessage>> retriable(MailingId mailing, const QList<domain::MessageStatus> &statuses, MessageId after,
                                         int limit);
    Result<QList<HeldMessage>> pending(MailingId mailing, int limit);
    /** Fresh request ids for what a gateway accepted before. */
    Status renumber(const QList<HeldMessage> &messages);

    Connection &m_connection;
};

} // namespace core::storage
