// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/requestguard.h"

#include "core/base/logging.h"
#include "core/rest/answers.h"

namespace core::rest {

namespace {

constexpr std::chrono::seconds actorsKept{5};
constexpr qsizetype mostActors = 1000;

/** Of somebody whose token does not tell who it is. */
ApiResponse refusal(const Error &error)
{
    return error.kind == ErrorKind::PermissionDenied ? problemResponse(401, error) : problemResponse(error);
}

/** Who comes without a token. */
domain::Actor nobody()
{
    return {.user = {}, .label = {}, .role = domain::Role::Viewer};
}

ApiResponse methodNotAllowed(const Router::Found &found)
{
    ApiResponse response = problemResponse(405, Error::make(ErrorKind::InvalidInput, "request.method"));
    response.headers.emplaceBack("Allow", found.allowed.join(", "));
    return response;
}

/** What the head alone tells to be wrong with the body. */
std::optional<ApiResponse> bodyProblem(const Route &route, const ApiRequest &request, bool hasBody)
{
    if (!hasBody || route.body == BodyKind::None)
        return std::nullopt;
    const bool fits = route.body == BodyKind::File ? request.contentType == "text/csv"
                                                   : request.contentType == "application/json" ||
                                                         request.contentType == "application/merge-patch+json";
    if (fits)
        return std::nullopt;
    const QString wanted = route.body == BodyKind::File ? QStringLiteral("text/csv") : QStringLiteral("application/json");
    return problemResponse(415, Error::make(ErrorKind::InvalidInput, "request.media_type", {wanted}));
}

std::optional<ApiResponse> routeProblem(const std::optional<Router::Found> &found, const domain::Actor &actor,
                                        const ApiRequest &request, bool hasBody)
{
    if (!found)
        return problemResponse(Error::make(ErrorKind::NotFound, "request.path"));
    if (!found->route)
        return methodNotAllowed(*found);
    if (found->route->access == Access::Admin && actor.role != domain::Role::Admin)
        return problemResponse(Error::make(ErrorKind::PermissionDenied, "access.admin"));
    if (const Status may = found->route->mayCall ? found->route->mayCall(actor) : Status(); !may)
        return problemResponse(may.error());
    return bodyProblem(*found->route, request, hasBody);
}

} // namespace

RequestGuard::RequestGuard(Routes routes, GuardQuestions questions, const Clock &clock)
    : m_router(std::move(routes)), m_questions(std::move(questions)), m_clock(clock)
{}

void RequestGuard::handle(ApiRequest request, Answer answer)
{
    const Answer done = logged(request, std::move(answer));
    const std::optional<Router::Found> found = m_router.find(request.method, request.path);
    const Access access = found && found->route ? found->route->access : Access::SignedIn;
    if (access == Access::Public || (access == Access::Anybody && request.token.isEmpty())) {
        call(found, request, nobody(), done);
        return;
    }
    if (access != Access::Metrics || !request.token.isEmpty()) {
        handleSignedIn(found, std::move(request), done);
        return;
    }
    whenDone(m_questions.areMetricsPublic(), this,
             [this, found, request = std::move(request), done](const Result<bool> &isPublic) {
                 if (isPublic.value_or(false))
                     call(found, request, nobody(), done);
                 else
                     handleSignedIn(found, request, done);
             });
}

void RequestGuard::handleSignedIn(std::optional<Router::Found> found, ApiRequest request, const Answer &done)
{
    const QString token = request.token;
    authenticate(token, this,
                 [this, found = std::move(found), request = std::move(request), done](const Result<domain::Actor> &actor) {
                     if (actor)
                         call(found, request, *actor, done);
                     else
                         done(refusal(actor.error()));
                 });
}

void RequestGuard::call(const std::optional<Router::Found> &found, const ApiRequest &request, const domain::Actor &actor,
                        Answer answer)
{
    if (auto problem = routeProblem(found, actor, request, !request.body.isEmpty() || request.bodyFile))
        answer(*problem);
    else
        found->route->handle({request, found->args, actor, this, std::move(answer)});
}

void RequestGuard::checkHead(const ApiRequest &request, QObject *context,
                             std::function<void(std::optional<ApiResponse>)> then)
{
    const std::optional<Router::Found> found = m_router.find(request.method, request.path);
    const Access access = found && found->route ? found->route->access : Access::SignedIn;
    if (access == Access::Public || (access == Access::Anybody && request.token.isEmpty())) {
        then(bodyProblem(*found->route, request, true));
        return;
    }
    authenticate(request.token, context, [found, request, then = std::move(then)](const Result<domain::Actor> &actor) {
        if (!actor)
            then(refusal(actor.error()));
        else
            then(routeProblem(found, *actor, request, true));
    });
}

void RequestGuard::authenticate(const QString &token, QObject *context,
                                std::function<void(const Result<domain::Actor> &)> then)
{
    if (token.isEmpty()) {
        then(Failure(Error::make(ErrorKind::PermissionDenied, "token.invalid")));
        return;
    }
    if (const auto known = m_actors.constFind(token); known != m_actors.cend() && known->until > m_clock.ticks()) {
        const domain::Actor actor = known->actor;
        then(actor);
        return;
    }
    const auto known = [this, token, asked = m_timesForgotten, then = std::move(then)](const Result<domain::Actor> &actor) {
        if (m_actors.size() >= mostActors)
            m_actors.clear();
        // What was asked before a token was revoked is no answer for later.
        if (actor && asked == m_timesForgotten)
            m_actors.insert(token, {*actor, m_clock.ticks() + actorsKept});
        then(actor);
    };
    whenDone(m_questions.whose(token), context, known);
}

Answer RequestGuard::logged(const ApiRequest &request, Answer answer) const
{
    // A path is what a stranger wrote: it may hold a phone, or a line of its own.
    const QString path = logValue(redacted(u'/' + request.path.join(u'/')));
    const QString what =
        QStringLiteral("method=%1 path=%2 address=%3").arg(QString::fromLatin1(request.method), path, request.address);
    return [this, begun = m_clock.ticks(), what, answer = std::move(answer)](const ApiResponse &response) {
        const auto took = std::chrono::duration_cast<Milliseconds>(m_clock.ticks() - begun);
        qCInfo(logRest).noquote().nospace() << what << " status=" << response.status << " ms=" << took.count() << ' ';
        answer(response);
    };
}

} // namespace core::rest
