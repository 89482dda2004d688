// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/messageclaims.h"

#include "core/storage/jsontext.h"
#include "core/storage/messageledger.h"
#include "core/storage/messagereading.h"
#include "core/storage/messagesettlement.h"
#include "core/storage/statement.h"

#include <algorithm>

namespace core::storage {

using domain::MessageStatus;
using interfaces::Claim;
using interfaces::ClaimedMessage;
using interfaces::SendIntent;

namespace {

/** So many batches of opted-out clients are settled in one transaction at most. */
constexpr int maxRounds = 8;

} // namespace

MessageClaims::MessageClaims(Connection &connection) : m_connection(connection) {}

MessageClaims::Candidate MessageClaims::readCandidate(Row &row, MailingId mailing)
{
    Candidate candidate;
    HeldMessage &held = candidate.held;
    held.id = row.id<MessageId>();
    held.mailing = mailing;
    held.firm = row.flag();
    held.attempts = row.small();
    held.gateway = row.id<GatewayId>();
    held.error = readErrorKind(row);
    candidate.due = row.instant();
    ClaimedMessage &message = candidate.message;
    message.id = held.id;
    message.mailing = mailing;
    message.attempts = held.attempts;
    message.firm = held.firm;
    message.requestId = row.integer();
    message.client = row.id<ClientId>();
    message.phone = row.phone();
    candidate.clientPhone = row.phone();
    candidate.timezone = row.integer();
    candidate.optedOut = row.optionalInstant().has_value();
    message.claimedAt = row.optionalInstant().value_or(Instant{});
    message.operatorCode = row.text();
    message.attributes = mapFromJson(row.text());
    if (message.firm)
        message.firmGateway = candidate.held.gateway;
    return candidate;
}

Result<QList<MessageClaims::Candidate>> MessageClaims::candidates(const char *statement, const Claim &claim, qsizetype limit)
{
    Statement select(m_connection, statement);
    select.bind(":mailing_id", claim.mailing).bind(":now", claim.now).bind(":limit", qint64{limit});
    select.bind(":with_operator_code", claim.withOperatorCode).bind(":with_attributes", claim.withAttributes);
    HELIOGRAPH_ASSIGN(auto found, select.list([&claim](Row &row) { return readCandidate(row, claim.mailing); }));
    HELIOGRAPH_TRY(nameTimezones(found));
    return found;
}

Status MessageClaims::nameTimezones(QList<Candidate> &candidates)
{
    if (candidates.isEmpty())
        return {};
    QHash<qint64, QString> names;
    for (const Candidate &candidate : std::as_const(candidates))
        names.insert(candidate.timezone, {});
    Statement select(m_connection, "timezone_names");
    HELIOGRAPH_TRY(select.bind(":ids", jsonNumbers(names.keys())).forEach([&names](Row &row) {
        const qint64 id = row.integer();
        names.insert(id, row.text());
    }));
    for (Candidate &candidate : candidates)
        candidate.message.timezone = names.value(candidate.timezone);
    return {};
}

Result<QList<MessageClaims::Candidate>> MessageClaims::settled(QList<Candidate> candidates, Instant now)
{
    const auto mayGoOut = [](const Candidate &candidate) {
        const bool isPhoneTheSame = candidate.held.firm || candidate.clientPhone == candidate.message.phone;
        return candidate.clientPhone.isValid() && !candidate.optedOut && isPhoneTheSame;
    };
    if (std::ranges::all_of(candidates, mayGoOut))
        return candidates;

    MessageSettlement settlement(m_connection);
    QList<Candidate> left;
    QList<HeldMessage> optedOut;
    QList<HeldMessage> orphans;
    left.reserve(candidates.size());
    for (Candidate &candidate : candidates) {
        if (!candidate.clientPhone.isValid()) {
            orphans << candidate.held;
        } else if (candidate.optedOut) {
            optedOut << candidate.held;
        } else if (mayGoOut(candidate)) {
            left << std::move(candidate);
        } else {
            // The client's phone was changed while the message was in somebody's hands.
            HELIOGRAPH_ASSIGN(const bool taken, settlement.takePhone(candidate.held, candidate.clientPhone, now));
            candidate.message.phone = candidate.clientPhone;
            if (taken)
                left << std::move(candidate);
        }
    }
    HELIOGRAPH_TRY(settlement.settle(optedOut, MessageStatus::OptedOut, CancelReason::None, now));
    HELIOGRAPH_TRY(settlement.settle(orphans, MessageStatus::Cancelled, CancelReason::Client, now));
    return left;
}

Result<QList<ClaimedMessage>> MessageClaims::claim(const Claim &claim)
{
    Statement running(m_connection, "mailing_is_running");
    HELIOGRAPH_ASSIGN(const qint64 isRunning, running.bind(":id", claim.mailing).bind(":now", claim.now).number());
    QList<ClaimedMessage> claimed;
    if (isRunning == 0)
        return claimed;

    QList<Candidate> taken;
    qsizetype wanted = claim.limit;
    for (int round = 0; round < maxRounds && wanted > 0; ++round) {
        HELIOGRAPH_ASSIGN(QList<Candidate> found, candidates("message_list_abandoned", claim, wanted));
        if (found.size() < wanted) {
            HELIOGRAPH_ASSIGN(auto due, candidates("message_list_due", claim, wanted - found.size()));
            found = found.isEmpty() ? std::move(due) : found + due;
        }
        const bool exhausted = found.size() < wanted;
        HELIOGRAPH_ASSIGN(QList<Candidate> kept, settled(std::move(found), claim.now));
        wanted -= kept.size();
        HELIOGRAPH_ASSIGN(auto leased, held(std::move(kept), claim));
        taken << std::move(leased);
        if (exhausted)
            break;
    }

    const auto isDueBefore = [](const Candidate &left, const Candidate &right) { return left.due < right.due; };
    if (!std::is_sorted(taken.begin(), taken.end(), isDueBefore)) // what was abandoned comes first
        std::stable_sort(taken.begin(), taken.end(), isDueBefore);
    MessageReading reading(m_connection);
    claimed.reserve(taken.size());
    for (Candidate &candidate : taken) {
        if (candidate.message.firm) {
            HELIOGRAPH_ASSIGN(const std::optional<QString> text, reading.sentText(candidate.message.id));
            candidate.message.firmText = text.value_or(QString());
        }
        claimed << std::move(candidate.message);
    }
    return claimed;
}

Result<QList<MessageClaims::Candidate>> MessageClaims::held(QList<Candidate> candidates, const Claim &claim)
{
    QList<Candidate> leased;
    leased.reserve(candidates.size());
    QList<MessageId> ids;
    QList<HeldMessage> going;
    QList<SendIntent> intents;
    for (Candidate &candidate : candidates) {
        // An edit lies before this claim whatever the clock says: it may have been set back since.
        candidate.message.claimedAt = std::max(candidate.message.claimedAt, claim.now);
        std::optional<SendIntent> intent;
        if (claim.intentOf && !candidate.held.firm)
            intent = claim.intentOf(candidate.message);
        if (intent) {
            going << candidate.held;
            intents << *std::move(intent);
        } else {
            ids << candidate.held.id;
            leased << std::move(candidate);
        }
    }
    HELIOGRAPH_TRY(lease(ids, claim));
    HELIOGRAPH_TRY(MessageLedger(m_connection).beginSending(going, intents, claim.now, claim.by));
    return leased;
}

Status MessageClaims::lease(const QList<MessageId> &ids, const Claim &claim)
{
    if (ids.isEmpty())
        return {};
    Statement lease(m_connection, "message_lease");
    lease.bind(":leased_until", claim.leaseUntil).bind(":by", claim.by);
    return lease.bind(":ids", jsonNumbers(ids)).run();
}

Status MessageClaims::renewLeases(const QList<MessageId> &ids, Instant leaseUntil, InstanceId by)
{
    if (ids.isEmpty())
        return {};
    Statement renew(m_connection, "message_lease_renew");
    return renew.bind(":leased_until", leaseUntil).bind(":by", by).bind(":ids", jsonNumbers(ids)).run();
}

Status MessageClaims::release(const QList<MessageId> &ids, std::optional<Instant> nextAttemptAt, InstanceId by)
{
    if (ids.isEmpty())
        return {};
    Statement release(m_connection, "message_release");
    return release.bind(":next_attempt_at", nextAttemptAt).bind(":by", by).bind(":ids", jsonNumbers(ids)).run();
}

Status MessageClaims::putOff(const QList<MessageId> &ids, Instant until, Instant claimedAt, InstanceId by)
{
    if (ids.isEmpty())
        return {};
    Statement putOff(m_connection, "message_put_off");
    putOff.bind(":until", until).bind(":claimed_at", claimedAt);
    return putOff.bind(":by", by).bind(":ids", jsonNumbers(ids)).run();
}

Status MessageClaims::releaseOrphans()
{
    Statement release(m_connection, "message_release_orphans");
    return release.run();
}

Result<interfaces::MessageBatch> MessageClaims::wakePostponed(MailingId mailing, MessageId after, int limit, Instant now)
{
    Statement select(m_connection, "message_list_postponed");
    select.bind(":mailing_id", mailing).bind(":after", after.value).bind(":limit", limit).bind(":now", now);
    select.bind(":pauses_end", now + domain::longestRetryPause);
    HELIOGRAPH_ASSIGN(const QList<MessageId> ids, select.list([](Row &row) { return row.id<MessageId>(); }));
    if (ids.isEmpty())
        return interfaces::MessageBatch{0, after};
    Statement wake(m_connection, "message_wake");
    HELIOGRAPH_TRY(wake.bind(":now", now).bind(":ids", jsonNumbers(ids)).run());
    m_connection.noteChange(interfaces::Change::Messages);
    return interfaces::MessageBatch{static_cast<int>(ids.size()), ids.last()};
}

Status MessageClaims::wakePostponed(ClientId client, Instant now)
{
    Statement wake(m_connection, "message_wake_of_client");
    wake.bind(":client_id", client).bind(":now", now);
    return wake.bind(":pauses_end", now + domain::longestRetryPause).run();
}

Result<std::optional<Instant>> MessageClaims::nextDue(MailingId mailing)
{
    Statement select(m_connection, "message_next_due");
    return select.bind(":mailing_id", mailing).first([](Row &row) { return row.instant(); });
}

Result<interfaces::LateMessages> MessageClaims::lateMessages(MailingId mailing, Instant end)
{
    interfaces::LateMessages late;
    Statement select(m_connection, "message_last_due");
    HELIOGRAPH_ASSIGN(late.lastDue, select.bind(":mailing_id", mailing).first([](Row &row) { return row.instant(); }));
    if (!late.lastDue || *late.lastDue < end)
        return late;
    Statement count(m_connection, "message_count_due_from");
    count.bind(":mailing_id", mailing).bind(":from", end).bind(":limit", interfaces::LateMessages::mostCounted);
    HELIOGRAPH_ASSIGN(late.afterEnd, count.number());
    return late;
}

Result<qint64> MessageClaims::countLeased(Instant now)
{
    Statement count(m_connection, "message_count_leased");
    return count.bind(":now", now).number();
}

} // namespace core::storage
