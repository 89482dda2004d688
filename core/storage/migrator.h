// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Brings a database to the newest schema, step by step, and makes a workspace of an empty one.
 */
#pragma once

#include "core/base/result.h"
#include "core/storage/statementcatalog.h"

namespace core::storage {

class Connection;
class DatabaseUrl;

/**
 * Promises: each step is one transaction; a fresh database runs the same steps as an upgraded one; an SQLite file is copied
 * before the schema of existing data is changed; nothing is touched in a database of a newer program or of a stranger.
 * Thread: that of the connection.
 */
class Migrator
{
public:
    /** What is done before existing data are changed. */
    enum class Safeguard {
        Copy, ///< the dialect's copy
        None, ///< it is a copy already
    };

    Migrator(Connection &connection, const DatabaseUrl &url, QList<Migration> migrations);

    /**
     * Errors: those of upgrade(); Conflict database.unfinished_copy (where from).
     */
    Status run(Safeguard safeguard = Safeguard::Copy);
    /**
     * The schema alone, as a copy needs it that makes the workspace itself.
     * Errors: Conflict database.newer (schema, known schema), database.foreign, database.moved (where to);
     * Corrupt database.changed_migration (name); Unavailable.
     */
    Status upgrade(Safeguard safeguard = Safeguard::Copy);
    /** How many steps it has, 0: it is empty. Changes nothing. Errors: those of upgrade(), but for database.moved. */
    Result<int> schema();

private:
    struct Applied
    {
        int number = 0;
        QString name;
        QString checksum;
    };

    Result<QList<Applied>> history();
    Status check(const QList<Applied> &applied) const;
    Status apply(const Migration &migration);
    /** Whether there is a workspace. */
    Result<bool> isPresent();
    Status refuseUnfinishedCopy();
    Status ensureWorkspace();

    Connection &m_connection;
    const DatabaseUrl &m_url;
    QList<Migration> m_migrations;
};

} // namespace core::storage
