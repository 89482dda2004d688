// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/sqlitedialect.h"

#include "core/storage/statement.h"

#include <QDateTime>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>

namespace core::storage {

namespace {

// Result codes of SQLite (sqlite.org/rescode.html). The low byte is the kind, the rest says more.
enum : int {
    sqliteBusy = 5,
    sqliteLocked = 6,
    sqliteReadOnly = 8,
    sqliteIoError = 10,
    sqliteCorrupt = 11,
    sqliteFull = 13,
    sqliteCannotOpen = 14,
    sqliteConstraint = 19,
    sqliteNotADatabase = 26,
    sqliteReadOnlyMoved = 1032,
    sqliteConstraintPrimaryKey = 1555,
    sqliteConstraintTrigger = 1811, ///< the only triggers are those of a workspace that was moved
    sqliteConstraintUnique = 2067,
    sqliteIoErrorShmSize = 4874,
};

/**
 * SQLite makes the files beside a database with its rights, so those that were made while it was read-only would keep it so
 * when it no longer is.
 */
void letOwnerWrite(const QString &path)
{
    const QFile::Permissions rights = QFile::permissions(path);
    if (rights && !(rights & QFile::WriteOwner))
        QFile::setPermissions(path, rights | QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace

QString SqliteDialect::name() const
{
    return QStringLiteral("sqlite");
}

QString SqliteDialect::driver() const
{
    return QStringLiteral("QSQLITE");
}

void SqliteDialect::aim(QSqlDatabase &database, const DatabaseUrl &url) const
{
    for (const QLatin1String ending : {QLatin1String("-wal"), QLatin1String("-shm")})
        letOwnerWrite(url.path() + ending);
    database.setDatabaseName(url.path());
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
}

Error SqliteDialect::classified(const QSqlError &error, const QString &where) const
{
    const QString detail = where + QLatin1String(": ") + error.databaseText();
    const int code = error.nativeErrorCode().toInt();
    if (code == sqliteConstraintUnique || code == sqliteConstraintPrimaryKey)
        return Error::make(ErrorKind::Conflict, uniqueViolation, {}, detail);
    if (code == sqliteConstraintTrigger)
        return Error::make(ErrorKind::Conflict, "database.moved_away", {}, detail);
    if (code == sqliteIoErrorShmSize) // no room for the index of the log: the full disk's other name
        return Error::make(ErrorKind::Unavailable, "database.full", {}, detail);
    if (code == sqliteReadOnlyMoved)
        return Error::make(ErrorKind::Unavailable, "database.file_gone", {}, detail);

    switch (code & 0xff) {
    case sqliteBusy:
    case sqliteLocked:
        return Error::make(ErrorKind::Unavailable, "database.locked", {}, detail);
    case sqliteReadOnly:
        return Error::make(ErrorKind::Unavailable, "database.read_only", {}, detail);
    case sqliteIoError:
        return Error::make(ErrorKind::Unavailable, "database.io", {}, detail);
    case sqliteFull:
        return Error::make(ErrorKind::Unavailable, "database.full", {}, detail);
    case sqliteCannotOpen:
        return Error::make(ErrorKind::Unavailable, "database.unreadable", {}, detail);
    case sqliteCorrupt:
        return Error::make(ErrorKind::Corrupt, "database.corrupt", {}, detail);
    case sqliteNotADatabase:
        return Error::make(ErrorKind::Corrupt, "database.not_a_database", {}, detail);
    case sqliteConstraint:
        return Error::make(ErrorKind::Conflict, "database.constraint", {}, detail);
    default:
        return Error::make(ErrorKind::Internal, "database.statement", {where}, detail);
    }
}

Status SqliteDialect::inspect(Connection &) const
{
    return {};
}

Result<QString> SqliteDialect::backUp(Connection &connection, const DatabaseUrl &url) const
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QString copy = url.path() + QLatin1String(".before-upgrade-") + stamp;
    // It has its name only when it is whole: half a copy must never be taken for one.
    const QString part = url.path() + QLatin1String(".before-upgrade.part");
    QFile::remove(part);
    Statement statement(connection, "database_copy");
    if (const Status copied = statement.bind(":path", part).run(); !copied) {
        QFile::remove(part);
        return Failure(copied.error());
    }
    if (!QFile::rename(part, copy))
        return Failure(Error::make(ErrorKind::Unavailable, "database.io", {}, copy));
    return copy;
}

bool SqliteDialect::canStore(const QString &) const
{
    return true;
}

Status SqliteDialect::announce(Connection &, interfaces::Changes) const
{
    return {}; // they see it by the file (StorageWatcher)
}

} // namespace core::storage
