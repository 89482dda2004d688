// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The ledger behind its interface: each call goes to the file that its purpose has.
 */
#pragma once

#include "core/interfaces/messagerepository.h"

namespace core::storage {

class Connection;

/** Thread: that of the connection. Writes want a transaction around them (the executors see to it). */
class MessageSqlRepository final : public interfaces::MessageRepository
{
public:
    explicit MessageSqlRepository(Connection &connection);

    Result<interfaces::AudienceStep> chooseAudience(const domain::Mailing &mailing, ClientId after, int limit,
                                                    Instant now) override;
    Result<QList<interfaces::ClaimedMessage>> claim(const interfaces::Claim &claim) override;
    Status renewLeases(const QList<MessageId> &ids, Instant leaseUntil, InstanceId by) override;
    Status release(const QList<MessageId> &ids, std::optional<Instant> nextAttemptAt, InstanceId by) override;
    Status putOff(const QList<MessageId> &ids, Instant until, Instant claimedAt, InstanceId by) override;
    Status releaseOrphans() override;
    Result<QList<MessageId>> markSending(const QList<interfaces::SendIntent> &intents, Instant now, InstanceId by) override;
    Status record(const QList<interfaces::MessageOutcome> &outcomes, InstanceId by) override;
    Status takeBack(const QList<MessageId> &ids, Instant now, InstanceId by) override;
    Result<int> recoverInterrupted(const QSet<GatewayId> &repeatable, Instant now, int limit) override;
    Result<interfaces::MessageBatch> wakePostponed(MailingId mailing, MessageId after, int limit, Instant now) override;
    Result<std::optional<Instant>> nextDue(MailingId mailing) override;
    Result<interfaces::LateMessages> lateMessages(MailingId mailing, Instant end) override;
    Result<qint64> countLeased(Instant now) override;
    Result<int> expirePending(MailingId mailing, int limit, Instant now) override;
    Result<int> cancelPending(MailingId mailing, int limit, Instant now) override;
    Result<int> cancelPendingOfClient(ClientId client, Instant now) override;
    Result<int> reviveCancelled(MailingId mailing, int limit, Instant now) override;
    Result<interfaces::MessageBatch> retry(MailingId mailing, const QList<domain::MessageStatus> &statuses, MessageId after,
                                           int limit, Instant now) override;
    Result<domain::Page<domain::Message>> page(const interfaces::MessageQuery &query,
                                               const domain::PageRequest &request) override;
    Result<qint64> count(const interfaces::MessageQuery &query) override;
    Result<domain::Message> find(MessageId id) override;
    Result<QList<domain::Attempt>> attempts(MessageId id) override;
    Result<std::optional<QString>> sentText(MessageId id) override;
    Result<QList<domain::BreakdownRow>> byTimezone(MailingId mailing) override;
    Status holdCounters(MailingId mailing) override;
    Result<QMap<QString, qint64>> pendingByTimezone(MailingId mailing, int sample) override;
    Result<double> pendingShareDueFrom(MailingId mailing, Instant from, int sample) override;
    Result<QList<domain::BreakdownRow>> byOperatorCode(MailingId mailing) override;
    Result<domain::StatusCounts> countsSince(Instant since) override;
    Result<domain::StatusCounts> recount(MailingId mailing) override;
    Status repairCounters(MailingId mailing) override;

private:
    Connection &m_connection;
};

} // namespace core::storage
