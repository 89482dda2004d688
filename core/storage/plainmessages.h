// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The great mass of messages: marked and accepted by one statement for hundreds of them, none of which is read before.
 */
#pragma once

#include "core/interfaces/messagerepository.h"
#include "core/storage/statuschanges.h"

#include <QSet>

namespace core::storage {

class Connection;
class Statement;

/**
 * Takes first attempts that are alike. Its statements check, in the transaction that writes, that nothing has happened to
 * any of them that has to be looked at: no error, no earlier request, no change of the client since the claim, no other
 * holder. If anything has, the whole lot is left as it was, for MessageLedger to look at each.
 *
 * Thread: that of the connection. Lives within one transaction.
 */
class PlainMessages
{
public:
    /** `by`: who holds them. Changes of their status are added to `changes`. */
    PlainMessages(Connection &connection, InstanceId by, StatusChanges &changes);

    /** Those that are being sent now; their texts are not stored yet. */
    Result<QSet<MessageId>> markSending(const QList<interfaces::SendIntent> &intents, Instant now);
    /** Those that are sent now. */
    Result<QSet<MessageId>> accept(const QList<interfaces::MessageOutcome> &outcomes);

private:
    /** True if the statement changed `number` rows; else it changed none. */
    Result<bool> changesAll(Statement &statement, qsizetype number);

    Connection &m_connection;
    const InstanceId m_by;
    StatusChanges &m_changes;
};

/** Nothing to be told but when it was accepted. */
[[nodiscard]] bool isPlainAcceptance(const interfaces::MessageOutcome &outcome);

} // namespace core::storage
