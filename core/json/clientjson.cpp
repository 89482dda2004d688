// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/clientjson.h"

#include "core/json/objectreader.h"
#include "core/json/values.h"

namespace core::json {

QJsonObject toJson(const domain::Client &client)
{
    QJsonObject attributes;
    for (auto attribute = client.attributes.begin(); attribute != client.attributes.end(); ++attribute)
        attributes.insert(attribute.key(), attribute.value());
    return {
        {QStringLiteral("id"), client.id.value},
        {QStringLiteral("phone"), client.phone.text()},
        {QStringLiteral("operator_code"), client.operatorCode},
        {QStringLiteral("tags"), QJsonArray::fromStringList(client.tags)},
        {QStringLiteral("timezone"), client.timezone},
        {QStringLiteral("attributes"), attributes},
        {QStringLiteral("opted_out_at"), value(client.optedOutAt)},
        {QStringLiteral("consent"), value(client.consent)},
        {QStringLiteral("owner"), value(client.owner)},
        {QStringLiteral("created_at"), value(client.createdAt)},
        {QStringLiteral("updated_at"), value(client.updatedAt)},
    };
}

namespace {

/** One that breaks no rule. */
domain::Client anyClient()
{
    domain::Client client;
    client.phone = domain::PhoneNumber::fromNumber(79990000000);
    return client;
}

} // namespace

Result<domain::ClientEdit> clientEditFromJson(const QJsonObject &object, const QStringList &needed)
{
    ObjectReader reader(object);
    domain::ClientEdit edit;
    edit.phone = reader.text(QStringLiteral("phone"));
    edit.operatorCode = reader.text(QStringLiteral("operator_code"));
    edit.tags = reader.texts(QStringLiteral("tags"));
    if (const auto tag = reader.text(QStringLiteral("tag")); tag && !edit.tags)
        edit.tags = QStringList{*tag};
    edit.timezone = reader.text(QStringLiteral("timezone"));
    edit.attributes = reader.textMap(QStringLiteral("attributes"));
    edit.optedOutAt = reader.orNull(QStringLiteral("opted_out_at"), &ObjectReader::time);
    edit.consent = reader.orNull(QStringLiteral("consent"), &ObjectReader::text);
    reader.need(needed);
    reader.skip({QStringLiteral("id"), QStringLiteral("owner"), QStringLiteral("created_at"), QStringLiteral("updated_at")});
    if (const auto errors = reader.errors(); !errors.isEmpty())
        return Failure(allErrors(errors, domain::edited(anyClient(), edit, QStringLiteral("UTC"))));
    return edit;
}

} // namespace core::json
