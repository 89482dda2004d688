// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Hears from a PostgreSQL server what other processes have changed.
 */
#pragma once

#include "core/interfaces/changefeed.h"
#include "core/storage/databaseurl.h"

#include <QThread>
#include <functional>
#include <memory>

namespace core::storage {

/**
 * Has a thread and a connection of its own. Where the server was away, everything may have changed meanwhile: it says so
 * once it listens again, a second at most after the server is back. Thread: construct and destroy on one; `noticed` is
 * called on the listener's.
 */
class ServerListener
{
public:
    using Noticed = std::function<void(interfaces::Changes)>;

    ServerListener(const DatabaseUrl &url, Noticed noticed);
    ~ServerListener();
    ServerListener(const ServerListener &) = delete;
    ServerListener &operator=(const ServerListener &) = delete;

private:
    QThread m_thread;
};

} // namespace core::storage
