// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/routes.h"

#include "core/json/clientjson.h"
#include "core/rest/jsonbody.h"
#include "core/rest/pagination.h"
#include "core/services/clientservice.h"

namespace core::rest {

using domain::Client;
using domain::ClientEdit;
using services::ClientService;

namespace {

QJsonObject clientObject(const Client &client)
{
    return json::toJson(client);
}

void list(ClientService &clients, const ApiCall &call)
{
    QueryReader query(call.request.query);
    interfaces::ClientQuery wanted;
    wanted.search = query.text(QStringLiteral("q")).value_or(QString());
    wanted.operatorCodes = query.texts(QStringLiteral("operator_code"));
    wanted.tags = query.texts(QStringLiteral("tag"));
    wanted.timezone = query.text(QStringLiteral("timezone")).value_or(QString());
    if (const auto phone = query.text(QStringLiteral("phone"))) {
        const auto parsed = domain::PhoneNumber::parse(*phone);
        if (parsed)
            wanted.phone = *parsed;
        else
            query.add(parsed.error());
    }
    const PageParameters page = query.page();
    if (isReadable(call, query))
        answerPage(
            call, page, clients.page(wanted, page.request), [&clients, wanted] { return clients.count(wanted); },
            clientObject);
}

/** What a whole client has no default for. */
QStringList neededFields()
{
    return {QStringLiteral("phone")};
}

void create(ClientService &clients, const ApiCall &call)
{
    const auto edit = bodyOf(call, json::clientEditFromJson, neededFields());
    if (edit)
        answerWith(call, clients.add(call.actor, *edit), [](const Client &client) {
            return createdResponse(QStringLiteral("/api/v1/clients/") + client.id.text(), clientObject(client));
        });
}

/** What a body of PUT does not name gets its default; but nobody is opted in by being forgotten. */
ClientEdit completed(ClientEdit edit)
{
    edit.operatorCode = edit.operatorCode.value_or(QString());
    edit.tags = edit.tags.value_or(QStringList());
    edit.timezone = edit.timezone.value_or(QString());
    edit.attributes = edit.attributes.value_or(domain::Attributes());
    edit.consent = edit.consent.value_or(std::nullopt);
    return edit;
}

void change(ClientService &clients, const ApiCall &call, bool whole)
{
    const auto edit = bodyOf(call, json::clientEditFromJson, whole ? neededFields() : QStringList());
    if (edit)
        answerJson(call, clients.edit(call.actor, idOf<ClientId>(call), whole ? completed(*edit) : *edit), clientObject);
}

/** Answers with the client as it is then. */
void optOut(ClientService &clients, const ApiCall &call, bool out)
{
    const ClientId id = idOf<ClientId>(call);
    goOnWith(call, clients.find(id), [&clients, call, id, out](const Client &) {
        const auto done = out ? clients.optOut(call.actor, {id}) : clients.optIn(call.actor, {id});
        whenDone(done, call.context, [&clients, call, id, out](const Result<QList<ClientId>> &changed) {
            if (!changed)
                call.answer(problemResponse(changed.error()));
            else if (out)
                answerJson(call, clients.find(id), clientObject);
            else
                call.answer(noContent());
        });
    });
}

void remove(ClientService &clients, const ApiCall &call)
{
    const ClientId id = idOf<ClientId>(call);
    goOnWith(call, clients.find(id),
             [&clients, call, id](const Client &) { answerNothing(call, clients.remove(call.actor, {id})); });
}

} // namespace

Routes clientRoutes(const RestParts &parts)
{
    ClientService &clients = parts.clients;
    const auto route = [&clients](const char *method, const char *pattern, BodyKind body, auto handle) {
        return Route{method, pattern, Access::SignedIn, body,
                     [&clients, handle](const ApiCall &call) { handle(clients, call); }};
    };
    const auto changeWhole = [](ClientService &service, const ApiCall &call) { change(service, call, true); };
    const auto changePart = [](ClientService &service, const ApiCall &call) { change(service, call, false); };
    const auto leave = [](ClientService &service, const ApiCall &call) { optOut(service, call, true); };
    const auto comeBack = [](ClientService &service, const ApiCall &call) { optOut(service, call, false); };
    const auto show = [](ClientService &service, const ApiCall &call) {
        answerJson(call, service.find(idOf<ClientId>(call)), clientObject);
    };
    return {
        route("GET", "/api/v1/clients", BodyKind::None, list),
        route("POST", "/api/v1/clients", BodyKind::Json, create),
        route("GET", "/api/v1/clients/{id}", BodyKind::None, show),
        route("PUT", "/api/v1/clients/{id}", BodyKind::Json, changeWhole),
        route("PATCH", "/api/v1/clients/{id}", BodyKind::Json, changePart),
        route("DELETE", "/api/v1/clients/{id}", BodyKind::None, remove),
        route("PUT", "/api/v1/clients/{id}/opt-out", BodyKind::None, leave),
        route("DELETE", "/api/v1/clients/{id}/opt-out", BodyKind::None, comeBack),
    };
}

} // namespace core::rest
