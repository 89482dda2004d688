// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/storagewatcher.h"

#include "core/base/logging.h"
#include "core/storage/session.h"

namespace core::storage {

namespace {

constexpr std::chrono::milliseconds interval{200};

} // namespace

StorageWatcher::StorageWatcher(const DatabaseUrl &url, std::function<void()> noticed)
    : m_url(url), m_noticed(std::move(noticed)), m_thread(QThread::create([this] { watchUntilStopped(); }))
{
    m_thread->setObjectName(QStringLiteral("storage watcher"));
    m_thread->start();
}

StorageWatcher::~StorageWatcher()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_wake.notify_all();
    m_thread->wait();
}

void StorageWatcher::watchUntilStopped()
{
    std::unique_ptr<Session> session;
    std::unique_lock lock(m_mutex);
    while (!m_stopped) {
        lock.unlock();
        look(session);
        lock.lock();
        m_wake.wait_for(lock, interval, [this] { return m_stopped; });
    }
}

void StorageWatcher::look(std::unique_ptr<Session> &session) const
{
    if (!session) {
        auto opened = Session::open(m_url, Connection::Access::ReadOnly);
        if (!opened) {
            qCDebug(logStorage, "event=watcher_waits detail=%s ", qUtf8Printable(logValue(opened.error().detail)));
            return;
        }
        session = std::move(*opened);
    }
    if (session->sawForeignCommit().value_or(false))
        m_noticed();
}

} // namespace core::storage
