// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What every object of ours has in common: times with `Z`, null for what is not there, lists of texts.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>
#include <optional>

namespace core::json {

[[nodiscard]] inline QJsonValue value(Instant instant)
{
    return toIso(instant);
}
[[nodiscard]] inline QJsonValue value(double number)
{
    return number;
}
[[nodiscard]] inline QJsonValue value(const QString &text)
{
    return text;
}

/** null for an id that is none. */
template <typename Tag>
[[nodiscard]] QJsonValue value(Id<Tag> id)
{
    return id.isValid() ? QJsonValue(id.value) : QJsonValue(QJsonValue::Null);
}

/** null for nothing. */
template <typename T>
[[nodiscard]] QJsonValue value(const std::optional<T> &optional)
{
    return optional ? value(*optional) : QJsonValue(QJsonValue::Null);
}

/** null for a blank text. */
[[nodiscard]] inline QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

/** An array of `toJson(row)` of every row. */
template <typename Rows, typename ToJson>
[[nodiscard]] QJsonArray arrayOf(const Rows &rows, ToJson toJson)
{
    QJsonArray array;
    for (const auto &row : rows)
        array.append(toJson(row));
    return array;
}

} // namespace core::json
