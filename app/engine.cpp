// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine.h"

namespace app {

namespace {

constexpr std::chrono::seconds retryInterval{1};

} // namespace

Engine::Engine(const core::dispatch::DispatcherParts &parts, core::storage::DatabaseUrl url, QObject *parent)
    : QObject(parent), m_parts(parts), m_url(std::move(url)), m_retry(this)
{
    m_thread.setObjectName(QStringLiteral("dispatch"));
    m_retry.setInterval(retryInterval);
    connect(&m_retry, &QTimer::timeout, this, &Engine::tryForRight);
    m_thread.start();
}

Engine::~Engine()
{
    m_thread.quit();
    m_thread.wait();
}

void Engine::start()
{
    m_retry.start();
    tryForRight();
}

void Engine::begin()
{
    m_dispatches = true;
    m_retry.stop();
    m_dispatcher = new core::dispatch::Dispatcher(m_parts);
    m_dispatcher->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_dispatcher, &QObject::deleteLater);
    connect(m_dispatcher, &core::dispatch::Dispatcher::stopped, this, &Engine::end);
    connect(m_dispatcher, &core::dispatch::Dispatcher::snapshotTaken, &m_monitor,
            &core::interfaces::EngineMonitor::snapshotTaken, Qt::DirectConnection);
    QMetaObject::invokeMethod(m_dispatcher, &core::dispatch::Dispatcher::start);
    Q_EMIT rightDecided(true);
}

void Engine::end()
{
    std::exchange(m_dispatcher, nullptr)->deleteLater();
    m_right.reset();
    m_dispatches = false;
    m_told = false;
    Q_EMIT m_monitor.snapshotTaken({}); // what troubled it troubles nobody any more
    Q_EMIT stopped();
}

void Engine::tryForRight()
{
    if (m_url.kind() == core::storage::DatabaseUrl::Kind::Postgresql) {
        begin();
        return;
    }
    auto right = core::storage::DispatchLock::tryTake(m_url);
    if (!right) {
        if (!std::exchange(m_refused, true))
            Q_EMIT failed(right.error());
        // Each time: who shows it may have come since. Whoever sends elsewhere goes on.
        if (!m_told)
            Q_EMIT m_monitor.snapshotTaken({.problem = right.error().code});
        return;
    }
    m_right = std::move(*right);
    if (std::exchange(m_refused, false))
        Q_EMIT m_monitor.snapshotTaken({});
    if (m_right)
        begin();
    else if (!std::exchange(m_told, true))
        Q_EMIT rightDecided(false);
}

void Engine::stop()
{
    m_retry.stop();
    Q_EMIT stopping();
    m_told = false;
    if (std::exchange(m_refused, false))
        Q_EMIT m_monitor.snapshotTaken({});
    if (m_dispatches)
        QMetaObject::invokeMethod(m_dispatcher, &core::dispatch::Dispatcher::stop);
    else
        QMetaObject::invokeMethod(this, &Engine::stopped, Qt::QueuedConnection);
}

} // namespace app
