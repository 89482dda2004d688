// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/timerdelay.h"

#include <QPromise>
#include <QTimer>
#include <memory>

namespace app {

QFuture<void> TimerDelay::after(core::Milliseconds pause)
{
    const auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    // A promise that goes with its timer, or with the call that never comes through, is cancelled.
    QMetaObject::invokeMethod(&m_context, [this, promise, pause] {
        auto *timer = new QTimer(&m_context);
        timer->setSingleShot(true);
        QObject::connect(timer, &QTimer::timeout, &m_context, [promise, timer] {
            timer->deleteLater();
            promise->finish();
        });
        timer->start(pause);
    });
    return promise->future();
}

} // namespace app
