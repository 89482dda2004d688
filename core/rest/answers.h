// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The forms of answers: objects, lists, what was created, problems.
 */
#pragma once

#include "core/base/async.h"
#include "core/rest/api.h"

#include <QJsonArray>
#include <QJsonObject>

namespace core::rest {

[[nodiscard]] ApiResponse jsonResponse(const QJsonObject &object, int status = 200);
/** 201 with the place where it is found. */
[[nodiscard]] ApiResponse createdResponse(const QString &location, const QJsonObject &object);
[[nodiscard]] ApiResponse noContent();
/** application/problem+json with the status of the error's kind. */
[[nodiscard]] ApiResponse problemResponse(const Error &error);
/** The same with a status that no kind has: 400, 401, 405, 413, 415. */
[[nodiscard]] ApiResponse problemResponse(int status, const Error &error);

/** The id in the route; the router has let a positive number through. */
template <typename IdType>
[[nodiscard]] IdType idOf(const ApiCall &call)
{
    return IdType{call.args.value(0).toLongLong()};
}

/** Answers with `toResponse(value)`, or with the problem. */
template <typename T, typename ToResponse>
void answerWith(const ApiCall &call, const QFuture<Result<T>> &future, ToResponse toResponse)
{
    whenDone(future, call.context, [answer = call.answer, toResponse = std::move(toResponse)](const Result<T> &result) {
        answer(result ? toResponse(*result) : problemResponse(result.error()));
    });
}

/** Answers 200 with `toJson(value)`. */
template <typename T, typename ToJson>
void answerJson(const ApiCall &call, const QFuture<Result<T>> &future, ToJson toJson)
{
    answerWith(call, future, [toJson = std::move(toJson)](const T &value) { return jsonResponse(toJson(value)); });
}

/** Answers 204. */
template <typename T>
void answerNothing(const ApiCall &call, const QFuture<Result<T>> &future)
{
    whenDone(future, call.context, [answer = call.answer](const Result<T> &result) {
        answer(result ? noContent() : problemResponse(result.error()));
    });
}

/** Goes on with the value, or answers with the problem. */
template <typename T, typename Next>
void goOnWith(const ApiCall &call, const QFuture<Result<T>> &future, Next next)
{
    whenDone(future, call.context, [answer = call.answer, next = std::move(next)](const Result<T> &result) {
        if (result)
            next(*result);
        else
            answer(problemResponse(result.error()));
    });
}

} // namespace core::rest
