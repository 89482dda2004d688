// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Brings the answer of a service to the window's thread, so that no widget ever waits.
 */
#pragma once

#include "core/base/async.h"

#include <QCoreApplication>
#include <QObject>
#include <QPointer>
#include <functional>
#include <utility>

namespace ui {

using core::whenDone;

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
