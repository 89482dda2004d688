// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One call of the REST interface as a value: what was asked, by whom, and where the answer goes.
 *
 * Knows nothing of Qt's HTTP server (core/rest/restserver does), so that routes are tested without a socket.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/user.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QUrlQuery>
#include <functional>
#include <memory>
#include <utility>

class QTemporaryFile;

namespace core::rest {

struct ApiRequest
{
    QByteArray method;
    QStringList path; ///< decoded segments; a trailing slash leaves an empty one
    QUrlQuery query;
    QByteArray contentType; ///< lower-cased, without parameters
    QByteArray body;
    std::shared_ptr<QTemporaryFile> bodyFile; ///< the body of a route that takes a file
    QString token;                            ///< of `Authorization: Bearer`; empty: none
    QString address;                          ///< of the client
};

struct ApiResponse
{
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QString file = {}; ///< sent in place of the body, piece by piece
};

/** Called once, in the thread of the interface; may come after the client has left. */
using Answer = std::function<void(const ApiResponse &)>;

struct ApiCall
{
    ApiRequest request;
    QStringList args; ///< what stands in the place of `{…}` in the route, in order
    domain::Actor actor;
    QObject *context = nullptr; ///< answers are dropped once it is gone
    Answer answer;
};

/** Who may call a route at all; what they may do there is decided by the services. */
enum class Access : quint8 {
    Public,
    SignedIn,
    Admin,
    Anybody, ///< without a token, or with a valid one
    Metrics, ///< public where a setting says so
};

enum class BodyKind : quint8 { None, Json, File };

struct Route
{
    const char *method;
    const char *pattern; ///< for instance "/api/v1/clients/{id}"; `{id}` stands for a positive number
    Access access = Access::SignedIn;
    BodyKind body = BodyKind::None;
    std::function<void(const ApiCall &)> handle;
    /** The rule of the service, where it can be asked before the body has come: whoever it refuses need not send one. */
    std::function<Status(const domain::Actor &)> mayCall = {};
};

using Routes = QList<Route>;

} // namespace core::rest
