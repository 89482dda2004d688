// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/problem.h"

#include "core/base/errorsentences.h"

#include <QJsonArray>

namespace core::rest {

namespace {

QString sentence(const QString &code, const QStringList &args)
{
    const char *text = errorSentence(code, args);
    return text ? filledSentence(QString::fromUtf8(text), args) : code;
}

} // namespace

QString reasonPhrase(int status)
{
    switch (status) {
    case 400:
        return QStringLiteral("Bad Request");
    case 401:
        return QStringLiteral("Unauthorized");
    case 403:
        return QStringLiteral("Forbidden");
    case 404:
        return QStringLiteral("Not Found");
    case 405:
        return QStringLiteral("Method Not Allowed");
    case 408:
        return QStringLiteral("Request Timeout");
    case 409:
        return QStringLiteral("Conflict");
    case 413:
        return QStringLiteral("Content Too Large");
    case 415:
        return QStringLiteral("Unsupported Media Type");
    case 422:
        return QStringLiteral("Unprocessable Content");
    case 429:
        return QStringLiteral("Too Many Requests");
    case 431:
        return QStringLiteral("Request Header Fields Too Large");
    case 501:
        return QStringLiteral("Not Implemented");
    case 503:
        return QStringLiteral("Service Unavailable");
    case 505:
        return QStringLiteral("HTTP Version Not Supported");
    case 507:
        return QStringLiteral("Insufficient Storage");
    default:
        return QStringLiteral("Internal Server Error");
    }
}

int httpStatus(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput:
        return 422;
    case ErrorKind::NotFound:
        return 404;
    case ErrorKind::Conflict:
        return 409;
    case ErrorKind::PermissionDenied:
        return 403;
    case ErrorKind::Throttled:
        return 429;
    case ErrorKind::Unavailable:
    case ErrorKind::Timeout:
    case ErrorKind::Cancelled: // the program is ending
        return 503;
    case ErrorKind::Corrupt:
    case ErrorKind::Internal:
        return 500;
    }
    return 500;
}

QJsonObject problem(const Error &error)
{
    return problem(error, httpStatus(error.kind));
}

QJsonObject problem(const Error &error, int status)
{
    QJsonArray errors;
    for (const FieldError &field : error.fields) {
        errors.append(QJsonObject{
            {QStringLiteral("field"), field.field},
            {QStringLiteral("message"), sentence(field.code, field.args)},
        });
    }
    return {
        {QStringLiteral("type"), QString(QStringLiteral("urn:heliograph:") + error.code)},
        {QStringLiteral("title"), reasonPhrase(status)},
        {QStringLiteral("status"), status},
        {QStringLiteral("detail"), sentence(error.code, error.args)},
        {QStringLiteral("errors"), errors},
    };
}

} // namespace core::rest
