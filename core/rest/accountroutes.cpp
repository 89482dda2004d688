// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/routes.h"

#include "core/json/objectreader.h"
#include "core/json/userjson.h"
#include "core/rest/jsonbody.h"
#include "core/rest/pagination.h"
#include "core/services/accountservice.h"

namespace core::rest {

using domain::User;
using domain::UserEdit;
using services::AccountService;

namespace {

QJsonObject userObject(const User &user)
{
    return json::toJson(user);
}

struct SignInRequest
{
    QString email;
    QString password;
};

Result<SignInRequest> signInRequestFrom(const QJsonObject &object)
{
    json::ObjectReader reader(object);
    SignInRequest request;
    request.email = reader.text(QStringLiteral("email")).value_or(QString());
    request.password = reader.text(QStringLiteral("password")).value_or(QString());
    reader.need({QStringLiteral("email"), QStringLiteral("password")});
    if (const auto errors = reader.errors(); !errors.isEmpty())
        return Failure(Error::invalid(errors));
    return request;
}

void signIn(AccountService &accounts, const ApiCall &call)
{
    const auto request = bodyOf(call, signInRequestFrom);
    if (!request)
        return;
    whenDone(accounts.signIn(request->email, request->password, call.request.address), call.context,
             [answer = call.answer](const Result<domain::SignedIn> &signedIn) {
                 if (signedIn)
                     answer(jsonResponse(json::toJson(*signedIn)));
                 else if (signedIn.error().kind == ErrorKind::PermissionDenied)
                     answer(problemResponse(401, signedIn.error()));
                 else
                     answer(problemResponse(signedIn.error()));
             });
}

void list(AccountService &accounts, const ApiCall &call)
{
    QueryReader query(call.request.query);
    const PageParameters page = query.page();
    if (isReadable(call, query))
        answerPage(
            call, page, accounts.page(call.actor, page.request),
            [&accounts, actor = call.actor] { return accounts.count(actor); }, userObject);
}

/** An administrator adds anybody; where registration is open, everybody else adds viewers. */
void create(AccountService &accounts, const ApiCall &call)
{
    const QStringList needed{QStringLiteral("email"), QStringLiteral("name"), QStringLiteral("password")};
    const auto edit = bodyOf(call, json::userEditFromJson, needed);
    if (!edit)
        return;
    const bool byAdmin = call.actor.user.isValid() && call.actor.role == domain::Role::Admin;
    const auto made = byAdmin ? accounts.create(call.actor, *edit) : accounts.registerUser(*edit);
    const bool isNobody = !call.actor.user.isValid();
    whenDone(made, call.context, [answer = call.answer, isNobody](const Result<User> &user) {
        if (user)
            answer(createdResponse(QStringLiteral("/api/v1/users/") + user->id.text(), userObject(*user)));
        else if (user.error().kind == ErrorKind::PermissionDenied && isNobody)
            answer(problemResponse(401, user.error()));
        else
            answer(problemResponse(user.error()));
    });
}

/** What a body of PUT must name: there is no default for who somebody is. */
Result<UserEdit> wholeUserFrom(const QJsonObject &object)
{
    const QStringList needed{QStringLiteral("email"), QStringLiteral("name"), QStringLiteral("role")};
    HELIOGRAPH_ASSIGN(UserEdit edit, json::userEditFromJson(object, needed));
    edit.active = edit.active.value_or(true);
    return edit;
}

/** `users/me` is whoever calls. */
UserId whoIsMeant(const ApiCall &call)
{
    return call.args.isEmpty() ? call.actor.user : idOf<UserId>(call);
}

/** What is named and equal already is no wish: so that a user may send the whole object back to change its name. */
UserEdit withoutWhatStays(UserEdit edit, const User &user)
{
    if (edit.email && domain::comparableEmail(*edit.email) == user.email)
        edit.email.reset();
    if (edit.role == user.role)
        edit.role.reset();
    if (edit.active == user.active)
        edit.active.reset();
    return edit;
}

void change(AccountService &accounts, const ApiCall &call, bool whole)
{
    const auto edit = whole ? bodyOf(call, wholeUserFrom) : bodyOf(call, json::userEditFromJson, QStringList());
    if (!edit)
        return;
    goOnWith(call, accounts.find(call.actor, whoIsMeant(call)), [&accounts, call, edit = *edit](const User &user) {
        answerJson(call, accounts.edit(call.actor, user.id, withoutWhatStays(edit, user)), userObject);
    });
}

} // namespace

Routes accountRoutes(const RestParts &parts)
{
    AccountService &accounts = parts.accounts;
    const auto route = [&accounts](const char *method, const char *pattern, Access access, BodyKind body, auto handle) {
        return Route{method, pattern, access, body, [&accounts, handle](const ApiCall &call) { handle(accounts, call); }};
    };
    const auto show = [](AccountService &service, const ApiCall &call) {
        answerJson(call, service.find(call.actor, whoIsMeant(call)), userObject);
    };
    const auto replace = [](AccountService &service, const ApiCall &call) { change(service, call, true); };
    const auto patch = [](AccountService &service, const ApiCall &call) { change(service, call, false); };
    const auto remove = [](AccountService &service, const ApiCall &call) {
        answerNothing(call, service.remove(call.actor, whoIsMeant(call)));
    };
    Routes routes{
        route("POST", "/api/v1/auth/token", Access::Public, BodyKind::Json, signIn),
        route("GET", "/api/v1/users", Access::Admin, BodyKind::None, list),
        route("POST", "/api/v1/users", Access::Anybody, BodyKind::Json, create),
    };
    for (const char *pattern : {"/api/v1/users/me", "/api/v1/users/{id}"}) {
        routes << route("GET", pattern, Access::SignedIn, BodyKind::None, show)
               << route("PUT", pattern, Access::SignedIn, BodyKind::Json, replace)
               << route("PATCH", pattern, Access::SignedIn, BodyKind::Json, patch)
               << route("DELETE", pattern, Access::SignedIn, BodyKind::None, remove);
    }
    return routes;
}

} // namespace core::rest
