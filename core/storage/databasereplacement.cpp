// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/databasereplacement.h"

#include "core/storage/connection.h"
#include "core/storage/dialect.h"
#include "core/storage/messageids.h"
#include "core/storage/migrator.h"
#include "core/storage/statement.h"
#include "core/storage/transaction.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace core::storage {

using interfaces::WhenPresent;

namespace {

/** Everything is in the one file. Errors: Unavailable database.locked while anybody else has it open. */
Status leaveLog(Connection &connection)
{
    HELIOGRAPH_TRY(connection.run("connection_leave_log"));
    HELIOGRAPH_ASSIGN(const auto journal,
                      Statement(connection, "connection_journal").first([](Row &row) { return row.text(); }));
    return journal == QStringLiteral("delete") ? Status() : Failure(Error::make(ErrorKind::Unavailable, "database.locked"));
}

/** As long as it lives, nobody else can so much as read the database. Errors: as above; Corrupt. */
Result<std::unique_ptr<Connection>> openAlone(const DatabaseUrl &url)
{
    HELIOGRAPH_ASSIGN(auto connection, Connection::open(url, Connection::Access::CopyOut));
    HELIOGRAPH_TRY(leaveLog(*connection));
    HELIOGRAPH_TRY(connection->run("transaction_begin_alone"));
    // Whoever came in between has switched the log on again, with which others go on reading.
    HELIOGRAPH_ASSIGN(const auto journal,
                      Statement(*connection, "connection_journal").first([](Row &row) { return row.text(); }));
    if (journal != QStringLiteral("delete"))
        return Failure(Error::make(ErrorKind::Unavailable, "database.locked"));
    return connection;
}

Error inUse(const QString &path, const QString &detail = {})
{
    return Error::make(ErrorKind::Conflict, "restore.in_use", {path}, detail);
}

QString formerName(const QString &path)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    return path + QLatin1String(".before-restore-") + stamp;
}

/** A log that a file has left behind would be taken for the new one's own, and ruin it. */
Status moveCompanions(const QString &path, const QString &former)
{
    for (const QString &ending : companionEndings()) {
        QFile companion(path + ending);
        if (companion.exists() && !companion.rename(former + ending))
            return Failure(
                Error::make(ErrorKind::Unavailable, "file.unwritable", {former + ending, companion.errorString()}));
    }
    return {};
}

} // namespace

DatabaseReplacement::DatabaseReplacement(PartFile part, Hold hold, bool replaces)
    : m_hold(std::move(hold)), m_replaces(replaces), m_part(std::move(part))
{}

DatabaseReplacement::~DatabaseReplacement() = default;

Result<std::unique_ptr<DatabaseReplacement>> DatabaseReplacement::begin(const DatabaseUrl &place, WhenPresent present)
{
    const QString path = place.canonicalPath();
    const bool isPresent = QFileInfo::exists(path);
    if (isPresent && present == WhenPresent::Refuse)
        return Failure(Error::make(ErrorKind::Conflict, "restore.exists", {path}));
    if (const QString folder = QFileInfo(path).path(); !QFileInfo(folder).isDir())
        return Failure(Error::make(ErrorKind::Unavailable, "database.no_folder", {folder}));

    Hold hold;
    HELIOGRAPH_ASSIGN(hold.right, DispatchLock::tryTake(place));
    if (!hold.right)
        return Failure(inUse(path));
    if (isPresent) {
        auto alone = openAlone(place);
        if (alone)
            hold.alone = *std::move(alone);
        else if (alone.error().code == QLatin1String("database.locked"))
            return Failure(inUse(path, alone.error().detail));
        else if (alone.error().kind != ErrorKind::Corrupt)
            return Failure(alone.error());
    }
    HELIOGRAPH_ASSIGN(PartFile part, PartFile::create(path));
    return std::unique_ptr<DatabaseReplacement>(new DatabaseReplacement(std::move(part), std::move(hold), isPresent));
}

Status DatabaseReplacement::makeReady()
{
    const DatabaseUrl url = part();
    {
        HELIOGRAPH_ASSIGN(const auto connection, Connection::open(url, Connection::Access::ReadWrite));
        Migrator migrator(*connection, url, StatementCatalog::migrations(connection->dialect().name()));
        HELIOGRAPH_TRY(migrator.run(Migrator::Safeguard::None));
        HELIOGRAPH_ASSIGN(Transaction transaction, Transaction::begin(*connection, Transaction::Kind::Write));
        HELIOGRAPH_TRY(drawMessageIdsAnew(*connection));
        HELIOGRAPH_TRY(transaction.commit());
    }
    HELIOGRAPH_ASSIGN(m_executor, DirectExecutor::open(url));
    return {};
}

Result<QString> DatabaseReplacement::putInPlace()
{
    m_executor.reset();
    {
        HELIOGRAPH_ASSIGN(const auto connection, Connection::open(part(), Connection::Access::CopyOut));
        HELIOGRAPH_TRY(leaveLog(*connection));
    }
    // One that was made meanwhile is somebody's, together with its log.
    if (!m_replaces && QFileInfo::exists(m_part.target()))
        return Failure(Error::make(ErrorKind::Conflict, "file.exists", {m_part.target()}));
    const QString former = formerName(m_part.target());
    HELIOGRAPH_TRY(moveCompanions(m_part.target(), former));
    if (!m_replaces) {
        HELIOGRAPH_TRY(m_part.takeName());
        return QString();
    }
    HELIOGRAPH_TRY(m_part.takePlaceOf(former));
    return former;
}

} // namespace core::storage
