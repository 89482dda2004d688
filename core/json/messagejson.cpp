// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/messagejson.h"

#include "core/json/values.h"

namespace core::json {

namespace {

QJsonValue status(int httpStatus)
{
    return httpStatus > 0 ? QJsonValue(httpStatus) : QJsonValue(QJsonValue::Null);
}

QJsonValue toJson(const std::optional<domain::MessageError> &error)
{
    if (!error)
        return QJsonValue::Null;
    return QJsonObject{
        {QStringLiteral("kind"), domain::toText(error->kind)},
        {QStringLiteral("status"), status(error->httpStatus)},
        {QStringLiteral("answer"), error->answer},
    };
}

} // namespace

QJsonObject toJson(const domain::Message &message)
{
    return {
        {QStringLiteral("id"), message.id.value},
        {QStringLiteral("mailing_id"), message.mailing.value},
        {QStringLiteral("client_id"), value(message.client)},
        {QStringLiteral("phone"), message.phone.text()},
        {QStringLiteral("status"), domain::toText(message.status)},
        {QStringLiteral("attempts"), message.attempts},
        {QStringLiteral("segments"), message.segments},
        {QStringLiteral("created_at"), value(message.createdAt)},
        {QStringLiteral("sent_at"), value(message.sentAt)},
        {QStringLiteral("delivered_at"), value(message.deliveredAt)},
        {QStringLiteral("next_attempt_at"), value(message.nextAttemptAt)},
        {QStringLiteral("error"), toJson(message.error)},
        {QStringLiteral("gateway_message_id"), textOrNull(message.gatewayMessageId)},
    };
}

QJsonObject toJson(const domain::Attempt &attempt)
{
    return {
        {QStringLiteral("number"), attempt.number},
        {QStringLiteral("at"), value(attempt.at)},
        {QStringLiteral("kind"), domain::toText(attempt.kind)},
        {QStringLiteral("status"), status(attempt.httpStatus)},
        {QStringLiteral("answer"), attempt.answer},
    };
}

QJsonObject toJson(const domain::Message &message, const QList<domain::Attempt> &attempts,
                   const std::optional<QString> &text)
{
    QJsonObject object = toJson(message);
    object.insert(QStringLiteral("attempts_log"),
                  arrayOf(attempts, [](const domain::Attempt &attempt) { return toJson(attempt); }));
    object.insert(QStringLiteral("text"), value(text));
    return object;
}

} // namespace core::json
