// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The dispatcher on its thread, once this process has the right to dispatch.
 *
 * Only wiring: who may dispatch is decided by core/storage/dispatchlock, what is sent by core/dispatch.
 */
#pragma once

#include "core/dispatch/dispatcher.h"
#include "core/gateways/gatewayfactory.h"
#include "core/storage/dispatchlock.h"

#include <QObject>
#include <QThread>
#include <QTimer>

namespace app {

/**
 * Asks for the right to dispatch every second until it has it, then dispatches until stop(). On a server everybody has it.
 * Once it has stopped it may be started again, with a dispatcher that knows nothing of the one before.
 * Thread: main.
 */
class Engine : public QObject
{
    Q_OBJECT

public:
    /** What it works with outlives it. */
    Engine(const core::dispatch::DispatcherParts &parts, core::storage::DatabaseUrl url, QObject *parent = nullptr);
    ~Engine() override;

    void start();
    /** Finishes what is in flight, gives the right to others, then emits stopped(). */
    void stop();
    /** rightDecided() was emitted: this process dispatches, or another one does. */
    [[nodiscard]] bool isRightDecided() const { return m_dispatches || m_told; }
    [[nodiscard]] core::interfaces::EngineMonitor &monitor() { return m_monitor; }

Q_SIGNALS:
    /** @param mine  false: another process dispatches this workspace */
    void rightDecided(bool mine);
    void failed(const core::Error &error);
    /** stop() was called: what is due is finished, nothing else is begun. */
    void stopping();
    void stopped();

private:
    void tryForRight();
    void begin();
    void end();

    const core::dispatch::DispatcherParts m_parts;
    const core::storage::DatabaseUrl m_url;
    std::unique_ptr<core::storage::DispatchLock> m_right; ///< to a file; held while dispatching
    core::interfaces::EngineMonitor m_monitor;            ///< of whichever dispatcher is at work
    QThread m_thread;
    core::dispatch::Dispatcher *m_dispatcher = nullptr; ///< lives and dies on m_thread; none while it does not dispatch
    bool m_dispatches = false;
    QTimer m_retry;
    bool m_refused = false; ///< the right could not even be asked for
    bool m_told = false;
};

} // namespace app
