// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Notices within 200 ms that somebody has committed to the database, in this process or another one.
 */
#pragma once

#include "core/base/result.h"
#include "core/storage/databaseurl.h"

#include <QThread>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace core::storage {

class Session;

/**
 * Has a thread and a connection of its own; a database that cannot be opened is tried again with every look.
 * Thread: construct and destroy on one; `noticed` is called on the watcher's.
 */
class StorageWatcher
{
public:
    StorageWatcher(const DatabaseUrl &url, std::function<void()> noticed);
    ~StorageWatcher();
    StorageWatcher(const StorageWatcher &) = delete;
    StorageWatcher &operator=(const StorageWatcher &) = delete;

private:
    void watchUntilStopped();
    void look(std::unique_ptr<Session> &session) const;

    DatabaseUrl m_url;
    std::function<void()> m_noticed;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopped = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace core::storage
