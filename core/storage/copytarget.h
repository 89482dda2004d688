// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The database that a workspace is copied into: empty at first, of no use to anybody until the copy is whole.
 */
#pragma once

#include "core/storage/connection.h"
#include "core/storage/dispatchpause.h"
#include "core/storage/tableschema.h"
#include "core/storage/unfinishedcopy.h"

#include <optional>

namespace core::storage {

class CopySource;

/**
 * Promises: what somebody has stored is never written over; from begin() to end() the database is refused by whoever opens
 * it (Conflict database.unfinished_copy), also after a crash. Thread: the one that opened it.
 */
class CopyTarget
{
public:
    /** Created or brought to the newest schema. Errors: as of openUpgraded(); Conflict copy.not_empty (database, table). */
    static Result<std::unique_ptr<CopyTarget>> open(const DatabaseUrl &url);

    [[nodiscard]] Connection &connection() const { return *m_connection; }

    /**
     * True: there is a part of the same copy already, to go on with. False: it is empty.
     * Errors: Conflict copy.not_empty (database, table).
     */
    Result<bool> isBegun(const UnfinishedCopy &mark, const QList<TableSchema> &tables);
    /** As isBegun(), and has a part of the copy from then on. Errors: also Conflict copy.dispatched (by whom). */
    Result<bool> begin(const UnfinishedCopy &mark, const QList<TableSchema> &tables);
    /** The workspace itself, and ids for what comes later that nothing has ever had. On the disk when it returns. */
    Status conclude(const CopySource &source, const QList<TableSchema> &tables);
    /** Of use from now on. */
    Status end();
    /** Whether it is that workspace, be the copy ended or not. */
    Result<bool> holds(const QString &workspaceId);

private:
    CopyTarget(const DatabaseUrl &url, std::unique_ptr<Connection> connection);
    Result<bool> isEmpty(const TableSchema &table);
    Status makeWorkspace(const CopySource &source, qint64 messageIdBase);
    Status setSequences(const CopySource &source, const QList<TableSchema> &tables, qint64 messageIdBase);

    DatabaseUrl m_url;
    std::unique_ptr<Connection> m_connection;
    std::optional<DispatchPause> m_pause;
};

} // namespace core::storage
