// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Storage of messages: the ledger that the dispatcher lives by, and what people look at.
 *
 * Every change of a status and the counters of its mailing are written in one transaction.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/client.h"
#include "core/domain/mailing.h"
#include "core/domain/message.h"
#include "core/domain/page.h"
#include "core/domain/statistics.h"

#include <QMap>
#include <QSet>

#include <functional>

namespace core::interfaces {

struct MessageQuery
{
    MailingId mailing;                     ///< invalid: all
    ClientId client;                       ///< invalid: all
    QList<domain::MessageStatus> statuses; ///< none: all
    QString phone;                         ///< digits that the phone contains or begins with; blank: all
    QString errorLabel;                    ///< as in statistics: ended with it, or waits after it; blank: all
    std::optional<Instant> since = {};     ///< ended then or later; what has not ended fits neither bound
    std::optional<Instant> until = {};     ///< ended before

    /** Lists are in the order of endings then, else in that of ids. */
    [[nodiscard]] bool isTimed() const { return since || until; }

    bool operator==(const MessageQuery &) const = default;
};

/** A message in the dispatcher's hands; still pending in the database. */
struct ClaimedMessage
{
    MessageId id;
    qint64 requestId = 0;
    MailingId mailing;
    ClientId client;
    domain::PhoneNumber phone;
    QString operatorCode; ///< only if asked for
    QString timezone;
    domain::Attributes attributes; ///< only if asked for
    int attempts = 0;              ///< made so far
    bool firm = false;             ///< an earlier request had no trustworthy answer: gateway, phone and text stay
    GatewayId firmGateway;
    QString firmText;
    Instant claimedAt{}; ///< the client was read then: for SendIntent
};

/** Written before the request goes out. */
struct SendIntent
{
    MessageId id;
    GatewayId gateway;
    int segments = 0;
    int textVersion = 0;
    QString renderedText;               ///< kept for templates with fields; blank: the version's text was sent as it is
    Instant claimedAt = Instant::max(); ///< what was edited later is refused, to be claimed anew; max(): is not looked at
    MailingId firstOf;                  ///< its mailing if this is its first attempt: one statement may write many of those
};

struct Claim
{
    MailingId mailing;
    int limit = 0;
    Instant now{};
    Instant leaseUntil{};
    bool withAttributes = false;
    bool withOperatorCode = false;
    InstanceId by = {}; ///< who holds them from now on
    /** Set: what it has an intent for goes out at once. Called within the transaction, perhaps for a second time. */
    std::function<std::optional<SendIntent>(const ClaimedMessage &)> intentOf = {};
};

/** What became of a message in the dispatcher's hands. */
struct MessageOutcome
{
    MessageId id;
    domain::MessageStatus status = domain::MessageStatus::Pending;
    Instant at{};
    bool attemptCounts = true;              ///< false: the attempt number goes back (throttled, gateway stopped)
    std::optional<Instant> nextAttemptAt;   ///< for Pending; nothing: as it was
    std::optional<domain::Attempt> attempt; ///< what was not accepted at once; nothing: no row is written
    std::optional<domain::MessageError> error;
    QString gatewayMessageId;
    bool firm = false;    ///< a request may have been accepted: repeats keep gateway, phone and text
    qint64 requestId = 0; ///< what was answered; 0: nothing went out
    MailingId firstOf;    ///< its mailing if this was its first attempt: one statement may write many of those
};

/** One batch of many: `last` leads to the next one. */
struct MessageBatch
{
    int count = 0; ///< how many were changed; fewer than asked for: there are no more
    MessageId last;

    bool operator==(const MessageBatch &) const = default;
};

/** Messages that pause until late in the life of their mailing. */
struct LateMessages
{
    static constexpr int mostCounted = 1000;

    std::optional<Instant> lastDue;
    qint64 afterEnd = 0; ///< due at the end or later: they will expire; mostCounted, if there are so many or more
};

/** One step of choosing an audience. */
struct AudienceStep
{
    qint64 added = 0;
    qint64 cancelled = 0; ///< their client no longer matches
    qint64 revived = 0;   ///< cancelled by an earlier step, and their client matches again
    ClientId lastClient;  ///< clients up to this id have been looked at
    bool complete = false;
};

class MessageRepository
{
public:
    virtual ~MessageRepository() = default;

    // -- audience -------------------------------------------------------------------------------------------------
    /**
     * Looks at the next `limit` clients with an id above `after`, in the database: who matches gets a pending message, due
     * since the mailing's start; who no longer does has its unsent message cancelled (one that is sending when it comes back
     * unsent), and revived once it matches again.
     */
    virtual Result<AudienceStep> chooseAudience(const domain::Mailing &mailing, ClientId after, int limit, Instant now) = 0;

