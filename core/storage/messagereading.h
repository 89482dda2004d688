// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What people look at: lists of messages, their texts and attempts, breakdowns and recounts.
 */
#pragma once

#include "core/interfaces/messagerepository.h"
#include "core/storage/conditions.h"

#include <vector>

namespace core::storage {

/** Thread: that of the connection. The contract is that of interfaces::MessageRepository. */
class MessageReading
{
public:
    explicit MessageReading(Connection &connection);

    Result<domain::Page<domain::Message>> page(const interfaces::MessageQuery &query, const domain::PageRequest &request);
    Result<qint64> count(const interfaces::MessageQuery &query);
    Result<domain::Message> find(MessageId id);
    Result<QList<domain::Attempt>> attempts(MessageId id);
    Result<std::optional<QString>> sentText(MessageId id);
    Result<QList<domain::BreakdownRow>> breakdown(const char *statement, MailingId mailing);
    Result<QMap<QString, qint64>> pendingByTimezone(MailingId mailing, int sample);
    Result<double> pendingShareDueFrom(MailingId mailing, Instant from, int sample);
    Result<domain::StatusCounts> countsSince(Instant since);

    Result<domain::StatusCounts> recount(MailingId mailing);
    /** What a statement gives that has rows of a status and a number. */
    Result<domain::StatusCounts> countsOf(const char *statement, MailingId mailing);
    Status repairCounters(MailingId mailing);

private:
    /** Everything but the statuses. */
    Result<Conditions> conditions(const interfaces::MessageQuery &query);
    /** What is read one after the other, and makes the whole together. */
    Result<std::vector<Conditions>> parts(const interfaces::MessageQuery &query);
    /** Pending or sending messages. */
    Result<QList<MailingId>> mailingsThatHave(domain::MessageStatus unfinished);
    Result<QString> errorsLabelled(const interfaces::MessageQuery &query);
    /** Of a mailing or, with an invalid id, of all: by the counters, without what was removed. */
    Result<domain::StatusCounts> countsLeft(MailingId mailing);

    Connection &m_connection;
};

} // namespace core::storage
