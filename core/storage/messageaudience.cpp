// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/messageaudience.h"

#include "core/storage/clientconditions.h"
#include "core/storage/messagesettlement.h"

namespace core::storage {

using interfaces::AudienceStep;

MessageAudience::MessageAudience(Connection &connection) : m_connection(connection) {}

Result<AudienceStep> MessageAudience::choose(const domain::Mailing &mailing, ClientId after, int limit, Instant now)
{
    Conditions conditions = audienceConditions(m_connection, mailing.filter);
    conditions.require("client_is_not_opted_out");
    conditions.require("client_is_after", {{"after", after.value}});
    const Pieces pieces{{QStringLiteral("filter"), conditions.text()}};

    AudienceStep step;
    step.lastClient = after;
    Statement range(m_connection, "audience_range", pieces);
    conditions.bindTo(range);
    qint64 found = 0;
    HELIOGRAPH_TRY(range.bind(":limit", limit).forEach([&](Row &row) {
        found = row.integer();
        if (found > 0)
            step.lastClient = row.id<ClientId>();
    }));
    step.complete = found < limit;
    if (found == 0)
        return step;

    Statement insert(m_connection, "audience_insert", pieces);
    conditions.bindTo(insert);
    insert.bind(":mailing_id", mailing.id).bind(":created_at", now).bind(":next_attempt_at", now);
    HELIOGRAPH_ASSIGN(step.added, insert.bind(":last", step.lastClient).runCounting());

    StatusChanges changes;
    changes.addCreated(mailing.id, step.added);
    HELIOGRAPH_TRY(changes.write(m_connection));
    return step;
}

Result<int> MessageAudience::cancelStrangers(const domain::Mailing &mailing, int limit, Instant now)
{
    const Conditions conditions = audienceConditions(m_connection, mailing.filter);
    Statement select(m_connection, "message_list_strangers", {{QStringLiteral("filter"), conditions.text()}});
    conditions.bindTo(select);
    select.bind(":mailing_id", mailing.id).bind(":limit", limit);
    HELIOGRAPH_ASSIGN(const QList<HeldMessage> strangers, select.list(readHeldMessage));
    return MessageSettlement(m_connection).settle(strangers, domain::MessageStatus::Cancelled, CancelReason::Stranger, now);
}

Result<int> MessageAudience::reviveMatching(const domain::Mailing &mailing, int limit, Instant now)
{
    const Conditions conditions = audienceConditions(m_connection, mailing.filter);
    Statement select(m_connection, "message_list_matching_again", {{QStringLiteral("filter"), conditions.text()}});
    conditions.bindTo(select);
    select.bind(":mailing_id", mailing.id).bind(":limit", limit).bind(":reason", CancelReason::Stranger);
    HELIOGRAPH_ASSIGN(const QList<HeldMessage> matching, select.list(readHeldMessage));
    return MessageSettlement(m_connection).revive(matching, now);
}

} // namespace core::storage
