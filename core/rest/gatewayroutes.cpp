// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/routes.h"

#include "core/json/gatewayjson.h"
#include "core/json/objectreader.h"
#include "core/rest/jsonbody.h"
#include "core/rest/pagination.h"
#include "core/services/gatewayservice.h"

#include <algorithm>

namespace core::rest {

using domain::GatewayWithState;
using services::GatewayService;

namespace {

QJsonObject gatewayObject(const GatewayWithState &gateway)
{
    return json::toJson(gateway);
}

/** There are a handful: they are read together, and parted here. */
domain::Page<GatewayWithState> pageOf(QList<GatewayWithState> all, const domain::PageRequest &request)
{
    std::sort(all.begin(), all.end(),
              [](const GatewayWithState &one, const GatewayWithState &other) { return one.profile.id > other.profile.id; });
    if (const auto last = domain::decodedCursor(request.after))
        all.removeIf([&last](const GatewayWithState &gateway) { return gateway.profile.id.value >= last->id; });
    domain::Page<GatewayWithState> page{all.mid(0, request.limit), {}};
    if (all.size() > page.rows.size())
        page.next = domain::encodedCursor({{}, page.rows.last().profile.id.value});
    return page;
}

void list(GatewayService &gateways, const ApiCall &call)
{
    QueryReader query(call.request.query);
    const PageParameters page = query.page();
    if (!isReadable(call, query))
        return;
    answerJson(call, gateways.list(), [page](const QList<GatewayWithState> &all) {
        const auto count = page.withCount ? std::optional<qint64>(all.size()) : std::nullopt;
        return pageObject(pageOf(all, page.request), count, gatewayObject);
    });
}

void create(GatewayService &gateways, const ApiCall &call)
{
    const auto edit = bodyOf(call, [](const QJsonObject &object) { return json::gatewayEditFromJson(object); });
    if (edit)
        answerWith(call, gateways.add(call.actor, *edit), [](const GatewayWithState &gateway) {
            return createdResponse(QStringLiteral("/api/v1/gateways/") + gateway.profile.id.text(), gatewayObject(gateway));
        });
}

void change(GatewayService &gateways, const ApiCall &call)
{
    const GatewayId id = idOf<GatewayId>(call);
    goOnWith(call, gateways.find(id), [&gateways, call, id](const GatewayWithState &base) {
        const auto edit =
            bodyOf(call, [&base](const QJsonObject &object) { return json::gatewayEditFromJson(object, base.profile); });
        if (edit)
            answerJson(call, gateways.edit(call.actor, id, *edit), gatewayObject);
    });
}

struct TestRequest
{
    QString phone;
    QString text;
};

Result<TestRequest> testRequestFrom(const QJsonObject &object)
{
    json::ObjectReader reader(object);
    TestRequest request;
    request.phone = reader.text(QStringLiteral("phone")).value_or(QString());
    request.text = reader.text(QStringLiteral("text")).value_or(QStringLiteral("Test"));
    if (request.text.trimmed().isEmpty())
        reader.fail(QStringLiteral("text"), "json:missing");
    if (const auto errors = reader.errors(); !errors.isEmpty())
        return Failure(Error::invalid(errors));
    return request;
}

QJsonObject answerObject(const interfaces::GatewayAnswer &answer)
{
    return {{QStringLiteral("accepted"), answer.kind == domain::AnswerKind::Accepted},
            {QStringLiteral("kind"), domain::toText(answer.kind)},
            {QStringLiteral("status"), answer.httpStatus > 0 ? QJsonValue(answer.httpStatus) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("answer"), answer.text}};
}

void test(GatewayService &gateways, const ApiCall &call)
{
    if (const auto request = bodyOf(call, testRequestFrom))
        answerJson(call, gateways.test(call.actor, idOf<GatewayId>(call), request->phone, request->text), answerObject);
}

/** Puts a gateway that needed attention back to work. */
void reset(GatewayService &gateways, const ApiCall &call)
{
    const GatewayId id = idOf<GatewayId>(call);
    whenDone(gateways.reset(call.actor, id), call.context, [&gateways, call, id](const Status &status) {
        if (status)
            answerJson(call, gateways.find(id), gatewayObject);
        else
            call.answer(problemResponse(status.error()));
    });
}

} // namespace

Routes gatewayRoutes(const RestParts &parts)
{
    GatewayService &gateways = parts.gateways;
    const auto route = [&gateways](const char *method, const char *pattern, BodyKind body, auto handle) {
        return Route{method, pattern, Access::Admin, body,
                     [&gateways, handle](const ApiCall &call) { handle(gateways, call); }};
    };
    const auto show = [](GatewayService &service, const ApiCall &call) {
        answerJson(call, service.find(idOf<GatewayId>(call)), gatewayObject);
    };
    const auto remove = [](GatewayService &service, const ApiCall &call) {
        answerNothing(call, service.remove(call.actor, idOf<GatewayId>(call)));
    };
    return {
        route("GET", "/api/v1/gateways", BodyKind::None, list),
        route("POST", "/api/v1/gateways", BodyKind::Json, create),
        route("GET", "/api/v1/gateways/{id}", BodyKind::None, show),
        route("PATCH", "/api/v1/gateways/{id}", BodyKind::Json, change),
        route("DELETE", "/api/v1/gateways/{id}", BodyKind::None, remove),
        route("POST", "/api/v1/gateways/{id}/test", BodyKind::Json, test),
        route("POST", "/api/v1/gateways/{id}/reset", BodyKind::None, reset),
    };
}

} // namespace core::rest
