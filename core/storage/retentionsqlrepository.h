// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Removal of old messages and events in the database.
 */
#pragma once

#include "core/interfaces/retentionrepository.h"

namespace core::storage {

class Connection;

/** Thread: that of the connection. Writes want a transaction around them (the executors see to it). */
class RetentionSqlRepository final : public interfaces::RetentionRepository
{
public:
    explicit RetentionSqlRepository(Connection &connection);

    Result<QList<MailingId>> endedMailings(MailingId after, Instant before, int limit) override;
    Result<int> removeMessages(MailingId mailing, Instant before, int limit, Instant now) override;
    Result<interfaces::OldTexts> oldTexts(MessageId after, Instant before, int limit) override;
    Result<int> removeTexts(const QList<MessageId> &messages, Instant before) override;
    Result<int> removeEvents(Instant before, int limit) override;
    Result<QList<domain::MessageTotal>> messageTotals(MailingId mailing) override;
    Result<QList<domain::EventTotal>> eventTotals() override;
    Result<domain::StatusCounts> removedCounts(MailingId mailing) override;
    Result<domain::StatusCounts> recountRemoved(MailingId mailing) override;

private:
    Connection &m_connection;
};

} // namespace core::storage
