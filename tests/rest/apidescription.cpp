// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/rest/apidescription.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace tests {

using core::rest::ApiRequest;
using core::rest::ApiResponse;

namespace {

QJsonObject readDescription()
{
    QFile file(QStringLiteral(":/openapi.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the description is not compiled in");
    return QJsonDocument::fromJson(file.readAll()).object();
}

QByteArray withoutParameters(const QByteArray &contentType)
{
    return contentType.left(contentType.indexOf(';'));
}

/** A parameter or header, as JSON of the type that its schema has. */
QJsonValue typed(const QString &text, const QJsonObject &schema)
{
    const QString type = schema.value(u"type").toString();
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (type == u"integer" && isNumber)
        return number;
    if (type == u"boolean" && (text == u"true" || text == u"false"))
        return text == u"true";
    return type == u"array" ? QJsonValue(QJsonArray{text}) : QJsonValue(text);
}

} // namespace

QByteArray headerOf(const ApiResponse &response, const QByteArray &name)
{
    for (const auto &[key, value] : response.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

ApiDescription::ApiDescription() : m_document(readDescription()), m_validator(m_document) {}

QStringList ApiDescription::operations() const
{
    QStringList operations;
    const QJsonObject paths = m_document.value(u"paths").toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        for (const QString &method : path->toObject().keys())
            operations << method.toUpper() + u' ' + path.key();
    }
    operations.sort();
    return operations;
}

QJsonObject ApiDescription::operation(const QString &operation) const
{
    const QStringList words = operation.split(u' ');
    return m_document.value(u"paths").toObject().value(words.value(1)).toObject().value(words.value(0).toLower()).toObject();
}

QString ApiDescription::operationOf(const core::rest::Route &route)
{
    return QString::fromLatin1(route.method) + u' ' + QString::fromLatin1(route.pattern);
}

QStringList ApiDescription::problemsOfRequest(const QString &name, const ApiRequest &request) const
{
    QStringList problems;
    const QJsonObject described = operation(name);
    QMap<QString, QJsonObject> schemas;
    const QJsonArray parameters = described.value(u"parameters").toArray();
    for (const QJsonValue entry : parameters) {
        const QJsonObject parameter = m_validator.resolved(entry.toObject()).toObject();
        schemas.insert(parameter.value(u"name").toString(), parameter.value(u"schema").toObject());
    }
    for (const auto &[key, value] : request.query.queryItems(QUrl::FullyDecoded)) {
        // An object spreads over parameters of its own: map.phone, map.name …
        const QString parameter = schemas.contains(key) ? key : key.section(u'.', 0, 0);
        const QJsonObject schema = schemas.value(parameter);
        if (!schemas.contains(parameter))
            problems << QStringLiteral("the parameter %1 is not described").arg(key);
        else if (parameter == key)
            problems += m_validator.problems(typed(value, schema), schema);
        else
            problems += m_validator.problems(QJsonObject{{key, value}}, schema);
    }
    const QJsonObject content = described.value(u"requestBody").toObject().value(u"content").toObject();
    if (content.isEmpty() && !request.body.isEmpty())
        problems << QStringLiteral("a body is not described");
    if (const QJsonObject json = content.value(u"application/json").toObject(); !json.isEmpty()) {
        const QByteArray body = request.body.isEmpty() ? QByteArray("{}") : request.body;
        problems += m_validator.problems(QJsonDocument::fromJson(body).object(), json.value(u"schema"));
    }
    return problems;
}

QStringList ApiDescription::problemsOfAnswer(const QString &name, const ApiResponse &response) const
{
    const QString status = QString::number(response.status);
    const QJsonObject responses = operation(name).value(u"responses").toObject();
    const QJsonObject described = m_validator.resolved(responses.value(status).toObject()).toObject();
    if (described.isEmpty())
        return {QStringLiteral("the status %1 is not described").arg(status)};
    return problemsOfHeaders(described, response) + problemsOfContent(described, response);
}

QStringList ApiDescription::problemsOfHeaders(const QJsonObject &described, const ApiResponse &response) const
{
    QStringList problems;
    const QJsonObject headers = described.value(u"headers").toObject();
    for (auto entry = headers.begin(); entry != headers.end(); ++entry) {
        const QJsonObject header = m_validator.resolved(entry->toObject()).toObject();
        const QByteArray value = headerOf(response, entry.key().toLatin1());
        const QJsonObject schema = header.value(u"schema").toObject();
        if (!value.isEmpty())
            problems += m_validator.problems(typed(QString::fromLatin1(value), schema), schema);
        else if (header.value(u"required").toBool())
            problems << QStringLiteral("the header %1 is missing").arg(entry.key());
    }
    return problems;
}

QStringList ApiDescription::problemsOfContent(const QJsonObject &described, const ApiResponse &response) const
{
    const QJsonObject content = described.value(u"content").toObject();
    if (content.isEmpty()) {
        const bool isBare = response.body.isEmpty() && response.file.isEmpty() && response.contentType.isEmpty();
        return isBare ? QStringList() : QStringList{QStringLiteral("content is not described")};
    }
    for (const QByteArray &type : {response.contentType, withoutParameters(response.contentType), QByteArray("*/*")}) {
        const QJsonObject media = content.value(QLatin1String(type)).toObject();
        if (media.isEmpty())
            continue;
        if (!type.endsWith("json"))
            return {};
        const QJsonDocument document = QJsonDocument::fromJson(response.body);
        const QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        QStringList problems =
            media.contains(u"schema") ? m_validator.problems(value, media.value(u"schema")) : QStringList();
        if (document.isNull())
            problems << QStringLiteral("the content is no JSON");
        if (type == "application/problem+json" && value.toObject().value(u"status").toInt() != response.status)
            problems << QStringLiteral("the problem says another status than the answer");
        return problems;
    }
    return {QStringLiteral("the type %1 is not described").arg(QString::fromLatin1(response.contentType))};
}

QStringList ApiDescription::problemsOfProblem(const ApiResponse &response) const
{
    const QJsonObject responses = m_document.value(u"components").toObject().value(u"responses").toObject();
    switch (response.status) {
    case 401:
        return problemsOfHeaders(responses.value(u"Unauthorized").toObject(), response) +
               problemsOfContent(responses.value(u"Unauthorized").toObject(), response);
    case 405:
        return problemsOfHeaders(responses.value(u"MethodNotAllowed").toObject(), response) +
               problemsOfContent(responses.value(u"MethodNotAllowed").toObject(), response);
    default:
        return problemsOfContent(responses.value(u"InternalError").toObject(), response); // the same form
    }
}

} // namespace tests
