// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/messageaudience.h"

#include "core/storage/clientconditions.h"
#include "core/storage/messagesettlement.h"

#include <algorithm>

namespace core::storage {

using domain::MessageStatus;
using interfaces::AudienceStep;

MessageAudience::MessageAudience(Connection &connection) : m_connection(connection) {}

Result<AudienceStep> MessageAudience::choose(const domain::Mailing &mailing, ClientId after, int limit, Instant now)
{
    AudienceStep step;
    step.lastClient = after;
    qint64 found = 0;
    Statement select(m_connection, "audience_range");
    HELIOGRAPH_TRY(select.bind(":after", after.value).bind(":limit", limit).forEach([&](Row &row) {
        found = row.integer();
        if (found > 0)
            step.lastClient = row.id<ClientId>();
    }));
    step.complete = found < limit;
    if (found == 0)
        return step;
    const Range range{after, step.lastClient};
    HELIOGRAPH_TRY(follow(mailing, range, now, step));
    HELIOGRAPH_ASSIGN(step.added, add(mailing, range, now));
    return step;
}

Result<qint64> MessageAudience::add(const domain::Mailing &mailing, const Range &range, Instant now)
{
    Conditions conditions = audienceConditions(m_connection, mailing.filter);
    conditions.require("client_is_not_opted_out");
    Statement insert(m_connection, "audience_insert", {{QStringLiteral("filter"), conditions.text()}});
    conditions.bindTo(insert);
    insert.bind(":after", range.after.value).bind(":last", range.last).bind(":mailing_id", mailing.id);
    // Due since the start: a clock that is set back keeps nobody waiting.
    insert.bind(":created_at", now).bind(":next_attempt_at", std::min(now, mailing.startAt));
    HELIOGRAPH_ASSIGN(const qint64 added, insert.runCounting());
    StatusChanges changes;
    changes.addCreated(mailing.id, added);
    HELIOGRAPH_TRY(changes.write(m_connection));
    return added;
}

Status MessageAudience::follow(const domain::Mailing &mailing, const Range &range, Instant now, AudienceStep &step)
{
    const Conditions conditions = audienceConditions(m_connection, mailing.filter);
    Statement select(m_connection, "message_list_out_of_step", {{QStringLiteral("filter"), conditions.text()}});
    conditions.bindTo(select);
    select.bind(":after", range.after.value).bind(":last", range.last).bind(":mailing_id", mailing.id);
    QList<HeldMessage> strangers;
    QList<HeldMessage> leaving; // when they come back unsent
    QList<HeldMessage> staying; // after all
    QList<HeldMessage> matching;
    HELIOGRAPH_TRY(select.bind(":reason", CancelReason::Stranger).forEach([&](Row &row) {
        const HeldMessage message = readHeldMessage(row);
        const bool matches = row.flag();
        if (domain::isFinal(message.status))
            matching << message;
        else if (matches)
            staying << message;
        else
            (message.status == MessageStatus::Sending ? leaving : strangers) << message;
    }));
    MessageSettlement settlement(m_connection);
    HELIOGRAPH_TRY(settlement.setReason(leaving, CancelReason::Stranger));
    HELIOGRAPH_TRY(settlement.setReason(staying, CancelReason::None));
    HELIOGRAPH_ASSIGN(step.cancelled, settlement.settle(strangers, MessageStatus::Cancelled, CancelReason::Stranger, now));
    HELIOGRAPH_ASSIGN(step.revived, settlement.revive(matching, now));
    return {};
}

} // namespace core::storage
