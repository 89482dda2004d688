// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/objectreader.h"

#include "core/json/timetext.h"

#include <QJsonArray>
#include <algorithm>
#include <cmath>

namespace core::json {

namespace {

/** Beyond it a double no longer tells neighbours apart. */
constexpr double maxExactInteger = 9007199254740992.0;

/** A NUL ends a text for some who read it later, and not for others; half a character is another one in UTF-8. */
bool isKeepable(const QString &text)
{
    return !text.contains(QChar::Null) && text.isValidUtf16();
}

std::optional<qint64> integerOf(const QJsonValue &value)
{
    const double number = value.toDouble(NAN);
    if (!value.isDouble() || std::floor(number) != number || std::abs(number) > maxExactInteger)
        return {};
    return value.toInteger();
}

} // namespace

ObjectReader::ObjectReader(QJsonObject object, QString prefix) : m_object(std::move(object)), m_prefix(std::move(prefix)) {}

QJsonValue ObjectReader::take(const QString &key)
{
    m_known.insert(key);
    return m_object.value(key);
}

std::optional<QString> ObjectReader::text(const QString &key)
{
    const QJsonValue value = take(key);
    if (value.isString() && !isKeepable(value.toString()))
        fail(key, "text:unreadable");
    else if (value.isString())
        return value.toString();
    else if (!value.isUndefined())
        fail(key, "json:type", {QStringLiteral("text")});
    return {};
}

std::optional<bool> ObjectReader::boolean(const QString &key)
{
    const QJsonValue value = take(key);
    if (value.isBool())
        return value.toBool();
    if (!value.isUndefined())
        fail(key, "json:type", {QStringLiteral("true or false")});
    return {};
}

std::optional<double> ObjectReader::number(const QString &key)
{
    const QJsonValue value = take(key);
    if (value.isDouble())
        return value.toDouble();
    if (!value.isUndefined())
        fail(key, "json:type", {QStringLiteral("a number")});
    return {};
}

std::optional<qint64> ObjectReader::integer(const QString &key)
{
    const QJsonValue value = take(key);
    const std::optional<qint64> integer = integerOf(value);
    if (!integer && !value.isUndefined())
        fail(key, "json:type", {QStringLiteral("a whole number")});
    return integer;
}

std::optional<QStringList> ObjectReader::texts(const QString &key)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return {};
    QStringList list;
    bool allTexts = value.isArray();
    for (const QJsonValue item : value.toArray()) {
        allTexts = allTexts && item.isString();
        list.append(item.toString());
    }
    const bool allKeepable = std::all_of(list.cbegin(), list.cend(), isKeepable);
    if (allTexts && allKeepable)
        return list;
    if (allTexts)
        fail(key, "text:unreadable");
    else
        fail(key, "json:type", {QStringLiteral("a list of texts")});
    return {};
}

std::optional<QList<qint64>> ObjectReader::integers(const QString &key)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return {};
    QList<qint64> list;
    bool allIntegers = value.isArray();
    for (const QJsonValue item : value.toArray()) {
        const std::optional<qint64> integer = integerOf(item);
        allIntegers = allIntegers && integer;
        list.append(integer.value_or(0));
    }
    if (allIntegers)
        return list;
    fail(key, "json:type", {QStringLiteral("a list of whole numbers")});
    return {};
}

std::optional<QMap<QString, QString>> ObjectReader::textMap(const QString &key)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return {};
    QMap<QString, QString> map;
    bool allTexts = value.isObject();
    const QJsonObject members = value.toObject();
    for (auto member = members.begin(); member != members.end(); ++member) {
        allTexts = allTexts && member->isString();
        map.insert(member.key(), member->toString());
    }
    const bool allKeepable =
        std::all_of(map.cbegin(), map.cend(), isKeepable) && std::all_of(map.keyBegin(), map.keyEnd(), isKeepable);
    if (allTexts && allKeepable)
        return map;
    if (allTexts)
        fail(key, "text:unreadable");
    else
        fail(key, "json:type", {QStringLiteral("an object of texts")});
    return {};
}

std::optional<Instant> ObjectReader::time(const QString &key)
{
    const std::optional<QString> written = text(key);
    if (!written)
        return {};
    const Result<Instant> instant = instantFromText(*written, m_prefix + key);
    if (instant)
        return *instant;
    add(instant.error().fields);
    return {};
}

std::optional<QJsonObject> ObjectReader::object(const QString &key)
{
    const QJsonValue value = take(key);
    if (value.isObject())
        return value.toObject();
    if (!value.isUndefined())
        fail(key, "json:type", {QStringLiteral("an object")});
    return {};
}

void ObjectReader::need(const QStringList &keys)
{
    for (const QString &key : keys) {
        if (!has(key))
            fail(key, "json:missing");
    }
}

void ObjectReader::skip(const QStringList &keys)
{
    for (const QString &key : keys)
        m_known.insert(key);
}

void ObjectReader::fail(const QString &key, const char *code, const QStringList &args)
{
    m_errors.append({m_prefix + key, QString::fromLatin1(code), args});
}

void ObjectReader::add(const QList<FieldError> &errors)
{
    m_errors += errors;
}

QList<FieldError> ObjectReader::errors() const
{
    QList<FieldError> all = m_errors;
    for (const QString &key : m_object.keys()) {
        if (!m_known.contains(key))
            all.append({m_prefix + key, QStringLiteral("json:unknown"), {}});
    }
    return all;
}

} // namespace core::json
