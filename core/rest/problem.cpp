// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/problem.h"

#include "core/base/errorsentences.h"

#include <QJsonArray>

namespace core::rest {

namespace {

QString sentence(const QString &code, const QStringList &args)
{
    const char *text = errorSentence(code);
    return text ? filledSentence(QString::fromUtf8(text), args) : code;
}

QString title(int status)
{
    switch (status) {
    case 403:
        return QStringLiteral("Forbidden");
    case 404:
        return QStringLiteral("Not Found");
    case 409:
        return QStringLiteral("Conflict");
    case 422:
        return QStringLiteral("Unprocessable Content");
    case 429:
        return QStringLiteral("Too Many Requests");
    case 503:
        return QStringLiteral("Service Unavailable");
    default:
        return QStringLiteral("Internal Server Error");
    }
}

} // namespace

int httpStatus(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput:
        return 422;
    case ErrorKind::NotFound:
        return 404;
    case ErrorKind::Conflict:
    case ErrorKind::Cancelled:
        return 409;
    case ErrorKind::PermissionDenied:
        return 403;
    case ErrorKind::Throttled:
        return 429;
    case ErrorKind::Unavailable:
    case ErrorKind::Timeout:
        return 503;
    case ErrorKind::Corrupt:
    case ErrorKind::Internal:
        return 500;
    }
    return 500;
}

QJsonObject problem(const Error &error)
{
    QJsonArray errors;
    for (const FieldError &field : error.fields) {
        errors.append(QJsonObject{
            {QStringLiteral("field"), field.field},
            {QStringLiteral("message"), sentence(field.code, field.args)},
        });
    }
    const int status = httpStatus(error.kind);
    return {
        {QStringLiteral("type"), QString(QStringLiteral("urn:heliograph:") + error.code)},
        {QStringLiteral("title"), title(status)},
        {QStringLiteral("status"), status},
        {QStringLiteral("detail"), sentence(error.code, error.args)},
        {QStringLiteral("errors"), errors},
    };
}

} // namespace core::rest
