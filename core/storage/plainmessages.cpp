// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/plainmessages.h"

#include "core/storage/jsontext.h"
#include "core/storage/statement.h"

#include <algorithm>
#include <tuple>

namespace core::storage {

using domain::MessageStatus;
using interfaces::MessageOutcome;
using interfaces::SendIntent;

namespace {

HeldMessage plain(MessageId id, MailingId mailing, MessageStatus status)
{
    HeldMessage held;
    held.id = id;
    held.mailing = mailing;
    held.status = status;
    return held;
}

} // namespace

bool isPlainAcceptance(const MessageOutcome &outcome)
{
    return outcome.status == MessageStatus::Sent && outcome.attemptCounts && !outcome.firm && !outcome.attempt &&
           !outcome.error && outcome.gatewayMessageId.isEmpty();
}

PlainMessages::PlainMessages(Connection &connection, InstanceId by, StatusChanges &changes)
    : m_connection(connection), m_by(by), m_changes(changes)
{}

Result<bool> PlainMessages::changesAll(Statement &statement, qsizetype number)
{
    HELIOGRAPH_TRY(m_connection.run("transaction_attempt"));
    HELIOGRAPH_ASSIGN(const qint64 changed, statement.runCounting());
    const bool all = changed == number;
    if (!all)
        HELIOGRAPH_TRY(m_connection.run("transaction_attempt_undone"));
    HELIOGRAPH_TRY(m_connection.run("transaction_attempt_stands"));
    return all;
}

Result<QSet<MessageId>> PlainMessages::markSending(const QList<SendIntent> &intents, Instant now)
{
    struct Group
    {
        QList<MessageId> ids;
        Instant claimedAt = Instant::max(); ///< the first claim
    };
    QMap<std::tuple<MailingId, GatewayId, int, int>, Group> groups; // few: most of a batch agree
    for (const SendIntent &intent : intents) {
        if (!intent.firstOf.isValid())
            continue;
        const int textVersion = intent.renderedText.isEmpty() ? intent.textVersion : 0;
        Group &group = groups[{intent.firstOf, intent.gateway, intent.segments, textVersion}];
        group.ids << intent.id;
        group.claimedAt = std::min(group.claimedAt, intent.claimedAt);
    }
    QSet<MessageId> marked;
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        const auto &[mailing, gateway, segments, textVersion] = group.key();
        Statement mark(m_connection, "message_mark_plain");
        mark.bind(":mailing_id", mailing).bind(":gateway_id", gateway).bind(":segments", segments);
        mark.bind(":text_version", textVersion > 0 ? std::optional(textVersion) : std::nullopt);
        mark.bind(":claimed_at", group->claimedAt).bind(":now", now).bind(":by", m_by);
        mark.bind(":ids", jsonNumbers(group->ids));
        HELIOGRAPH_ASSIGN(const bool all, changesAll(mark, group->ids.size()));
        if (!all)
            continue;
        for (const MessageId id : group->ids)
            m_changes.add(plain(id, mailing, MessageStatus::Pending), MessageStatus::Sending, now);
        marked.unite(QSet<MessageId>(group->ids.cbegin(), group->ids.cend()));
    }
    return marked;
}

Result<QSet<MessageId>> PlainMessages::accept(const QList<MessageOutcome> &outcomes)
{
    struct Group
    {
        JsonByNumber accepted;
        QHash<MessageId, Instant> at;
    };
    QMap<MailingId, Group> groups;
    for (const MessageOutcome &outcome : outcomes) {
        const bool isFirstRequest = outcome.requestId == 0 || outcome.requestId == outcome.id.value;
        if (!outcome.firstOf.isValid() || !isFirstRequest || !isPlainAcceptance(outcome))
            continue;
        Group &group = groups[outcome.firstOf];
        if (group.at.contains(outcome.id))
            continue;
        group.accepted.add(outcome.id.value, outcome.at);
        group.at.insert(outcome.id, outcome.at);
    }
    QSet<MessageId> accepted;
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        Statement accept(m_connection, "message_accept_plain");
        accept.bind(":mailing_id", group.key()).bind(":accepted", group->accepted.text()).bind(":by", m_by);
        HELIOGRAPH_ASSIGN(const bool all, changesAll(accept, group->at.size()));
        if (!all)
            continue;
        for (auto at = group->at.cbegin(); at != group->at.cend(); ++at) {
            m_changes.add(plain(at.key(), group.key(), MessageStatus::Sending), MessageStatus::Sent, at.value());
            accepted.insert(at.key());
        }
    }
    return accepted;
}

} // namespace core::storage
