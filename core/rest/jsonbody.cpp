// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/jsonbody.h"

#include <QJsonDocument>

namespace core::rest {

Result<QJsonObject> jsonObjectFrom(const QByteArray &body)
{
    if (body.trimmed().isEmpty())
        return QJsonObject();
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Failure(
            Error::make(ErrorKind::InvalidInput, "request.json", {QString::number(problem.offset), problem.errorString()}));
    if (!document.isObject())
        return Failure(Error::make(ErrorKind::InvalidInput, "request.not_object"));
    return document.object();
}

} // namespace core::rest
