// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/messageledger.h"

#include "core/domain/textrules.h"
#include "core/storage/jsontext.h"
#include "core/storage/messagesettlement.h"
#include "core/storage/plainmessages.h"
#include "core/storage/statement.h"

#include <tuple>

namespace core::storage {

using domain::AnswerKind;
using domain::MessageStatus;
using interfaces::MessageOutcome;
using interfaces::SendIntent;

namespace {

void addAttempt(JsonRows &rows, MessageId id, const domain::Attempt &attempt)
{
    rows.beginRow().add(id.value).add(attempt.number).add(attempt.at).add(static_cast<int>(attempt.kind));
    rows.add(attempt.httpStatus).add(domain::cutTo(attempt.answer, domain::maxKeptAnswer));
}

/** "Failed" says that it was certainly never accepted, which nobody can say of a firm message. */
MessageStatus statusAfter(const MessageOutcome &outcome, const HeldMessage &held)
{
    return held.firm && outcome.status == MessageStatus::Failed ? MessageStatus::Unknown : outcome.status;
}

/** Those of `all` that are not among `done`. */
template <typename T>
QList<T> others(const QList<T> &all, const QSet<MessageId> &done)
{
    QList<T> left;
    for (const T &one : all) {
        if (!done.contains(one.id))
            left << one;
    }
    return left;
}

void addOutcome(JsonRows &rows, const MessageOutcome &outcome, const HeldMessage &held)
{
    const bool sent = outcome.status == MessageStatus::Sent;
    // Only a message that was marked as sending has counted this attempt already.
    const bool takenBack = !outcome.attemptCounts && held.status == MessageStatus::Sending;
    rows.beginRow()
        .add(outcome.id.value)
        .add(static_cast<int>(statusAfter(outcome, held)))
        .add(takenBack)
        .add(outcome.nextAttemptAt);
    rows.add(sent ? std::optional(outcome.at) : std::nullopt).add(outcome.firm).add(sent || outcome.error.has_value());
    if (outcome.error) {
        rows.add(static_cast<int>(outcome.error->kind)).add(outcome.error->httpStatus);
        rows.add(domain::cutTo(outcome.error->answer, domain::maxKeptAnswer));
    } else {
        rows.addNull().addNull().addNull();
    }
    if (outcome.gatewayMessageId.isEmpty())
        rows.addNull();
    else
        rows.add(outcome.gatewayMessageId);
    rows.add(domain::isFinal(outcome.status) ? std::optional(outcome.at) : std::nullopt);
}

} // namespace

bool MessageLedger::OpenMessage::isToldBy(const MessageOutcome &outcome) const
{
    if (outcome.requestId != 0 && outcome.requestId != requestId)
        return false;
    // Whoever holds it now asks the gateway again, and that repeat tells more; only an acceptance is not to be lost.
    return outcome.status == MessageStatus::Sent || (isOurs && held.status != MessageStatus::Unknown);
}

MessageLedger::MessageLedger(Connection &connection) : m_connection(connection) {}

Result<QList<MessageId>> MessageLedger::markSending(const QList<SendIntent> &intents, Instant now, InstanceId by)
{
    StatusChanges changes;
    HELIOGRAPH_ASSIGN(const QSet<MessageId> plain, PlainMessages(m_connection, by, changes).markSending(intents, now));
    HELIOGRAPH_ASSIGN(QList<SendIntent> going, markEach(others(intents, plain), now, by, changes));
    for (const SendIntent &intent : intents) {
        if (plain.contains(intent.id))
            going << intent;
    }
    HELIOGRAPH_TRY(storeTexts(going));
    HELIOGRAPH_TRY(changes.write(m_connection));
    QList<MessageId> ids;
    for (const SendIntent &intent : std::as_const(going))
        ids << intent.id;
    return ids;
}

Result<QList<SendIntent>> MessageLedger::markEach(const QList<SendIntent> &intents, Instant now, InstanceId by,
                                                  StatusChanges &changes)
{
    QList<SendIntent> going;
    if (intents.isEmpty())
        return going;
    QList<MessageId> asked;
    QHash<MessageId, const SendIntent *> byId;
    for (const SendIntent &intent : intents) {
        asked << intent.id;
        byId.insert(intent.id, &intent);
    }

    QList<HeldMessage> optedOut;
    QList<HeldMessage> sendable;
    Statement select(m_connection, "message_list_sendable");
    select.bind(":ids", jsonNumbers(asked)).bind(":now", now).bind(":by", by);
    HELIOGRAPH_TRY(select.forEach([&](Row &row) {
        const HeldMessage held = readHeldMessage(row);
        const bool hasOptedOut = row.optionalInstant().has_value();
        if (hasOptedOut)
            optedOut << held;
        else if (held.firm || row.instant() <= byId.value(held.id)->claimedAt)
            sendable << held;
    }));
    HELIOGRAPH_TRY(MessageSettlement(m_connection).settle(optedOut, MessageStatus::OptedOut, CancelReason::None, now));

    for (const HeldMessage &held : sendable) {
        going << *byId.value(held.id);
        if (held.firm)
            going.last().renderedText.clear();
        changes.add(held, MessageStatus::Sending, now);
    }
    HELIOGRAPH_TRY(writeIntents(going, by));
    return going;
}

Status MessageLedger::beginSending(const QList<HeldMessage> &messages, const QList<SendIntent> &intents, Instant now,
                                   InstanceId by)
{
    HELIOGRAPH_TRY(writeIntents(intents, by));
    HELIOGRAPH_TRY(storeTexts(intents));
    StatusChanges changes;
    for (const HeldMessage &message : messages)
        changes.add(message, MessageStatus::Sending, now);
    return changes.write(m_connection);
}

Status MessageLedger::writeIntents(const QList<SendIntent> &intents, InstanceId by)
{
    // Most messages of a batch agree in all of this, so there are few groups.
    QMap<std::tuple<qint64, int, int>, QList<qint64>> groups;
    for (const SendIntent &intent : intents) {
        const bool rendered = !intent.renderedText.isEmpty();
        groups[{intent.gateway.value, intent.segments, rendered ? 0 : intent.textVersion}] << intent.id.value;
    }
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        const auto [gateway, segments, textVersion] = group.key();
        Statement mark(m_connection, "message_mark_sending");
        mark.bind(":gateway_id", GatewayId{gateway}).bind(":segments", segments).bind(":by", by);
        mark.bind(":text_version", textVersion > 0 ? std::optional(textVersion) : std::nullopt);
        HELIOGRAPH_TRY(mark.bind(":ids", jsonNumbers(group.value())).run());
    }
    return {};
}

