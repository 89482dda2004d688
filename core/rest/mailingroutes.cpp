// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/routes.h"

#include "core/json/mailingjson.h"
#include "core/json/messagejson.h"
#include "core/json/objectreader.h"
#include "core/json/statisticsjson.h"
#include "core/rest/jsonbody.h"
#include "core/rest/pagination.h"
#include "core/rest/sharedreads.h"
#include "core/services/mailingservice.h"
#include "core/services/messageservice.h"
#include "core/services/statisticsservice.h"

namespace core::rest {

using domain::Mailing;
using json::ObjectReader;
using services::MailingConsent;
using services::MailingService;

namespace {

QJsonObject mailingObject(const Mailing &mailing)
{
    return json::toJson(mailing);
}

void list(MailingService &mailings, const ApiCall &call)
{
    QueryReader query(call.request.query);
    interfaces::MailingQuery wanted;
    wanted.state = query.choice(QStringLiteral("state"), domain::mailingStateFromText);
    wanted.search = query.text(QStringLiteral("q")).value_or(QString());
    wanted.withArchived = query.boolean(QStringLiteral("archived")).value_or(false);
    const PageParameters page = query.page();
    if (isReadable(call, query))
        answerPage(
            call, page, mailings.page(wanted, page.request), [&mailings, wanted] { return mailings.count(wanted); },
            [](const domain::MailingSummary &summary) { return mailingObject(summary.mailing); });
}

void show(MailingService &mailings, const ApiCall &call)
{
    QueryReader query(call.request.query);
    const bool withArchived = query.boolean(QStringLiteral("archived")).value_or(false);
    if (!isReadable(call, query))
        return;
    answerWith(call, mailings.find(idOf<MailingId>(call)), [withArchived](const Mailing &mailing) {
        if (mailing.archivedAt && !withArchived)
            return problemResponse(Error::make(ErrorKind::NotFound, "mailing.unknown", {mailing.id.text()}));
        return jsonResponse(mailingObject(mailing));
    });
}

void create(MailingService &mailings, const ApiCall &call)
{
    const auto request = bodyOf(call, json::mailingRequestFromJson, QStringList{QStringLiteral("text")});
    if (!request)
        return;
    const auto made = request->asDraft ? mailings.createDraft(call.actor, request->edit)
                                       : mailings.createScheduled(call.actor, request->edit, {request->allowDuplicate});
    answerWith(call, made, [](const Mailing &mailing) {
        return createdResponse(QStringLiteral("/api/v1/mailings/") + mailing.id.text(), mailingObject(mailing));
    });
}

/** What a body of PUT does not name gets its default. Errors: InvalidInput for what has none. */
Result<json::MailingRequest> completed(const QJsonObject &object)
{
    const QStringList needed{QStringLiteral("text"), QStringLiteral("start_at"), QStringLiteral("end_at")};
    HELIOGRAPH_ASSIGN(json::MailingRequest request, json::mailingChangeFromJson(object, needed));
    domain::MailingEdit &edit = request.edit;
    edit.name = edit.name.value_or(QString());
    edit.filter = edit.filter.value_or(domain::AudienceFilter());
    edit.audienceMode = edit.audienceMode.value_or(domain::AudienceMode::Frozen);
    edit.window = edit.window.value_or(std::nullopt);
    edit.repeat = edit.repeat.value_or(domain::Repeat::None);
    edit.repeatUntil = edit.repeatUntil.value_or(std::nullopt);
    edit.gateway = edit.gateway.value_or(GatewayId());
    edit.rateLimit = edit.rateLimit.value_or(std::nullopt);
    edit.priority = edit.priority.value_or(domain::Priority::Normal);
    edit.allowMissingFields = edit.allowMissingFields.value_or(false);
    return request;
}

void replace(MailingService &mailings, const ApiCall &call)
{
    if (const auto request = bodyOf(call, completed))
        answerJson(call, mailings.edit(call.actor, idOf<MailingId>(call), request->edit, {request->allowDuplicate}),
                   mailingObject);
}

void change(MailingService &mailings, const ApiCall &call)
{
    if (const auto request = bodyOf(call, json::mailingChangeFromJson, QStringList()))
        answerJson(call, mailings.edit(call.actor, idOf<MailingId>(call), request->edit, {request->allowDuplicate}),
                   mailingObject);
}

/** `?series=true`; nothing: the parameters were wrong, and that was answered. */
std::optional<bool> wholeSeries(const ApiCall &call)
{
    QueryReader query(call.request.query);
    const bool series = query.boolean(QStringLiteral("series")).value_or(false);
    return isReadable(call, query) ? std::optional(series) : std::nullopt;
}

void remove(MailingService &mailings, const ApiCall &call)
{
    const auto series = wholeSeries(call);
    const MailingId id = idOf<MailingId>(call);
    if (!series)
        return;
    if (!*series) {
        answerNothing(call, mailings.remove(call.actor, id));
        return;
    }
    // A finished one has nothing left to cancel; its series goes all the same.
    whenDone(mailings.cancel(call.actor, id, true), call.context, [&mailings, call, id](const Result<Mailing> &cancelled) {
        if (cancelled || cancelled.error().kind == ErrorKind::Conflict)
            answerNothing(call, mailings.remove(call.actor, id));
        else
            call.answer(problemResponse(cancelled.error()));
    });
}

void cancel(MailingService &mailings, const ApiCall &call)
{
    if (const auto series = wholeSeries(call))
        answerJson(call, mailings.cancel(call.actor, idOf<MailingId>(call), *series), mailingObject);
}

struct StartRequest
{
    std::optional<Instant> at;
    MailingConsent consent;
};

Result<StartRequest> startRequestFrom(const QJsonObject &object)
{
    ObjectReader reader(object);
    StartRequest request;
    request.at = reader.orNull(QStringLiteral("at"), &ObjectReader::time).value_or(std::nullopt);
    request.consent.allowDuplicate = reader.boolean(QStringLiteral("allow_duplicate")).value_or(false);
    if (const auto errors = reader.errors(); !errors.isEmpty())
        return Failure(Error::invalid(errors));
    return request;
}

void start(MailingService &mailings, const ApiCall &call)
{
    if (const auto request = bodyOf(call, startRequestFrom))
        answerJson(call, mailings.start(call.actor, idOf<MailingId>(call), request->at, request->consent), mailingObject);
}

struct RetryRequest
{
    QList<domain::MessageStatus> statuses;
    std::optional<Instant> endAt;
};

Result<RetryRequest> retryRequestFrom(const QJsonObject &object)
{
    ObjectReader reader(object);
    RetryRequest request;
    request.statuses = {domain::MessageStatus::Failed};
    if (const auto names = reader.texts(QStringLiteral("statuses"))) {
        request.statuses.clear();
        for (const QString &name : *names) {
            if (const auto status = domain::messageStatusFromText(name))
                request.statuses << *status;
            else
                reader.fail(QStringLiteral("statuses"), "json:choice", {name});
        }
    }
    request.endAt = reader.orNull(QStringLiteral("end_at"), &ObjectReader::time).value_or(std::nullopt);
    if (const auto errors = reader.errors(); !errors.isEmpty())
        return Failure(Error::invalid(errors));
    return request;
}

void retry(MailingService &mailings, const ApiCall &call)
{
    if (const auto request = bodyOf(call, retryRequestFrom))
        answerJson(call, mailings.retry(call.actor, idOf<MailingId>(call), request->statuses, request->endAt),
                   mailingObject);
}

void listMessages(const RestParts &parts, const ApiCall &call)
{
    QueryReader query(call.request.query);
    interfaces::MessageQuery wanted;
    wanted.mailing = idOf<MailingId>(call);
    wanted.phone = query.text(QStringLiteral("phone")).value_or(QString());
    wanted.statuses = query.choices(QStringLiteral("status"), domain::messageStatusFromText);
    const PageParameters page = query.page();
    if (!isReadable(call, query))
        return;
    // An unknown mailing has no list of messages, not an empty one.
    goOnWith(call, parts.mailings.find(wanted.mailing), [&parts, call, wanted, page](const Mailing &) {
        answerPage(
            call, page, parts.messages.page(wanted, page.request), [&parts, wanted] { return parts.messages.count(wanted); },
            [](const domain::Message &message) { return json::toJson(message); });
    });
}

} // namespace

Routes mailingRoutes(const RestParts &parts)
{
    MailingService &mailings = parts.mailings;
    // What dashboards ask again and again.
    const auto statistics = std::make_shared<SharedReads<MailingId, domain::MailingStatistics>>(
        [&service = parts.statistics](MailingId id) { return service.mailing(id); });
    const auto route = [&mailings](const char *method, const char *pattern, BodyKind body, auto handle) {
        return Route{method, pattern, Access::SignedIn, body,
                     [&mailings, handle](const ApiCall &call) { handle(mailings, call); }};
    };
    const auto pause = [](MailingService &service, const ApiCall &call) {
        answerJson(call, service.pause(call.actor, idOf<MailingId>(call)), mailingObject);
    };
    const auto resume = [](MailingService &service, const ApiCall &call) {
        answerJson(call, service.resume(call.actor, idOf<MailingId>(call)), mailingObject);
    };
    return {
        route("GET", "/api/v1/mailings", BodyKind::None, list),
        route("POST", "/api/v1/mailings", BodyKind::Json, create),
        route("GET", "/api/v1/mailings/{id}", BodyKind::None, show),
        route("PUT", "/api/v1/mailings/{id}", BodyKind::Json, replace),
        route("PATCH", "/api/v1/mailings/{id}", BodyKind::Json, change),
        route("DELETE", "/api/v1/mailings/{id}", BodyKind::None, remove),
        route("POST", "/api/v1/mailings/{id}/start", BodyKind::Json, start),
        route("POST", "/api/v1/mailings/{id}/pause", BodyKind::None, pause),
        route("POST", "/api/v1/mailings/{id}/resume", BodyKind::None, resume),
        route("POST", "/api/v1/mailings/{id}/cancel", BodyKind::None, cancel),
        route("POST", "/api/v1/mailings/{id}/retry", BodyKind::Json, retry),
        {"GET", "/api/v1/mailings/{id}/statistics", Access::SignedIn, BodyKind::None,
         [statistics](const ApiCall &call) {
             answerJson(call, statistics->ask(idOf<MailingId>(call)),
                        [](const domain::MailingStatistics &found) { return json::toJson(found); });
         }},
        {"GET", "/api/v1/mailings/{id}/messages", Access::SignedIn, BodyKind::None,
         [&parts](const ApiCall &call) { listMessages(parts, call); }},
    };
}

} // namespace core::rest
