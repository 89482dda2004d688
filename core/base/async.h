// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Brings the answer of a future to the thread of whoever asked, so that nobody ever waits.
 */
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <utility>

namespace core {

/**
 * Calls `handler(const Result<T> &)` once in the thread of `context` when `future` has finished; never after `context` is
 * gone. A future that ends without an answer (its executor was shut down) is told as Cancelled.
 *
 * Thread: that of `context`. QFuture::then(context, …) of Qt 6.4 asserts on a context that died meanwhile; a watcher owned
 * by the context does not.
 */
template <typename T, typename Handler>
void whenDone(const QFuture<Result<T>> &future, QObject *context, Handler handler)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, handler = std::move(handler)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            handler(watcher->future().result());
        else
            handler(Result<T>(tl::unexpect, Error::make(ErrorKind::Cancelled, "cancelled")));
    });
    watcher->setFuture(future);
}

} // namespace core
