// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Brings the answer of a service to the window's thread, so that no widget ever waits.
 */
#pragma once

#include "core/base/result.h"

#include <QCoreApplication>
#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <functional>
#include <utility>

namespace ui {

/**
 * Calls `handler(const Result<T> &)` once in the thread of `context` when `future` has finished; never after `context` is
 * gone. A future that ends without an answer (its executor was shut down) is told as Cancelled.
 *
 * QFuture::then(context, …) of Qt 6.4 asserts on a context that died meanwhile; a watcher owned by the context does not.
 */
template <typename T, typename Handler>
void whenDone(const QFuture<core::Result<T>> &future, QObject *context, Handler handler)
{
    auto *watcher = new QFutureWatcher<core::Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, handler = std::move(handler)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            handler(watcher->future().result());
        else
            handler(core::Result<T>(tl::unexpect, core::Error::make(core::ErrorKind::Cancelled, "cancelled")));
    });
    watcher->setFuture(future);
}

/** A callback that any thread may call: `handler` runs in the window's thread, later, unless `context` is gone by then. */
template <typename... Args, typename Handler>
std::function<void(Args...)> posted(QObject *context, Handler handler)
{
    return [guard = QPointer<QObject>(context), handler = std::move(handler)](const std::decay_t<Args> &...args) {
        // Posted to the application, not to the context: that one may be dying in the other thread right now.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, handler, args...] {
                if (guard)
                    handler(args...);
            },
            Qt::QueuedConnection);
    };
}

} // namespace ui
