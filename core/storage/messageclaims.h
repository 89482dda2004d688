// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Leases due messages to the dispatcher, or lets them go out at once, and ends the leases.
 */
#pragma once

#include "core/interfaces/messagerepository.h"
#include "core/storage/statuschanges.h"

namespace core::storage {

class Connection;

/** Thread: that of the connection. The contract is that of interfaces::MessageRepository. */
class MessageClaims
{
public:
    explicit MessageClaims(Connection &connection);

    Result<QList<interfaces::ClaimedMessage>> claim(const interfaces::Claim &claim);
    Status renewLeases(const QList<MessageId> &ids, Instant leaseUntil, InstanceId by);
    Status release(const QList<MessageId> &ids, std::optional<Instant> nextAttemptAt, InstanceId by);
    Status putOff(const QList<MessageId> &ids, Instant until, Instant claimedAt, InstanceId by);
    Status releaseOrphans();
    Result<interfaces::MessageBatch> wakePostponed(MailingId mailing, MessageId after, int limit, Instant now);
    /** The same for one client, whose zone was changed. */
    Status wakePostponed(ClientId client, Instant now);
    Result<std::optional<Instant>> nextDue(MailingId mailing);
    Result<interfaces::LateMessages> lateMessages(MailingId mailing, Instant end);
    Result<qint64> countLeased(Instant now);

private:
    struct Candidate
    {
        HeldMessage held;
        Instant due{};
        interfaces::ClaimedMessage message;
        domain::PhoneNumber clientPhone; ///< invalid: the client is gone
        bool optedOut = false;
        qint64 timezone = 0; ///< its number in the database; 0: none
    };

    static Candidate readCandidate(Row &row, MailingId mailing);
    Status nameTimezones(QList<Candidate> &candidates);
    Result<QList<Candidate>> candidates(const char *statement, const interfaces::Claim &claim, qsizetype limit);
    /** Those that are leased; what the claim has an intent for is sending. */
    Result<QList<Candidate>> held(QList<Candidate> candidates, const interfaces::Claim &claim);
    Status lease(const QList<MessageId> &ids, const interfaces::Claim &claim);
    /** Leaves those that may be leased; the others are opted out or cancelled here. */
    Result<QList<Candidate>> settled(QList<Candidate> candidates, Instant now);

    Connection &m_connection;
};

} // namespace core::storage
