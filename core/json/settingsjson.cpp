// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/settingsjson.h"

#include "core/json/objectreader.h"
#include "core/json/values.h"

namespace core::json {

using domain::WorkspaceSettings;
using Type = WorkspaceSettings::Type;

namespace {

QJsonValue valueOf(const QString &text, Type type)
{
    switch (type) {
    case Type::TextOrNothing:
        return textOrNull(text);
    case Type::Number:
        return text.toLongLong();
    case Type::Truth:
        return text == QLatin1String("true");
    case Type::List: {
        QStringList items;
        for (const QString &item : text.split(u',', Qt::SkipEmptyParts))
            items << item.trimmed();
        return QJsonArray::fromStringList(items);
    }
    case Type::Text:
        break;
    }
    return text;
}

std::optional<QString> textOf(ObjectReader &reader, const QString &key)
{
    const auto asText = [](const auto &value, auto toText) { return value ? std::optional(toText(*value)) : std::nullopt; };
    switch (WorkspaceSettings::typeOf(key)) {
    case Type::TextOrNothing:
        return asText(reader.orNull(key, &ObjectReader::text),
                      [](const std::optional<QString> &text) { return text.value_or(QString()); });
    case Type::Number:
        return asText(reader.integer(key), [](qint64 number) { return QString::number(number); });
    case Type::Truth:
        return asText(reader.boolean(key),
                      [](bool truth) { return truth ? QStringLiteral("true") : QStringLiteral("false"); });
    case Type::List:
        return asText(reader.texts(key), [](const QStringList &items) { return items.join(u','); });
    case Type::Text:
        break;
    }
    return reader.text(key);
}

} // namespace

QJsonObject toJson(const WorkspaceSettings &settings)
{
    QJsonObject object;
    const QStringList keys = WorkspaceSettings::keys();
    for (const QString &key : keys)
        object.insert(key, valueOf(settings.value(key), WorkspaceSettings::typeOf(key)));
    return object;
}

Result<QMap<QString, QString>> settingsFromJson(const QJsonObject &object)
{
    ObjectReader reader(object);
    QMap<QString, QString> values;
    const QStringList keys = WorkspaceSettings::keys();
    for (const QString &key : keys) {
        if (const auto text = textOf(reader, key))
            values.insert(key, *text);
    }
    if (const auto errors = reader.errors(); !errors.isEmpty())
        return Failure(Error::invalid(errors));
    return values;
}

} // namespace core::json
