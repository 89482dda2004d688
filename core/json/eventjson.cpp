// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/eventjson.h"

#include "core/json/values.h"

#include <QJsonDocument>

namespace core::json {

QJsonValue eventSide(const QString &stored)
{
    const QJsonDocument document = QJsonDocument::fromJson(stored.toUtf8());
    return document.isObject() ? QJsonValue(document.object()) : textOrNull(stored);
}

QJsonObject toJson(const domain::Event &event)
{
    return {
        {QStringLiteral("id"), event.id.value},
        {QStringLiteral("at"), value(event.at)},
        {QStringLiteral("actor"), event.actor},
        {QStringLiteral("action"), event.action},
        {QStringLiteral("mailing_id"), value(event.mailing)},
        {QStringLiteral("client_id"), value(event.client)},
        {QStringLiteral("message_id"), value(event.message)},
        {QStringLiteral("before"), eventSide(event.before)},
        {QStringLiteral("after"), eventSide(event.after)},
    };
}

} // namespace core::json
