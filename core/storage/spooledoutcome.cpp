// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/spooledoutcome.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace core::storage {

using domain::AnswerKind;
using domain::MessageStatus;

namespace {

/** Stored numbers of an enumeration that begins with 0. */
template <typename Enumeration>
std::optional<Enumeration> enumerated(const QJsonValue &value, Enumeration last)
{
    const qint64 number = value.toInteger(-1);
    if (number < 0 || number > static_cast<qint64>(last))
        return std::nullopt;
    return static_cast<Enumeration>(number);
}

QJsonObject toJson(const domain::Attempt &attempt)
{
    return {{QLatin1String("number"), attempt.number},
            {QLatin1String("at"), toMs(attempt.at)},
            {QLatin1String("kind"), static_cast<int>(attempt.kind)},
            {QLatin1String("http"), attempt.httpStatus}};
}

QJsonObject toJson(const domain::MessageError &error)
{
    QJsonObject object{{QLatin1String("kind"), static_cast<int>(error.kind)}, {QLatin1String("http"), error.httpStatus}};
    if (error.kind == AnswerKind::Template) // ours: the name of the missing field
        object.insert(QLatin1String("field"), error.answer);
    return object;
}

bool readAttempt(const QJsonObject &object, std::optional<domain::Attempt> &attempt)
{
    const auto kind = enumerated(object[u"kind"], AnswerKind::Interrupted);
    if (!kind || !object[u"at"].isDouble())
        return false;
    attempt = domain::Attempt{
        object[u"number"].toInt(), instantFromMs(object[u"at"].toInteger()), *kind, object[u"http"].toInt(), {}};
    return true;
}

bool readError(const QJsonObject &object, std::optional<domain::MessageError> &error)
{
    const auto kind = enumerated(object[u"kind"], AnswerKind::Interrupted);
    if (!kind)
        return false;
    error = domain::MessageError{*kind, object[u"http"].toInt(), object[u"field"].toString()};
    return true;
}

} // namespace

QByteArray toLine(const SpooledOutcome &spooled)
{
    const interfaces::MessageOutcome &outcome = spooled.outcome;
    QJsonObject object{
        {QLatin1String("by"), spooled.by.value},       {QLatin1String("id"), outcome.id.value},
        {QLatin1String("request"), outcome.requestId}, {QLatin1String("status"), static_cast<int>(outcome.status)},
        {QLatin1String("at"), toMs(outcome.at)},       {QLatin1String("counts"), outcome.attemptCounts},
        {QLatin1String("firm"), outcome.firm}};
    if (outcome.nextAttemptAt)
        object.insert(QLatin1String("next"), toMs(*outcome.nextAttemptAt));
    if (outcome.attempt)
        object.insert(QLatin1String("attempt"), toJson(*outcome.attempt));
    if (outcome.error)
        object.insert(QLatin1String("error"), toJson(*outcome.error));
    if (!outcome.gatewayMessageId.isEmpty())
        object.insert(QLatin1String("gateway_id"), outcome.gatewayMessageId);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<SpooledOutcome> outcomeFromLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const auto status = enumerated(object[u"status"], MessageStatus::Unknown);
    SpooledOutcome spooled{InstanceId{object[u"by"].toInteger()}, {}};
    interfaces::MessageOutcome &outcome = spooled.outcome;
    outcome.id = MessageId{object[u"id"].toInteger()};
    if (!status || !outcome.id.isValid() || !object[u"at"].isDouble())
        return std::nullopt;
    outcome.requestId = object[u"request"].toInteger();
    outcome.status = *status;
    outcome.at = instantFromMs(object[u"at"].toInteger());
    outcome.attemptCounts = object[u"counts"].toBool(true);
    outcome.firm = object[u"firm"].toBool();
    if (object.contains(u"next"))
        outcome.nextAttemptAt = instantFromMs(object[u"next"].toInteger());
    if (object.contains(u"attempt") && !readAttempt(object[u"attempt"].toObject(), outcome.attempt))
        return std::nullopt;
    if (object.contains(u"error") && !readError(object[u"error"].toObject(), outcome.error))
        return std::nullopt;
    outcome.gatewayMessageId = object[u"gateway_id"].toString();
    return spooled;
}

} // namespace core::storage
