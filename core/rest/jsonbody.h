// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The body of a call as a JSON object, and what is made of it.
 */
#pragma once

#include "core/rest/answers.h"

#include <QJsonObject>

namespace core::rest {

/** An empty body is an empty object. Errors: InvalidInput body.json (where it cannot be read, why), body.not_object. */
[[nodiscard]] Result<QJsonObject> jsonObjectFrom(const QByteArray &body);

/**
 * `read(object, args…)`, a Result of what the body says. Answers 400 where it is no JSON object and 422 where fields are
 * wrong, and returns nothing then.
 */
template <typename Read, typename... Args>
[[nodiscard]] auto bodyOf(const ApiCall &call, Read read, const Args &...args)
    -> std::optional<typename std::invoke_result_t<Read, const QJsonObject &, const Args &...>::value_type>
{
    const Result<QJsonObject> object = jsonObjectFrom(call.request.body);
    if (!object) {
        call.answer(problemResponse(400, object.error()));
        return std::nullopt;
    }
    auto value = read(*object, args...);
    if (!value) {
        call.answer(problemResponse(value.error()));
        return std::nullopt;
    }
    return std::move(*value);
}

} // namespace core::rest
