// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/clientrow.h"

#include "core/storage/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace core::storage {

namespace {

constexpr QChar tagSeparator(31);

QJsonValue jsonInstant(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(toMs(*instant)) : QJsonValue(QJsonValue::Null);
}

std::optional<Instant> instantFromJson(const QJsonValue &value)
{
    return value.isNull() ? std::nullopt : std::optional(instantFromMs(value.toInteger()));
}

} // namespace

domain::Client readClient(Row &row)
{
    domain::Client client;
    client.id = row.id<ClientId>();
    client.phone = row.phone();
    client.operatorCode = row.text();
    client.timezone = row.text();
    client.attributes = mapFromJson(row.text());
    client.optedOutAt = row.optionalInstant();
    client.consent = row.optionalText();
    client.owner = row.id<UserId>();
    client.createdAt = row.instant();
    client.updatedAt = row.instant();
    client.tags = row.text().split(tagSeparator, Qt::SkipEmptyParts);
    return client;
}

void bindClient(Statement &statement, const domain::Client &client, const domain::Client *bound)
{
    statement.bind(":phone", client.phone)
        .bind(":operator_code", client.operatorCode)
        .bind(":attributes", jsonObject(client.attributes));
    if (!bound || bound->timezone != client.timezone)
        statement.bind(":timezone", client.timezone);
    if (!bound || bound->optedOutAt != client.optedOutAt)
        statement.bind(":opted_out_at", client.optedOutAt);
    if (!bound || bound->consent != client.consent)
        statement.bind(":consent", client.consent);
    if (!bound || bound->owner != client.owner)
        statement.bind(":owner_id", client.owner);
    if (!bound || bound->updatedAt != client.updatedAt)
        statement.bind(":updated_at", client.updatedAt);
}

QString journalText(const domain::Client &client)
{
    QJsonObject attributes;
    for (auto entry = client.attributes.cbegin(); entry != client.attributes.cend(); ++entry)
        attributes.insert(entry.key(), entry.value());
    const QJsonObject object{
        {QStringLiteral("id"), client.id.value},
        {QStringLiteral("phone"), client.phone.number()},
        {QStringLiteral("operator_code"), client.operatorCode},
        {QStringLiteral("tags"), QJsonArray::fromStringList(client.tags)},
        {QStringLiteral("timezone"), client.timezone},
        {QStringLiteral("attributes"), attributes},
        {QStringLiteral("opted_out_at"), jsonInstant(client.optedOutAt)},
        {QStringLiteral("consent"), client.consent ? QJsonValue(*client.consent) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("owner"), client.owner.value},
        {QStringLiteral("updated_at"), toMs(client.updatedAt)},
    };
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

domain::Client clientFromJournal(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto value = [&object](const char *key) { return object.value(QLatin1String(key)); };
    domain::Client client;
    client.id = ClientId{value("id").toInteger()};
    client.phone = domain::PhoneNumber::fromNumber(value("phone").toInteger());
    client.operatorCode = value("operator_code").toString();
    for (const QJsonValue &tag : value("tags").toArray())
        client.tags << tag.toString();
    client.timezone = value("timezone").toString();
    const QJsonObject attributes = value("attributes").toObject();
    for (auto entry = attributes.begin(); entry != attributes.end(); ++entry)
        client.attributes.insert(entry.key(), entry.value().toString());
    client.optedOutAt = instantFromJson(value("opted_out_at"));
    if (!value("consent").isNull())
        client.consent = value("consent").toString();
    client.owner = UserId{value("owner").toInteger()};
    client.updatedAt = instantFromMs(value("updated_at").toInteger());
    return client;
}

} // namespace core::storage
