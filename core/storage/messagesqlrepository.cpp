// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/messagesqlrepository.h"

#include "core/storage/messageaudience.h"
#include "core/storage/messageclaims.h"
#include "core/storage/messageendings.h"
#include "core/storage/messageledger.h"
#include "core/storage/messagereading.h"
#include "core/storage/messagesettlement.h"

namespace core::storage {

MessageSqlRepository::MessageSqlRepository(Connection &connection) : m_connection(connection) {}

Result<interfaces::AudienceStep> MessageSqlRepository::chooseAudience(const domain::Mailing &mailing, ClientId after,
                                                                      int limit, Instant now)
{
    return MessageAudience(m_connection).choose(mailing, after, limit, now);
}

Result<QList<interfaces::ClaimedMessage>> MessageSqlRepository::claim(const interfaces::Claim &claim)
{
    return MessageClaims(m_connection).claim(claim);
}

Status MessageSqlRepository::renewLeases(const QList<MessageId> &ids, Instant leaseUntil, InstanceId by)
{
    return MessageClaims(m_connection).renewLeases(ids, leaseUntil, by);
}

Status MessageSqlRepository::release(const QList<MessageId> &ids, std::optional<Instant> nextAttemptAt, InstanceId by)
{
    return MessageClaims(m_connection).release(ids, nextAttemptAt, by);
}

Status MessageSqlRepository::putOff(const QList<MessageId> &ids, Instant until, Instant claimedAt, InstanceId by)
{
    return MessageClaims(m_connection).putOff(ids, until, claimedAt, by);
}

Status MessageSqlRepository::releaseOrphans()
{
    return MessageClaims(m_connection).releaseOrphans();
}

Result<QList<MessageId>> MessageSqlRepository::markSending(const QList<interfaces::SendIntent> &intents, Instant now,
                                                           InstanceId by)
{
    return MessageLedger(m_connection).markSending(intents, now, by);
}

Status MessageSqlRepository::record(const QList<interfaces::MessageOutcome> &outcomes, InstanceId by)
{
    return MessageLedger(m_connection).record(outcomes, by);
}

Status MessageSqlRepository::takeBack(const QList<MessageId> &ids, Instant now, InstanceId by)
{
    return MessageLedger(m_connection).takeBack(ids, now, by);
}

Result<int> MessageSqlRepository::recoverInterrupted(const QSet<GatewayId> &repeatable, Instant now, int limit)
{
    return MessageLedger(m_connection).recoverInterrupted(repeatable, now, limit);
}

Result<interfaces::MessageBatch> MessageSqlRepository::wakePostponed(MailingId mailing, MessageId after, int limit,
                                                                     Instant now)
{
    return MessageClaims(m_connection).wakePostponed(mailing, after, limit, now);
}

Result<qint64> MessageSqlRepository::countLeased(Instant now)
{
    return MessageClaims(m_connection).countLeased(now);
}

Result<std::optional<Instant>> MessageSqlRepository::nextDue(MailingId mailing)
{
    return MessageClaims(m_connection).nextDue(mailing);
}

Result<interfaces::LateMessages> MessageSqlRepository::lateMessages(MailingId mailing, Instant end)
{
    return MessageClaims(m_connection).lateMessages(mailing, end);
}

Result<int> MessageSqlRepository::expirePending(MailingId mailing, int limit, Instant now)
{
    return MessageEndings(m_connection).expirePending(mailing, limit, now);
}

Result<int> MessageSqlRepository::cancelPending(MailingId mailing, int limit, Instant now)
{
    return MessageEndings(m_connection).cancelPending(mailing, limit, now);
}

Result<int> MessageSqlRepository::cancelPendingOfClient(ClientId client, Instant now)
{
    return MessageSettlement(m_connection).cancelClient(client, now);
}

Result<int> MessageSqlRepository::reviveCancelled(MailingId mailing, int limit, Instant now)
{
    return MessageEndings(m_connection).reviveCancelled(mailing, limit, now);
}

Result<interfaces::MessageBatch> MessageSqlRepository::retry(MailingId mailing, const QList<domain::MessageStatus> &statuses,
                                                             MessageId after, int limit, Instant now)
{
    return MessageEndings(m_connection).retry(mailing, statuses, after, limit, now);
}

Result<domain::Page<domain::Message>> MessageSqlRepository::page(const interfaces::MessageQuery &query,
                                                                 const domain::PageRequest &request)
{
    return MessageReading(m_connection).page(query, request);
}

Result<qint64> MessageSqlRepository::count(const interfaces::MessageQuery &query)
{
    return MessageReading(m_connection).count(query);
}

Result<domain::Message> MessageSqlRepository::find(MessageId id)
{
    return MessageReading(m_connection).find(id);
}

Result<QList<domain::Attempt>> MessageSqlRepository::attempts(MessageId id)
{
    return MessageReading(m_connection).attempts(id);
}

Result<std::optional<QString>> MessageSqlRepository::sentText(MessageId id)
{
    return MessageReading(m_connection).sentText(id);
}

Result<QList<domain::BreakdownRow>> MessageSqlRepository::byTimezone(MailingId mailing)
{
    return MessageReading(m_connection).breakdown("message_count_by_timezone", mailing);
}

Status MessageSqlRepository::holdCounters(MailingId mailing)
{
    Statement hold(m_connection, "counters_hold");
    return hold.bind(":mailing_id", mailing).forEach([](Row &) {});
}

Result<QMap<QString, qint64>> MessageSqlRepository::pendingByTimezone(MailingId mailing, int sample)
{
    return MessageReading(m_connection).pendingByTimezone(mailing, sample);
}

Result<double> MessageSqlRepository::pendingShareDueFrom(MailingId mailing, Instant from, int sample)
{
    return MessageReading(m_connection).pendingShareDueFrom(mailing, from, sample);
}

Result<QList<domain::BreakdownRow>> MessageSqlRepository::byOperatorCode(MailingId mailing)
{
    return MessageReading(m_connection).breakdown("message_count_by_operator_code", mailing);
}

Result<domain::StatusCounts> MessageSqlRepository::countsSince(Instant since)
{
    return MessageReading(m_connection).countsSince(since);
}

Result<domain::StatusCounts> MessageSqlRepository::recount(MailingId mailing)
{
    return MessageReading(m_connection).recount(mailing);
}

Status MessageSqlRepository::repairCounters(MailingId mailing)
{
    return MessageReading(m_connection).repairCounters(mailing);
}

} // namespace core::storage
