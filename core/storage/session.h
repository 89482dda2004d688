// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A connection with its repositories, and the one way in which work is run on it: in a transaction.
 */
#pragma once

#include "core/storage/connection.h"
#include "core/storage/repositoryset.h"
#include "core/storage/transaction.h"
#include "core/storage/writequeue.h"

#include <functional>

namespace core::storage {

/** Thread: the one that opened it. Used by both executors. */
class Session
{
public:
    using Work = std::function<Status(interfaces::UnitOfWork &)>;

    static Result<std::unique_ptr<Session>> open(const DatabaseUrl &url, Connection::Access access);

    /**
     * Runs `work` in one transaction: committed if it succeeds, rolled back if not. Called from within other work, it is
     * part of that one's transaction.
     * @param lane     Bulk lets others that wait to write go first, also those of other processes, and may lose its last
     *                 batches with the power; on a server, Dispatch writes beside others instead of after them
     * @param changed  what a committed write touched; nothing after an error
     * Errors: those of the work, of the commit or of the connection.
     */
    Status write(const Work &work, interfaces::Lane lane, interfaces::Changes *changed = nullptr);
    /** The same for work that only reads; sees one snapshot. */
    Status read(const Work &work);
    /** True if another connection has committed since the last call (the first call only looks). */
    Result<bool> sawForeignCommit();

    /** isAwaited() can tell: not on a server. */
    [[nodiscard]] bool seesWhoWaits() const { return m_queue.has_value(); }
    /** Another process waits to write. */
    [[nodiscard]] bool isAwaited() const { return m_queue && m_queue->isAwaited(); }

private:
    Status run(const Work &work);
    [[nodiscard]] Result<Transaction> beginWriting(interfaces::Lane lane) const;
    explicit Session(std::unique_ptr<Connection> connection);

    std::unique_ptr<Connection> m_connection;
    std::optional<WriteQueue> m_queue; ///< of one that may write to a file
    RepositorySet m_repositories;
    std::optional<qint64> m_dataVersion;
    bool m_working = false;
};

} // namespace core::storage
