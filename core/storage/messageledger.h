// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Writes down what goes out and what came of it, hundreds of messages in a handful of statements.
 */
#pragma once

#include "core/interfaces/messagerepository.h"
#include "core/storage/statuschanges.h"

namespace core::storage {

class Connection;

/** Thread: that of the connection. The contract is that of interfaces::MessageRepository. */
class MessageLedger
{
public:
    explicit MessageLedger(Connection &connection);

    Result<QList<MessageId>> markSending(const QList<interfaces::SendIntent> &intents, Instant now, InstanceId by);
    /** The same for messages that were read in this transaction and that nobody holds: they are not looked at again. */
    Status beginSending(const QList<HeldMessage> &messages, const QList<interfaces::SendIntent> &intents, Instant now,
                        InstanceId by);
    Status record(const QList<interfaces::MessageOutcome> &outcomes, InstanceId by);
    Status takeBack(const QList<MessageId> &ids, Instant now, InstanceId by);
    Result<int> recoverInterrupted(const QSet<GatewayId> &repeatable, Instant now, int limit);

private:
    /** Intents that go out, of those that have to be looked at first. */
    Result<QList<interfaces::SendIntent>> markEach(const QList<interfaces::SendIntent> &intents, Instant now, InstanceId by,
                                                   StatusChanges &changes);
    Status recordEach(const QList<interfaces::MessageOutcome> &outcomes, InstanceId by, StatusChanges &changes);
    Status writeIntents(const QList<interfaces::SendIntent> &intents, InstanceId by);
    Status storeTexts(const QList<interfaces::SendIntent> &intents);
    /** Pending or being sent; or unknown since recovery. */
    struct OpenMessage
    {
        HeldMessage held;
        bool isOurs = false; ///< `by` holds it
        qint64 requestId = 0;

        [[nodiscard]] bool isToldBy(const interfaces::MessageOutcome &outcome) const;
    };

    Result<QList<OpenMessage>> open(const QList<MessageId> &ids, InstanceId by);

    Connection &m_connection;
};

} // namespace core::storage
