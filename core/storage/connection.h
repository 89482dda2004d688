// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One open connection to the workspace's database, with its prepared statements.
 *
 * Knows no table. Everything above it speaks in named statements (Statement) and transactions (Transaction).
 */
#pragma once

#include "core/base/result.h"
#include "core/interfaces/changefeed.h"
#include "core/storage/databaseurl.h"

#include <QHash>
#include <QList>
#include <QString>
#include <memory>
#include <utility>

class QSqlDriver;
class QSqlError;
class QSqlQuery;

namespace core::storage {

class Dialect;
class StatementCatalog;

/** Texts put into a statement's `{…}`: named fragments and what the schema calls its things, never values. */
using Pieces = QList<std::pair<QString, QString>>;

/**
 * Owns a uniquely named QSqlDatabase and closes it when it goes.
 *
 * Promises: foreign keys, journal and waiting for locks are set up before the first statement; commits are durable until
 * setDurable(false) is said.
 * Thread: the one that opened it, for its whole life.
 */
class Connection
{
public:
    enum class Access {
        ReadWrite,
        ReadOnly,
        CopyOut, ///< leaves the file as it is; only for copying it elsewhere, which is writing to a ReadOnly one
    };

    /** Creates an SQLite file that does not exist (its folder must). Errors: Unavailable, Corrupt. */
    static Result<std::unique_ptr<Connection>> open(const DatabaseUrl &url, Access access);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /** A named statement without values and rows. */
    Status run(const char *name, const Pieces &pieces = {});
    /** The statements of a block, one after the other, without values. */
    Status runScript(const char *name, const Pieces &pieces = {});
    /** One statement of a migration, as it is. */
    Status runText(const QString &sql, const QString &where);
    /** Whether commits wait for the disk. Not within a transaction. */
    Status setDurable(bool durable);

    /** The statement's text; empty if there is no such name. */
    [[nodiscard]] QString text(const char *name, const Pieces &pieces = {}) const;
    /** Prepared before or now; never one that is being stepped through. */
    Result<std::shared_ptr<QSqlQuery>> prepared(const QString &sql, const QString &where);
    [[nodiscard]] Error classified(const QSqlError &error, const QString &where) const;
    /** Of the open database; never nullptr. */
    [[nodiscard]] QSqlDriver *driver() const;
    [[nodiscard]] const Dialect &dialect() const { return m_dialect; }

    /** Repositories say what they wrote; the executor tells everybody after the commit. */
    void noteChange(interfaces::Changes changes) { m_changes |= changes; }
    [[nodiscard]] interfaces::Changes takeChanges() { return std::exchange(m_changes, {}); }

private:
    Connection(const Dialect &dialect, const StatementCatalog &catalog, QString name);
    Status setUp(Access access);

    const Dialect &m_dialect;
    const StatementCatalog &m_catalog;
    QString m_name; ///< of the QSqlDatabase
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
    interfaces::Changes m_changes;
    bool m_durable = true;
};

} // namespace core::storage
