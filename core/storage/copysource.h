// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The workspace that is copied: kept as it is until the copy has ended, and then closed for good.
 */
#pragma once

#include "core/storage/connection.h"
#include "core/storage/dispatchpause.h"
#include "core/storage/tableschema.h"
#include "core/storage/transaction.h"

namespace core::storage {

/**
 * Promises: while it lives nobody writes into the workspace or sends from it; reading goes on. Nothing is changed unless
 * markMoved() succeeds. A crash lets go of everything.
 * Thread: the one that froze it.
 */
class CopySource
{
public:
    /** A workspace that is up to date. Errors: Conflict copy.dispatched; those of Connection::open; Unavailable. */
    static Result<std::unique_ptr<CopySource>> freeze(const DatabaseUrl &url);

    [[nodiscard]] Connection &connection() const { return *m_connection; }
    [[nodiscard]] const QString &workspaceId() const { return m_workspaceId; }
    [[nodiscard]] qint64 createdAt() const { return m_createdAt; } ///< ms since 1970

    /** The last id that a table has given away, also to rows that are gone. 0: none. */
    Result<qint64> lastId(const TableSchema &table) const;
    /** From then on every write is refused, also on connections that are open: Conflict database.moved_away. */
    Status markMoved(const QString &to);

private:
    CopySource(std::unique_ptr<Connection> connection, Transaction transaction);
    Status refuseWrites();

    std::unique_ptr<Connection> m_connection;
    Transaction m_transaction;
    std::optional<DispatchPause> m_pause;
    QString m_workspaceId;
    qint64 m_createdAt = 0;
};

} // namespace core::storage