    // -- the dispatcher's work ------------------------------------------------------------------------------------
    // `by` is the instance that acts; what another one holds stays as it is. One that is not valid stands for a dispatcher
    // that is alone.
    /**
     * Due messages without a living lease, oldest next_attempt_at first; leases them. Opted-out clients are settled here.
     * What `intentOf` has an intent for is sending when this is committed, and is not among the answer. Nothing is due in a
     * mailing that does not run or has ended.
     */
    virtual Result<QList<ClaimedMessage>> claim(const Claim &claim) = 0;
    virtual Status renewLeases(const QList<MessageId> &ids, Instant leaseUntil, InstanceId by) = 0;
    /** Ends the leases of messages that were not sent; `nextAttemptAt` (if set) becomes the new due time. */
    virtual Status release(const QList<MessageId> &ids, std::optional<Instant> nextAttemptAt, InstanceId by) = 0;
    /**
     * The same for those who wait for an opening: due at `until`, but where the client was edited after `claimedAt` as due
     * as before, since that is no longer known.
     */
    virtual Status putOff(const QList<MessageId> &ids, Instant until, Instant claimedAt, InstanceId by) = 0;
    /** Ends the leases of those who are no longer among the instances. */
    virtual Status releaseOrphans() = 0;
    /**
     * Pending → sending with the next attempt number, only where the mailing is running, not archived and not ended and
     * the client not opted out (such a client's message becomes opted_out) and, unless the message is firm, not edited
     * since the claim (its phone, attributes and zone were read then). Returns the ids that may go out now.
     */
    virtual Result<QList<MessageId>> markSending(const QList<SendIntent> &intents, Instant now, InstanceId by) = 0;
    /**
     * Sending (or pending, for what fails before it goes out) → outcome. A message in another status stays as it is; a firm
     * one becomes unknown where the outcome says failed, since an earlier request of it may have been accepted. That a
     * message was accepted is written down whoever holds it by now, and where recovery has made it unknown meanwhile (its
     * last error is Interrupted); nothing else is. An answer to another request than the message's present one (it was
     * retried on purpose since) tells nothing about it.
     */
    virtual Status record(const QList<MessageOutcome> &outcomes, InstanceId by) = 0;
    /** Sending → pending without counting the attempt: the request was never begun. */
    virtual Status takeBack(const QList<MessageId> &ids, Instant now, InstanceId by) = 0;
    /**
     * Messages left in `sending` by one who is no longer among the instances: pending and firm where their gateway is in
     * `repeatable`, without counting the attempt (it is not the gateway's fault); else unknown. Either gets an Interrupted
     * attempt in its log. Returns how many.
     */
    virtual Result<int> recoverInterrupted(const QSet<GatewayId> &repeatable, Instant now, int limit) = 0;
    /**
     * Its window was changed: messages with an id above `after` that wait for an opening are due now, by id; those that
     * pause before their next attempt stay as they are.
     */
    virtual Result<MessageBatch> wakePostponed(MailingId mailing, MessageId after, int limit, Instant now) = 0;
    /** The earliest due time of a pending message without lease; nothing: none is waiting. */
    virtual Result<std::optional<Instant>> nextDue(MailingId mailing) = 0;
    /** Of pending messages without lease: when the last one is due, and how many only at `end` or later. */
    virtual Result<LateMessages> lateMessages(MailingId mailing, Instant end) = 0;

    /** Pending messages whose lease runs at `now`. */
    virtual Result<qint64> countLeased(Instant now) = 0;

    // -- endings, in batches; each returns how many it changed ------------------------------------------------------
    // A firm message (an earlier request may have been accepted) ends as unknown wherever another would be expired,
    // cancelled or opted_out (in claim and markSending too): those say that it was certainly never accepted.
    virtual Result<int> expirePending(MailingId mailing, int limit, Instant now) = 0;
    virtual Result<int> cancelPending(MailingId mailing, int limit, Instant now) = 0;
    virtual Result<int> cancelPendingOfClient(ClientId client, Instant now) = 0;
    /** What cancelPending cancelled becomes pending again (undo of a delete). */
    virtual Result<int> reviveCancelled(MailingId mailing, int limit, Instant now) = 0;
    /**
     * On purpose: messages in these statuses with an id above `after` begin again at attempt 1, by id; accepted ones with a
     * fresh request id. The next batch goes on behind the last: what was sent in between is not retried twice.
     */
    virtual Result<MessageBatch> retry(MailingId mailing, const QList<domain::MessageStatus> &statuses, MessageId after,
                                       int limit, Instant now) = 0;

    // -- for people -----------------------------------------------------------------------------------------------
    // What was removed for its age (RetentionRepository) is in the breakdowns and recounts, in lists and counts it is not.
    /** Newest first, by id; of a query with a time, by the time of the ending. */
    virtual Result<domain::Page<domain::Message>> page(const MessageQuery &query, const domain::PageRequest &request) = 0;
    virtual Result<qint64> count(const MessageQuery &query) = 0;
    /** Errors: NotFound message.unknown. */
    virtual Result<domain::Message> find(MessageId id) = 0;
    virtual Result<QList<domain::Attempt>> attempts(MessageId id) = 0;
    /** The exact text the client got or would get again; nothing if it is no longer kept. */
    virtual Result<std::optional<QString>> sentText(MessageId id) = 0;
    virtual Result<QList<domain::BreakdownRow>> byTimezone(MailingId mailing) = 0;
    virtual Result<QList<domain::BreakdownRow>> byOperatorCode(MailingId mailing) = 0;
    /**
     * Of up to `sample` pending messages from all over the mailing: how many in each time zone ("": client deleted).
     * @param sample  at least 2
     */
    virtual Result<QMap<QString, qint64>> pendingByTimezone(MailingId mailing, int sample) = 0;
    /** The share (0 … 1) of such a sample that is due at `from` or later. */
    virtual Result<double> pendingShareDueFrom(MailingId mailing, Instant from, int sample) = 0;
    /** Messages that are in a final status since then, each once; over all mailings. */
    virtual Result<domain::StatusCounts> countsSince(Instant since) = 0;

    // -- integrity ------------------------------------------------------------------------------------------------
    /** Until the transaction ends nobody else changes the status of a message of this mailing. */
    virtual Status holdCounters(MailingId mailing) = 0;
    /** Counted from the messages, to hold against MailingRepository::counts. */
    virtual Result<domain::StatusCounts> recount(MailingId mailing) = 0;
    /** Also those of what was removed. */
    virtual Status repairCounters(MailingId mailing) = 0;
};

} // namespace core::interfaces
