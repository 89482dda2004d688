// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/routes.h"

#include "core/json/eventjson.h"
#include "core/rest/pagination.h"
#include "core/services/historyservice.h"

namespace core::rest {

namespace {

void list(services::HistoryService &history, const ApiCall &call)
{
    QueryReader query(call.request.query);
    interfaces::EventQuery wanted;
    wanted.mailing = query.id<MailingId>(QStringLiteral("mailing_id"));
    wanted.client = query.id<ClientId>(QStringLiteral("client_id"));
    wanted.message = query.id<MessageId>(QStringLiteral("message_id"));
    wanted.actor = query.text(QStringLiteral("actor")).value_or(QString());
    wanted.since = query.time(QStringLiteral("since"));
    const PageParameters page = query.page();
    if (isReadable(call, query))
        answerPage(
            call, page, history.page(wanted, page.request), [&history, wanted] { return history.count(wanted); },
            [](const domain::Event &event) { return json::toJson(event); });
}

} // namespace

Routes eventRoutes(const RestParts &parts)
{
    return {{"GET", "/api/v1/events", Access::SignedIn, BodyKind::None,
             [&history = parts.history](const ApiCall &call) { list(history, call); }}};
}

} // namespace core::rest
