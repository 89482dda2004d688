// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What differs between the databases beyond the wording of statements (that lies in sql/<name>/overrides.sql).
 */
#pragma once

#include "core/base/result.h"
#include "core/interfaces/changefeed.h"
#include "core/storage/databaseurl.h"

class QSqlDatabase;
class QSqlError;

namespace core::storage {

class Connection;

/** Thread: any (no state). */
class Dialect
{
public:
    virtual ~Dialect() = default;

    /** Folder of its overrides and migrations below sql/. */
    [[nodiscard]] virtual QString name() const = 0;
    /** Name of the Qt driver. */
    [[nodiscard]] virtual QString driver() const = 0;
    /** Tells the driver where the database is. */
    virtual void aim(QSqlDatabase &database, const DatabaseUrl &url) const = 0;
    /** What the driver reported, as one of our kinds. `where` names the statement, for the log. */
    [[nodiscard]] virtual Error classified(const QSqlError &error, const QString &where) const = 0;
    /** Looks at a connection that was just opened. Errors: Unavailable, if this is no database to work with. */
    virtual Status inspect(Connection &connection) const = 0;
    /** A copy of the database before its schema is changed; returns where it lies, empty if this database needs none. */
    virtual Result<QString> backUp(Connection &connection, const DatabaseUrl &url) const = 0;
    /** Whether a text can be stored as it is. */
    [[nodiscard]] virtual bool canStore(const QString &text) const = 0;
    /** Tells other processes what the transaction changed, once it is committed. Within it, at its end. */
    virtual Status announce(Connection &connection, interfaces::Changes changes) const = 0;
};

[[nodiscard]] const Dialect &dialectFor(const DatabaseUrl &url);

/** Whether a connection that gave this error is of no use any more: another one may fare better. */
[[nodiscard]] bool endsConnection(const Error &error);

/** Code of the Conflict that a violated UNIQUE becomes; repositories turn it into their own. */
inline constexpr const char *uniqueViolation = "database.unique";

} // namespace core::storage
