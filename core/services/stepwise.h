// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Long work as many short jobs one after another, so that others get their turn in between.
 */
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QPromise>
#include <functional>
#include <memory>
#include <optional>

namespace core::services {

/** So many rows change in one transaction: some milliseconds, in which nothing is sent. */
inline constexpr int rowsPerStep = 5000;

/** One job of many; its future tells the value of the whole, or nothing while there is more to do. */
template <typename T>
using Step = std::function<QFuture<Result<std::optional<T>>>()>;

namespace stepwise {

template <typename T>
struct Run
{
    Step<T> step;
    QPromise<Result<T>> promise;

    /** False while there is more to do. */
    bool settle(Result<std::optional<T>> result)
    {
        if (result && !*result)
            return false;
        if (result)
            promise.addResult(Result<T>(std::move(**result)));
        else
            promise.addResult(Result<T>(tl::unexpect, std::move(result).error()));
        promise.finish();
        return true;
    }
};

template <typename T>
void goOn(const std::shared_ptr<Run<T>> &run)
{
    for (;;) {
        QFuture<Result<std::optional<T>>> future = run->step();
        // Where jobs run at once there is a loop here instead of a recursion as deep as there are steps.
        if (!future.isFinished()) {
            future.then([run](const Result<std::optional<T>> &result) {
                if (!run->settle(result))
                    goOn(run);
            });
            return;
        }
        if (run->settle(future.result()))
            return;
    }
}

} // namespace stepwise

/** Repeats `step` until it tells a value or an error. Thread: any; the steps are submitted by whoever finished the last. */
template <typename T>
QFuture<Result<T>> stepByStep(Step<T> step)
{
    auto run = std::make_shared<stepwise::Run<T>>();
    run->step = std::move(step);
    run->promise.start();
    QFuture<Result<T>> future = run->promise.future();
    stepwise::goOn(run);
    return future;
}

} // namespace core::services
