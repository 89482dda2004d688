// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The REST interface on a thread of its own, so that scripts slow neither the window nor the dispatcher.
 *
 * Only wiring: what is answered is decided in core/rest.
 */
#pragma once

#include "app/backend.h"
#include "core/rest/interface.h"

#include <QPointer>
#include <QThread>
#include <atomic>

namespace app {

/** Thread: main. */
class RestThread : public QObject
{
    Q_OBJECT

public:
    /** @param backend  outlives it */
    RestThread(Backend &backend, const core::Clock &clock);
    ~RestThread() override;

    void start(const core::rest::ListenOptions &options);
    /** Finishes what is being answered, then emits stopped(). */
    void stop();

Q_SIGNALS:
    void listening(const QString &url);
    void failed(const core::Error &error);
    void stopped();

private:
    void listen(const core::rest::ListenOptions &options);

    std::atomic<int> m_instances = 0; ///< dispatchers that are alive
    const core::rest::RestParts m_parts;
    QThread m_thread;
    QObject *m_there;                            ///< lives and dies on m_thread
    QPointer<core::rest::Interface> m_interface; ///< used on m_thread only
};

} // namespace app
