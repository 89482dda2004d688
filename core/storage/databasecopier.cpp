// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/databasecopier.h"

#include "core/storage/connection.h"
#include "core/storage/databasereplacement.h"
#include "core/storage/dialect.h"
#include "core/storage/integritycheck.h"
#include "core/storage/migrator.h"
#include "core/storage/partfile.h"
#include "core/storage/statement.h"

#include <QFileInfo>

namespace core::storage {

using interfaces::WhenPresent;
using interfaces::WorkspaceReplacement;

namespace {

/** As one word of a shell, whatever is in it. */
QString shellWord(QString text)
{
    return u'\'' + text.replace(u'\'', QLatin1String("'\\''")) + u'\'';
}

Error postgresql(const char *code, const QString &file, const DatabaseUrl &url)
{
    return Error::make(ErrorKind::Conflict, code, {shellWord(file), shellWord(url.text())});
}

/** Where a backup may go. */
Status checkTarget(const DatabaseUrl &workspace, const QString &path)
{
    const QFileInfo file(path);
    if (DatabaseUrl::sqliteFile(path).canonicalPath() == workspace.canonicalPath())
        return Failure(Error::make(ErrorKind::Conflict, "backup.same_file", {path}));
    if (file.isDir())
        return Failure(Error::make(ErrorKind::Unavailable, "file.is_folder", {path}));
    if (file.exists() || file.isSymLink())
        return Failure(Error::make(ErrorKind::Conflict, "file.exists", {path}));
    if (!QFileInfo(file.path()).isDir())
        return Failure(Error::make(ErrorKind::Unavailable, "file.no_folder", {file.path()}));
    return {};
}

/** Copies what is committed now, and looks whether it arrived. Errors: Corrupt backup.damaged, or the database's. */
Status copy(const DatabaseUrl &from, const DatabaseUrl &to)
{
    {
        HELIOGRAPH_ASSIGN(const auto connection, Connection::open(from, Connection::Access::CopyOut));
        HELIOGRAPH_TRY(Statement(*connection, "database_copy").bind(":path", to.path()).run());
    }
    HELIOGRAPH_ASSIGN(const QString problem, firstProblem(to));
    if (!problem.isEmpty())
        return Failure(Error::make(ErrorKind::Corrupt, "backup.damaged", {problem}));
    return {};
}

/**
 * Opened as it is and looked at: nothing is made, and nothing changed in a file that somebody may need again.
 * Errors: NotFound file.missing; Conflict restore.foreign, database.newer; the database's.
 */
Status isWorkspace(const DatabaseUrl &file)
{
    if (!QFileInfo::exists(file.path()))
        return Failure(Error::make(ErrorKind::NotFound, "file.missing", {file.path()}));
    HELIOGRAPH_ASSIGN(const auto connection, Connection::open(file, Connection::Access::ReadOnly));
    const auto &dialect = connection->dialect();
    HELIOGRAPH_ASSIGN(const int schema, Migrator(*connection, file, StatementCatalog::migrations(dialect.name())).schema());
    if (schema == 0)
        return Failure(Error::make(ErrorKind::Conflict, "restore.foreign", {file.path()}));
    HELIOGRAPH_ASSIGN(const auto id, Statement(*connection, "workspace_find").first([](Row &row) { return row.text(); }));
    return id ? Status() : Failure(Error::make(ErrorKind::Conflict, "restore.foreign", {file.path()}));
}

/** @return size of the file */
Result<qint64> backedUp(const DatabaseUrl &workspace, const QString &target)
{
    HELIOGRAPH_TRY(isWorkspace(workspace));
    HELIOGRAPH_TRY(checkTarget(workspace, target));
    HELIOGRAPH_ASSIGN(PartFile part, PartFile::create(target));
    HELIOGRAPH_TRY(copy(workspace, part.url()));
    HELIOGRAPH_TRY(part.takeName());
    return QFileInfo(target).size();
}

/** In the words of who restores, who named a file and not a database. */
Error aboutBackup(const Error &error, const DatabaseUrl &file)
{
    if (error.code == QLatin1String("database.not_a_database") || error.code == QLatin1String("database.foreign"))
        return Error::make(ErrorKind::Conflict, "restore.foreign", {file.path()}, error.detail);
    if (error.code == QLatin1String("database.unreadable"))
        return Error::make(ErrorKind::Unavailable, "database.path_unreadable", {file.path()}, error.detail);
    if (error.code == QLatin1String("backup.damaged") || error.code == QLatin1String("database.corrupt"))
        return Error::make(ErrorKind::Corrupt, "restore.damaged",
                           {file.path(), error.args.isEmpty() ? error.detail : error.args.first()}, error.detail);
    return error;
}

Status checkSource(const DatabaseUrl &workspace, const DatabaseUrl &source)
{
    if (QFileInfo(source.path()).isDir())
        return Failure(Error::make(ErrorKind::Unavailable, "file.is_folder", {source.path()}));
    if (source.canonicalPath() == workspace.canonicalPath())
        return Failure(Error::make(ErrorKind::Conflict, "restore.same_file", {source.path()}));
    if (const Status found = isWorkspace(source); !found)
        return Failure(aboutBackup(found.error(), source));
    return {};
}

} // namespace

DatabaseCopier::DatabaseCopier(DatabaseUrl url) : m_url(std::move(url)) {}

Result<qint64> DatabaseCopier::backUp(const QString &path)
{
    const QString target = QFileInfo(path).absoluteFilePath();
    if (m_url.kind() == DatabaseUrl::Kind::Postgresql)
        return Failure(postgresql("backup.postgresql", target, m_url));
    Result<qint64> bytes = backedUp(m_url, target);
    if (!bytes && bytes.error().code == QLatin1String("database.full"))
        return Failure(Error::make(ErrorKind::Unavailable, "backup.full", {target}, bytes.error().detail));
    return bytes;
}

Result<std::unique_ptr<WorkspaceReplacement>> DatabaseCopier::bringIn(const QString &path, WhenPresent present)
{
    const DatabaseUrl source = DatabaseUrl::sqliteFile(path);
    if (m_url.kind() == DatabaseUrl::Kind::Postgresql)
        return Failure(postgresql("restore.postgresql", source.path(), m_url));
    HELIOGRAPH_TRY(checkSource(m_url, source));
    HELIOGRAPH_ASSIGN(auto replacement, DatabaseReplacement::begin(m_url, present));
    if (const Status copied = copy(source, replacement->part()); !copied)
        return Failure(aboutBackup(copied.error(), source));
    HELIOGRAPH_TRY(replacement->makeReady());
    return replacement;
}

} // namespace core::storage
