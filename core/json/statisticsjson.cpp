// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/statisticsjson.h"

#include "core/json/values.h"

namespace core::json {

namespace {

QJsonObject errorRow(const domain::ErrorCount &error)
{
    return {{QStringLiteral("error"), error.label}, {QStringLiteral("count"), error.total()}};
}

QJsonObject rowOf(const domain::MailingSummary &summary)
{
    return {
        {QStringLiteral("mailing_id"), summary.mailing.id.value},
        {QStringLiteral("name"), summary.mailing.name},
        {QStringLiteral("state"), domain::toText(summary.mailing.state)},
        {QStringLiteral("total"), summary.counts.total()},
        {QStringLiteral("by_status"), toJson(summary.counts)},
        {QStringLiteral("rate"), summary.rate},
    };
}

} // namespace

QJsonObject toJson(const domain::StatusCounts &counts)
{
    QJsonObject object;
    for (const domain::MessageStatus status : domain::allMessageStatuses)
        object.insert(domain::toText(status), counts[status]);
    return object;
}

QJsonObject toJson(const domain::MailingStatistics &statistics)
{
    const QJsonObject forecast{
        {QStringLiteral("done_at"), value(statistics.forecast.doneAt)},
        {QStringLiteral("will_expire"), statistics.forecast.willExpire},
    };
    return {
        {QStringLiteral("mailing_id"), statistics.mailing.value},
        {QStringLiteral("state"), domain::toText(statistics.state)},
        {QStringLiteral("total"), statistics.counts.total()},
        {QStringLiteral("by_status"), toJson(statistics.counts)},
        {QStringLiteral("rate"), statistics.rate},
        {QStringLiteral("forecast"), forecast},
        {QStringLiteral("first_sent_at"), value(statistics.firstSentAt)},
        {QStringLiteral("last_sent_at"), value(statistics.lastSentAt)},
        {QStringLiteral("errors"), arrayOf(statistics.errors, errorRow)},
    };
}

QJsonObject toJson(const domain::WorkspaceStatistics &statistics)
{
    QJsonObject byState;
    for (std::size_t state = 0; state < statistics.mailingsByState.size(); ++state)
        byState.insert(domain::toText(static_cast<domain::MailingState>(state)), statistics.mailingsByState[state]);
    return {
        {QStringLiteral("mailings_by_state"), byState},
        {QStringLiteral("total"), statistics.messages.total()},
        {QStringLiteral("by_status"), toJson(statistics.messages)},
        {QStringLiteral("mailings"), arrayOf(statistics.mailings, rowOf)},
    };
}

} // namespace core::json
