// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/routes.h"

#include "core/json/messagejson.h"
#include "core/rest/pagination.h"
#include "core/services/messageservice.h"

namespace core::rest {

using services::MessageDetails;
using services::MessageService;

namespace {

void list(MessageService &messages, const ApiCall &call)
{
    QueryReader query(call.request.query);
    interfaces::MessageQuery wanted;
    wanted.mailing = query.id<MailingId>(QStringLiteral("mailing_id"));
    wanted.client = query.id<ClientId>(QStringLiteral("client_id"));
    wanted.statuses = query.choices(QStringLiteral("status"), domain::messageStatusFromText);
    const PageParameters page = query.page();
    if (isReadable(call, query))
        answerPage(
            call, page, messages.page(wanted, page.request), [&messages, wanted] { return messages.count(wanted); },
            [](const domain::Message &message) { return json::toJson(message); });
}

} // namespace

Routes messageRoutes(const RestParts &parts)
{
    MessageService &messages = parts.messages;
    return {
        {"GET", "/api/v1/messages", Access::SignedIn, BodyKind::None,
         [&messages](const ApiCall &call) { list(messages, call); }},
        {"GET", "/api/v1/messages/{id}", Access::SignedIn, BodyKind::None,
         [&messages](const ApiCall &call) {
             answerJson(call, messages.details(idOf<MessageId>(call)), [](const MessageDetails &details) {
                 return json::toJson(details.message, details.attempts, details.text);
             });
         }},
    };
}

} // namespace core::rest
