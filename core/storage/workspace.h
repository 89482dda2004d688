// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Opens a workspace: creates or migrates its database, then gives the executor and the change feed.
 */
#pragma once

#include "core/interfaces/changefeed.h"
#include "core/interfaces/executor.h"
#include "core/storage/databaseurl.h"
#include "core/storage/directexecutor.h"

namespace core::storage {

class Connection;
class StorageExecutor;
class ServerListener;
class StorageWatcher;

/**
 * Creates the database if there is none, or brings it to the newest schema.
 * Errors: those of Migrator::run and Connection::open; Unavailable database.no_folder (path) if its folder is not there.
 */
Status prepareDatabase(const DatabaseUrl &url);

/**
 * The schema alone: what is in the database is nobody's business yet but the copy's that writes it (databasecopy.h).
 * Errors: as of prepareDatabase().
 */
Result<std::unique_ptr<Connection>> openUpgraded(const DatabaseUrl &url);

/** For the command line: prepared, and run in the calling thread. */
Result<std::unique_ptr<DirectExecutor>> openDirectly(const DatabaseUrl &url);

/**
 * A workspace with its storage threads: for the window and for serve.
 *
 * Destroying it finishes every future (StorageExecutor). Thread: construct and destroy on one; use from any.
 */
class Workspace
{
public:
    static Result<std::unique_ptr<Workspace>> open(const DatabaseUrl &url);
    ~Workspace();
    Workspace(const Workspace &) = delete;
    Workspace &operator=(const Workspace &) = delete;

    /**
     * Finishes every future and ends the storage threads. The executor stays and refuses what comes later (Cancelled
     * database.closing), so that work on other threads which would submit something can end in peace.
     */
    void close();

    [[nodiscard]] const DatabaseUrl &url() const { return m_url; }
    [[nodiscard]] interfaces::Executor &executor();
    [[nodiscard]] interfaces::ChangeFeed &changes();

private:
    explicit Workspace(const DatabaseUrl &url);

    DatabaseUrl m_url;
    std::unique_ptr<StorageExecutor> m_executor;
    // One of them; both speak to the executor, so they go first.
    std::unique_ptr<StorageWatcher> m_watcher;  ///< of a file
    std::unique_ptr<ServerListener> m_listener; ///< of a server
};

} // namespace core::storage
