// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/rest/schemavalidator.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>
#include <algorithm>
#include <cmath>

namespace tests {

namespace {

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
}

bool isOfType(const QJsonValue &value, const QString &type)
{
    if (type == u"integer")
        return isWhole(value);
    if (type == u"number")
        return value.isDouble();
    if (type == u"string")
        return value.isString();
    if (type == u"boolean")
        return value.isBool();
    if (type == u"array")
        return value.isArray();
    if (type == u"object")
        return value.isObject();
    return type == u"null" && value.isNull();
}

/** As ECMA-262 has it: `$` is the very end, never the place before a last line break. */
bool matches(const QString &text, QString pattern)
{
    if (pattern.endsWith(u'$') && !pattern.endsWith(u"\\$"))
        pattern = pattern.chopped(1) + QStringLiteral("\\z");
    const QRegularExpression expression(pattern, QRegularExpression::UseUnicodePropertiesOption);
    return expression.isValid() && expression.match(text).hasMatch();
}

/** RFC 3339, 5.6. */
bool isDateTime(const QString &text)
{
    return matches(text, QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$")) &&
           QDateTime::fromString(text, Qt::ISODateWithMs).isValid();
}

bool isOfFormat(const QString &text, const QString &format)
{
    if (format == u"date-time")
        return isDateTime(text);
    if (format == u"email")
        return matches(text, QStringLiteral("^[^@\\s]+@[^@\\s]+$"));
    if (format == u"uri")
        return QUrl(text, QUrl::StrictMode).isValid() && !QUrl(text).isRelative();
    if (format == u"uri-reference")
        return QUrl(text, QUrl::StrictMode).isValid();
    return true; // int64, password: nothing that a type does not say
}

QString shown(const QJsonValue &value)
{
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2));
}

qsizetype characters(const QString &text)
{
    return text.toUcs4().size();
}

} // namespace

/** One value against one schema, and so on inwards. */
class SchemaValidator::Run
{
public:
    Run(const SchemaValidator &validator, QString place) : m_validator(validator), m_place(std::move(place)) {}

    QStringList problemsOf(const QJsonValue &value, const QJsonValue &schema)
    {
        if (schema.isBool())
            require(schema.toBool(), QStringLiteral("nothing may stand here"));
        else if (schema.isObject())
            check(value, schema.toObject());
        else
            require(false, QStringLiteral("there is no schema"));
        return m_problems;
    }

private:
    void check(const QJsonValue &value, const QJsonObject &schema)
    {
        for (const QString &keyword : schema.keys())
            require(isKeyword(keyword), QStringLiteral("the validator does not know the keyword ") + keyword);
        if (schema.contains(u"$ref"))
            within({}, value, m_validator.resolved({{QStringLiteral("$ref"), schema.value(u"$ref")}}));
        checkType(value, schema);
        checkChoices(value, schema);
        if (value.isDouble())
            checkNumber(value.toDouble(), schema);
        if (value.isString())
            checkText(value.toString(), schema);
        if (value.isArray())
            checkArray(value.toArray(), schema);
        if (value.isObject())
            checkObject(value.toObject(), schema);
        checkCombinations(value, schema);
    }

    void checkType(const QJsonValue &value, const QJsonObject &schema)
    {
        const QJsonValue type = schema.value(u"type");
        const QJsonArray types = type.isArray() ? type.toArray() : QJsonArray{type};
        const bool fits = std::any_of(types.begin(), types.end(),
                                      [&value](const QJsonValue &one) { return isOfType(value, one.toString()); });
        require(type.isUndefined() || fits, shown(value) + QStringLiteral(" is not of type ") + shown(type));
    }

    void checkChoices(const QJsonValue &value, const QJsonObject &schema)
    {
        if (schema.contains(u"enum"))
            require(schema.value(u"enum").toArray().contains(value),
                    shown(value) + QStringLiteral(" is none of the choices"));
        if (schema.contains(u"const"))
            require(schema.value(u"const") == value, shown(value) + QStringLiteral(" is not the constant"));
    }

    void checkNumber(double number, const QJsonObject &schema)
    {
        const auto bound = [&schema](const char *keyword) { return schema.value(QLatin1String(keyword)).toDouble(NAN); };
        // A bound that is absent is not a number, and no comparison with it holds.
        require(!(number < bound("minimum")), QStringLiteral("is below the minimum"));
        require(!(number > bound("maximum")), QStringLiteral("is above the maximum"));
        require(!(number <= bound("exclusiveMinimum")), QStringLiteral("is not above the minimum"));
        require(!(number >= bound("exclusiveMaximum")), QStringLiteral("is not below the maximum"));
    }

