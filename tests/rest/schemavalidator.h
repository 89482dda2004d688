// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Holds JSON against the schemas of resources/openapi.json. For tests only.
 *
 * JSON Schema 2020-12, as far as the description uses it; a keyword or format that it does not know is a complaint, so that
 * no rule of the description is passed over in silence.
 */
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace tests {

/**
 * `additionalProperties` sees the `properties` beside it and no others, as the standard says: not those of other members of
 * an `allOf`.
 *
 * Thread: any (immutable value).
 */
class SchemaValidator
{
public:
    /** @param document  what a `$ref` such as `#/components/schemas/Client` leads into */
    explicit SchemaValidator(QJsonObject document) : m_document(std::move(document)) {}

    /** All that is wrong, each with its place: `results[0].phone: …`. Empty: the value fits. */
    [[nodiscard]] QStringList problems(const QJsonValue &value, const QJsonValue &schema) const;
    /** What a `$ref` leads to; the object itself if it is none, undefined if it leads nowhere. */
    [[nodiscard]] QJsonValue resolved(const QJsonObject &object) const;

    /** Also those that only tell people something. */
    [[nodiscard]] static bool isKeyword(const QString &name);
    [[nodiscard]] static bool isFormat(const QString &name);

private:
    class Run;

    QJsonObject m_document;
};

} // namespace tests