Status MessageLedger::storeTexts(const QList<SendIntent> &intents)
{
    JsonByNumber texts;
    for (const SendIntent &intent : intents) {
        if (!intent.renderedText.isEmpty())
            texts.add(intent.id.value, intent.renderedText);
    }
    if (texts.isEmpty())
        return {};
    Statement store(m_connection, "message_text_store");
    return store.bind(":texts", texts.text()).run();
}

Result<QList<MessageLedger::OpenMessage>> MessageLedger::open(const QList<MessageId> &ids, InstanceId by)
{
    Statement select(m_connection, "message_list_open");
    return select.bind(":ids", jsonNumbers(ids)).bind(":by", by).list([](Row &row) {
        OpenMessage message;
        message.held = readHeldMessage(row);
        message.isOurs = row.flag();
        message.requestId = row.integer();
        return message;
    });
}

Status MessageLedger::record(const QList<MessageOutcome> &outcomes, InstanceId by)
{
    StatusChanges changes;
    HELIOGRAPH_ASSIGN(const QSet<MessageId> plain, PlainMessages(m_connection, by, changes).accept(outcomes));
    HELIOGRAPH_TRY(recordEach(others(outcomes, plain), by, changes));
    HELIOGRAPH_TRY(changes.write(m_connection));
    QList<MessageId> unsent;
    Instant now{};
    for (const MessageOutcome &outcome : outcomes) {
        if (outcome.status == MessageStatus::Pending)
            unsent << outcome.id;
        now = std::max(now, outcome.at);
    }
    return MessageSettlement(m_connection).cancelLeaving(unsent, now);
}

