// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Bytes as a JSON object, and an object as it arrives at the other end of a wire.
 */
#pragma once

#include "tests/fuzz/promise.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <optional>

namespace tests::fuzz {

/** Nothing for what is no object: that is answered before the mapping sees it. */
[[nodiscard]] inline std::optional<QJsonObject> objectFrom(const quint8 *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

[[nodiscard]] inline QJsonObject sent(const QJsonObject &object)
{
    return QJsonDocument::fromJson(QJsonDocument(object).toJson(QJsonDocument::Compact)).object();
}

inline void promiseTexts(const QJsonValue &value)
{
    const auto promiseText = [](const QString &text) {
        promise(!text.contains(QChar::Null) && text.isValidUtf16(), "texts are such that every database keeps them");
    };
    promiseText(value.toString());
    const QJsonArray array = value.toArray();
    for (const QJsonValue item : array)
        promiseTexts(item);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        promiseText(member.key());
        promiseTexts(*member);
    }
}

} // namespace tests::fuzz
