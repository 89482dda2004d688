// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The form of lists: `{"results":[…],"next":"…"|null}`, with `"count"` where it was asked for.
 */
#pragma once

#include "core/json/values.h"
#include "core/rest/answers.h"
#include "core/rest/queryreader.h"

namespace core::rest {

/** 400 where the parameters cannot be read, the kind's status else. */
[[nodiscard]] ApiResponse queryProblem(const Error &error);

/** Answers 400 and returns false where parameters cannot be read. */
[[nodiscard]] bool isReadable(const ApiCall &call, const QueryReader &query);

template <typename T, typename ToJson>
[[nodiscard]] QJsonObject pageObject(const domain::Page<T> &page, std::optional<qint64> count, ToJson toJson)
{
    QJsonObject object{{QStringLiteral("results"), json::arrayOf(page.rows, toJson)},
                       {QStringLiteral("next"), json::textOrNull(page.next)}};
    if (count)
        object.insert(QStringLiteral("count"), *count);
    return object;
}

/**
 * Answers with a page.
 * @param count  asks for the number of all; called only if it is wanted
 */
template <typename T, typename Count, typename ToJson>
void answerPage(const ApiCall &call, const PageParameters &parameters, const QFuture<Result<domain::Page<T>>> &page,
                Count count, ToJson toJson)
{
    whenDone(page, call.context, [call, parameters, count, toJson](const Result<domain::Page<T>> &read) {
        if (!read)
            call.answer(queryProblem(read.error()));
        else if (!parameters.withCount)
            call.answer(jsonResponse(pageObject(*read, std::nullopt, toJson)));
        else
            answerJson(call, count(), [page = *read, toJson](qint64 all) { return pageObject(page, all, toJson); });
    });
}

} // namespace core::rest
