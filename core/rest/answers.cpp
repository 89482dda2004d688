// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/answers.h"

#include "core/rest/problem.h"

#include <QJsonDocument>

namespace core::rest {

ApiResponse jsonResponse(const QJsonObject &object, int status)
{
    return {.status = status, .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

ApiResponse createdResponse(const QString &location, const QJsonObject &object)
{
    ApiResponse response = jsonResponse(object, 201);
    response.headers.emplaceBack("Location", location.toUtf8());
    return response;
}

ApiResponse noContent()
{
    return {.status = 204, .contentType = {}};
}

ApiResponse problemResponse(const Error &error)
{
    return problemResponse(httpStatus(error.kind), error);
}

ApiResponse problemResponse(int status, const Error &error)
{
    ApiResponse response = jsonResponse(problem(error, status), status);
    response.contentType = "application/problem+json";
    if (status == 401)
        response.headers.emplaceBack("WWW-Authenticate", "Bearer realm=\"heliograph\"");
    if (status == 429 && !error.args.isEmpty())
        response.headers.emplaceBack("Retry-After", error.args.first().toLatin1());
    return response;
}

} // namespace core::rest