    void checkText(const QString &text, const QJsonObject &schema)
    {
        checkSize(characters(text), schema, "minLength", "maxLength");
        const QString pattern = schema.value(u"pattern").toString();
        require(pattern.isEmpty() || matches(text, pattern), shown(text) + QStringLiteral(" is not like ") + pattern);
        const QString format = schema.value(u"format").toString();
        require(format.isEmpty() || isFormat(format), QStringLiteral("the validator does not know the format ") + format);
        require(isOfFormat(text, format), shown(text) + QStringLiteral(" is no ") + format);
    }

    void checkArray(const QJsonArray &array, const QJsonObject &schema)
    {
        checkSize(array.size(), schema, "minItems", "maxItems");
        if (!schema.contains(u"items"))
            return;
        for (qsizetype i = 0; i < array.size(); ++i)
            within(QStringLiteral("[%1]").arg(i), array[i], schema.value(u"items"));
    }

    void checkObject(const QJsonObject &object, const QJsonObject &schema)
    {
        const QJsonArray required = schema.value(u"required").toArray();
        for (const QJsonValue name : required)
            require(object.contains(name.toString()), name.toString() + QStringLiteral(" is missing"));
        const QJsonObject properties = schema.value(u"properties").toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            const QString place = (m_place.isEmpty() ? QString() : QStringLiteral(".")) + member.key();
            if (properties.contains(member.key()))
                within(place, *member, properties.value(member.key()));
            else if (schema.contains(u"additionalProperties"))
                within(place, *member, schema.value(u"additionalProperties"));
        }
    }

    void checkCombinations(const QJsonValue &value, const QJsonObject &schema)
    {
        const QJsonArray all = schema.value(u"allOf").toArray();
        for (const QJsonValue one : all)
            within({}, value, one);
        if (schema.contains(u"anyOf"))
            require(fitting(value, schema.value(u"anyOf").toArray()) > 0, QStringLiteral("fits none of the possibilities"));
        if (schema.contains(u"oneOf"))
            require(fitting(value, schema.value(u"oneOf").toArray()) == 1,
                    QStringLiteral("does not fit exactly one possibility"));
    }

    [[nodiscard]] qsizetype fitting(const QJsonValue &value, const QJsonArray &schemas) const
    {
        return std::count_if(schemas.begin(), schemas.end(), [this, &value](const QJsonValue &schema) {
            return Run(m_validator, m_place).problemsOf(value, schema).isEmpty();
        });
    }

    void checkSize(qsizetype size, const QJsonObject &schema, const char *least, const char *most)
    {
        require(size >= schema.value(QLatin1String(least)).toInteger(0), QStringLiteral("is too short"));
        require(size <= schema.value(QLatin1String(most)).toInteger(size), QStringLiteral("is too long"));
    }

    void within(const QString &step, const QJsonValue &value, const QJsonValue &schema)
    {
        m_problems += Run(m_validator, m_place + step).problemsOf(value, schema);
    }

    void require(bool holds, const QString &problem)
    {
        if (!holds)
            m_problems << (m_place.isEmpty() ? problem : m_place + QStringLiteral(": ") + problem);
    }

    const SchemaValidator &m_validator;
    const QString m_place;
    QStringList m_problems;
};

QStringList SchemaValidator::problems(const QJsonValue &value, const QJsonValue &schema) const
{
    return Run(*this, {}).problemsOf(value, schema);
}

QJsonValue SchemaValidator::resolved(const QJsonObject &object) const
{
    QJsonValue value = object;
    while (value.toObject().contains(u"$ref")) {
        const QStringList steps = value.toObject().value(u"$ref").toString().split(u'/');
        value = steps.first() == u"#" ? QJsonValue(m_document) : QJsonValue(QJsonValue::Undefined);
        for (const QString &step : steps.mid(1))
            value = value.toObject().value(step);
    }
    return value;
}

bool SchemaValidator::isKeyword(const QString &name)
{
    static const QStringList known{u"$ref"_qs, u"type"_qs, u"enum"_qs, u"const"_qs, u"minimum"_qs, u"maximum"_qs,
                                   u"minLength"_qs, u"exclusiveMinimum"_qs, u"maxLength"_qs, u"pattern"_qs, u"format"_qs,
                                   u"exclusiveMaximum"_qs, u"items"_qs, u"minItems"_qs, u"maxItems"_qs,
                                   u"additionalProperties"_qs, u"required"_qs, u"properties"_qs, u"allOf"_qs, u"anyOf"_qs,
                                   u"oneOf"_qs,
                                   // for people
                                   u"description"_qs, u"default"_qs, u"examples"_qs, u"readOnly"_qs, u"writeOnly"_qs};
    return known.contains(name);
}

bool SchemaValidator::isFormat(const QString &name)
{
    static const QStringList known{u"date-time"_qs, u"email"_qs,         u"int64"_qs,
                                   u"password"_qs,  u"uri-reference"_qs, u"uri"_qs};
    return known.contains(name);
}

} // namespace tests
