// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What every call passes before it reaches its route: path, method, token, role, kind of body.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/rest/router.h"

#include <QFuture>

namespace core::rest {

/** What the guard asks others. */
struct GuardQuestions
{
    /** Who a token belongs to. Errors: PermissionDenied token.invalid. */
    std::function<QFuture<Result<domain::Actor>>(const QString &token)> whose;
    /** Metrics need no token. */
    std::function<QFuture<Result<bool>>()> areMetricsPublic;
};

/**
 * Promises:
 *  - A call without a valid token reaches public routes alone: 401, also where the path is unknown to us.
 *  - Whoever the rule of a route refuses (Route::mayCall) is refused by the head alone: 403.
 *  - Every call is answered once, and leaves one line in the log, without its parameters.
 *
 * Thread: rest.
 */
class RequestGuard : public QObject
{
    Q_OBJECT

public:
    RequestGuard(Routes routes, GuardQuestions questions, const Clock &clock);

    void handle(ApiRequest request, Answer answer);
    /** Why a call with this head is refused before its body is read; nothing: it may go on. */
    void checkHead(const ApiRequest &request, QObject *context, std::function<void(std::optional<ApiResponse>)> then);
    [[nodiscard]] const Router &router() const { return m_router; }
    /** What users and tokens were known is asked anew. */
    void forgetTokens()
    {
        m_actors.clear();
        ++m_timesForgotten;
    }

private:
    struct Known
    {
        domain::Actor actor;
        Ticks until{};
    };

    void handleSignedIn(std::optional<Router::Found> found, ApiRequest request, const Answer &done);
    void authenticate(const QString &token, QObject *context, std::function<void(const Result<domain::Actor> &)> then);
    void call(const std::optional<Router::Found> &found, const ApiRequest &request, const domain::Actor &actor,
              Answer answer);
    [[nodiscard]] Answer logged(const ApiRequest &request, Answer answer) const;

    const Router m_router;
    const GuardQuestions m_questions;
    const Clock &m_clock;
    QHash<QString, Known> m_actors; ///< by token, for some seconds
    int m_timesForgotten = 0;
};

} // namespace core::rest
