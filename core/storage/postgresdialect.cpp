// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/postgresdialect.h"

#include "core/storage/announcement.h"
#include "core/storage/postgresrefusal.h"
#include "core/storage/statement.h"

#include <QSqlDatabase>
#include <QSqlError>

namespace core::storage {

namespace {

// SQLSTATE (postgresql.org/docs/15/errcodes-appendix.html). The first two characters are the class.
constexpr QLatin1String uniqueViolationState("23505");
constexpr QLatin1String constraintClass("23");
constexpr QLatin1String connectionClass("08");
constexpr QLatin1String refusedClass("28"); ///< a role, a password or pg_hba.conf
constexpr QLatin1String noSuchDatabase("3D000");
constexpr QLatin1String noRights("42501");
constexpr QLatin1String readOnlyTransaction("25006");
constexpr QLatin1String diskFull("53100");
constexpr QLatin1String resourcesClass("53");
constexpr QLatin1String shutdownClass("57P");
constexpr QLatin1String cancelled("57014"); ///< by statement_timeout
constexpr QLatin1String idleInTransaction("25P03");
constexpr QLatin1String ioError("58030");
constexpr QLatin1String corruptClass("XX");
constexpr QLatin1String movedAway("HG001"); ///< of our own trigger (sql/postgresql/copies.sql)

/** Locks: a deadlock, lock_timeout, a change that came in between. All of them pass. */
bool isContention(const QString &state)
{
    return state == QLatin1String("40P01") || state == QLatin1String("40001") || state == QLatin1String("55P03");
}

/** libpq gives no state where no server answered. */
bool isLost(const QSqlError &error, const QString &state)
{
    return state.startsWith(connectionClass) || state.startsWith(shutdownClass) || state == idleInTransaction ||
           error.type() == QSqlError::ConnectionError || state.isEmpty();
}

/** There is no connection yet, and so no state either. */
Error notConnected(const QString &words, const QString &detail)
{
    const char *code = "database.lost";
    switch (postgresRefusal(words)) {
    case PostgresRefusal::NoEntry:
        code = "database.refused";
        break;
    case PostgresRefusal::NoDatabase:
        code = "database.unknown";
        break;
    case PostgresRefusal::NotEncrypted:
        code = "database.not_encrypted";
        break;
    case PostgresRefusal::NotTrusted:
        code = "database.certificate";
        break;
    case PostgresRefusal::NoRoom:
        code = "database.server_busy";
        break;
    case PostgresRefusal::NoAnswer:
    case PostgresRefusal::NotNow:
        break;
    }
    return Error::make(ErrorKind::Unavailable, code, {}, detail);
}

/** Quoted for libpq's list of `name='value'`. */
QString quoted(QString value)
{
    value.replace(u'\\', QLatin1String("\\\\")).replace(u'\'', QLatin1String("\\'"));
    return u'\'' + value + u'\'';
}

} // namespace

QString PostgresDialect::name() const
{
    return QStringLiteral("postgresql");
}

QString PostgresDialect::driver() const
{
    return QStringLiteral("QPSQL");
}

void PostgresDialect::aim(QSqlDatabase &database, const DatabaseUrl &url) const
{
    database.setHostName(url.host());
    database.setPort(url.port());
    database.setUserName(url.user());
    database.setPassword(url.password());
    database.setDatabaseName(url.name());
    // A server that vanishes without a word is noticed within half a minute.
    QStringList options{QStringLiteral("connect_timeout=10"), QStringLiteral("application_name=heliograph"),
                        QStringLiteral("keepalives_idle=10"), QStringLiteral("keepalives_interval=5"),
                        QStringLiteral("keepalives_count=3"), QStringLiteral("tcp_user_timeout=30000")};
    for (const auto &[key, value] : url.options())
        options << key + u'=' + quoted(value);
    database.setConnectOptions(options.join(u';'));
}

Error PostgresDialect::classified(const QSqlError &error, const QString &where) const
{
    const QString detail = where + QLatin1String(": ") + error.databaseText().simplified();
    const QString state = error.nativeErrorCode();
    if (state.isEmpty() && error.type() == QSqlError::ConnectionError)
        return notConnected(error.databaseText(), detail);
    if (state == uniqueViolationState)
        return Error::make(ErrorKind::Conflict, uniqueViolation, {}, detail);
    if (state.startsWith(constraintClass))
        return Error::make(ErrorKind::Conflict, "database.constraint", {}, detail);
    if (isContention(state) || state == cancelled)
        return Error::make(ErrorKind::Unavailable, "database.locked", {}, detail);
    if (state == movedAway)
        return Error::make(ErrorKind::Conflict, "database.moved_away", {}, detail);
    if (state == readOnlyTransaction)
        return Error::make(ErrorKind::Unavailable, "database.server_read_only", {}, detail);
    if (state.startsWith(refusedClass) || state == noRights)
        return Error::make(ErrorKind::Unavailable, "database.refused", {}, detail);
    if (state == noSuchDatabase)
        return Error::make(ErrorKind::Unavailable, "database.unknown", {}, detail);
    if (state == diskFull)
        return Error::make(ErrorKind::Unavailable, "database.server_full", {}, detail);
    if (state.startsWith(resourcesClass))
        return Error::make(ErrorKind::Unavailable, "database.server_busy", {}, detail);
    if (state == ioError)
        return Error::make(ErrorKind::Unavailable, "database.server_io", {}, detail);
    if (state.startsWith(corruptClass))
        return Error::make(ErrorKind::Corrupt, "database.server_corrupt", {}, detail);
    if (isLost(error, state))
        return Error::make(ErrorKind::Unavailable, "database.lost", {}, detail);
    return Error::make(ErrorKind::Internal, "database.statement", {where}, detail);
}

Status PostgresDialect::inspect(Connection &connection) const
{
    Statement show(connection, "database_encoding");
    HELIOGRAPH_ASSIGN(const auto encoding, show.first([](Row &row) { return row.text(); }));
    if (encoding != QLatin1String("UTF8"))
        return Failure(Error::make(ErrorKind::Unavailable, "database.encoding", {encoding.value_or(QString())}));
    return {};
}

Result<QString> PostgresDialect::backUp(Connection &, const DatabaseUrl &) const
{
    return QString(); // the server's administrators have their own (pg_dump), and a step is undone if it fails
}

bool PostgresDialect::canStore(const QString &text) const
{
    return !text.contains(QChar(u'\0')); // its one character that no text has
}

Status PostgresDialect::announce(Connection &connection, interfaces::Changes changes) const
{
    Statement notify(connection, "changes_announce");
    return notify.bind(":payload", Announcement{Announcement::ownProcess(), changes}.text()).run();
}

} // namespace core::storage