Status MessageLedger::recordEach(const QList<MessageOutcome> &outcomes, InstanceId by, StatusChanges &changes)
{
    if (outcomes.isEmpty())
        return {};
    QList<MessageId> asked;
    QHash<MessageId, const MessageOutcome *> byId;
    for (const MessageOutcome &outcome : outcomes) {
        asked << outcome.id;
        byId.insert(outcome.id, &outcome);
    }
    HELIOGRAPH_ASSIGN(const QList<OpenMessage> open, this->open(asked, by));
    if (open.isEmpty())
        return {};

    JsonByNumber accepted;
    JsonRows rows;
    JsonRows attempts;
    for (const OpenMessage &message : open) {
        const HeldMessage &held = message.held;
        const MessageOutcome &outcome = *byId.value(held.id);
        if (!message.isToldBy(outcome))
            continue;
        if (isPlainAcceptance(outcome))
            accepted.add(held.id.value, outcome.at);
        else
            addOutcome(rows, outcome, held);
        if (outcome.attempt)
            addAttempt(attempts, held.id, *outcome.attempt);
        changes.add(held, statusAfter(outcome, held), outcome.error ? outcome.error : held.error, outcome.at);
    }
    if (!accepted.isEmpty()) {
        Statement accept(m_connection, "message_accept");
        HELIOGRAPH_TRY(accept.bind(":accepted", accepted.text()).run());
    }
    if (!rows.isEmpty()) {
        Statement update(m_connection, "message_record");
        HELIOGRAPH_TRY(update.bind(":rows", rows.text()).run());
    }
    if (!attempts.isEmpty()) {
        Statement insert(m_connection, "message_attempt_insert");
        HELIOGRAPH_TRY(insert.bind(":rows", attempts.text()).run());
    }
    return {};
}

Status MessageLedger::takeBack(const QList<MessageId> &ids, Instant now, InstanceId by)
{
    HELIOGRAPH_ASSIGN(const QList<OpenMessage> open, this->open(ids, by));
    StatusChanges changes;
    QList<MessageId> ours;
    for (const auto &[held, isOurs, requestId] : open) {
        if (!isOurs || held.status != MessageStatus::Sending)
            continue;
        ours << held.id;
        changes.add(held, MessageStatus::Pending, now);
    }
    if (ours.isEmpty())
        return {};
    Statement update(m_connection, "message_take_back");
    HELIOGRAPH_TRY(update.bind(":ids", jsonNumbers(ours)).run());
    HELIOGRAPH_TRY(changes.write(m_connection));
    return MessageSettlement(m_connection).cancelLeaving(ours, now);
}

Result<int> MessageLedger::recoverInterrupted(const QSet<GatewayId> &repeatable, Instant now, int limit)
{
    Statement select(m_connection, "message_list_interrupted");
    HELIOGRAPH_ASSIGN(const QList<HeldMessage> open, select.bind(":limit", limit).list(readHeldMessage));
    if (open.isEmpty())
        return 0;

    const domain::MessageError error{AnswerKind::Interrupted, 0, {}};
    QList<MessageId> again;
    QList<MessageId> unknown;
    JsonRows attempts;
    StatusChanges changes;
    for (const HeldMessage &held : open) {
        const bool repeats = repeatable.contains(held.gateway);
        (repeats ? again : unknown) << held.id;
        addAttempt(attempts, held.id, {held.attempts, now, AnswerKind::Interrupted, 0, QString()});
        changes.add(held, repeats ? MessageStatus::Pending : MessageStatus::Unknown, error, now);
    }
    for (const auto &[ids, status] :
         {std::pair(again, MessageStatus::Pending), std::pair(unknown, MessageStatus::Unknown)}) {
        Statement update(m_connection, "message_interrupt");
        update.bind(":status", status).bind(":error_kind", AnswerKind::Interrupted).bind(":ids", jsonNumbers(ids));
        const bool waits = status == MessageStatus::Pending;
        update.bind(":taken_back", waits ? 1 : 0);
        update.bind(":next_attempt_at", waits ? std::optional(now) : std::nullopt);
        HELIOGRAPH_TRY(update.bind(":ended_at", waits ? std::nullopt : std::optional(now)).run());
    }
    Statement insert(m_connection, "message_attempt_insert");
    HELIOGRAPH_TRY(insert.bind(":rows", attempts.text()).run());
    HELIOGRAPH_TRY(changes.write(m_connection));
    HELIOGRAPH_TRY(MessageSettlement(m_connection).cancelLeaving(again, now));
    return static_cast<int>(open.size());
}

} // namespace core::storage
