// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/connection.h"

#include "core/storage/dialect.h"
#include "core/storage/statementcatalog.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace core::storage {

namespace {

/** Filters are composed from fragments, so the number of texts has no natural bound. */
constexpr qsizetype maxPrepared = 300;

} // namespace

Connection::Connection(const Dialect &dialect, const StatementCatalog &catalog, QString name)
    : m_dialect(dialect), m_catalog(catalog), m_name(std::move(name))
{}

Connection::~Connection()
{
    // The queries must be gone before the database is removed, or Qt complains that it is still in use.
    m_prepared.clear();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const DatabaseUrl &url, Access access)
{
    const Dialect &dialect = dialectFor(url);
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<Connection> connection(new Connection(dialect, StatementCatalog::forDialect(dialect.name()), name));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(dialect.driver(), name);
        dialect.aim(database, url);
        if (!database.isValid())
            return Failure(Error::make(ErrorKind::Unavailable, "database.no_driver", {dialect.driver()}));
        if (!database.open())
            return Failure(dialect.classified(database.lastError(), url.text()));
    }
    HELIOGRAPH_TRY(connection->setUp(access));
    HELIOGRAPH_TRY(dialect.inspect(*connection));
    return connection;
}

Status Connection::setUp(Access access)
{
    HELIOGRAPH_TRY(runScript("connection_set_up"));
    if (access == Access::CopyOut)
        return {};
    return run(access == Access::ReadOnly ? "connection_forbid_writing" : "connection_allow_writing");
}

Status Connection::run(const char *name, const Pieces &pieces)
{
    return runText(text(name, pieces), QString::fromLatin1(name));
}

Status Connection::runScript(const char *name, const Pieces &pieces)
{
    for (const QString &sql : StatementCatalog::splitScript(text(name, pieces)))
        HELIOGRAPH_TRY(runText(sql, QString::fromLatin1(name)));
    return {};
}

Status Connection::runText(const QString &sql, const QString &where)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return Failure(classified(query.lastError(), where));
    return {};
}

Status Connection::setDurable(bool durable)
{
    if (durable == m_durable)
        return {};
    HELIOGRAPH_TRY(run(durable ? "connection_durable" : "connection_fast"));
    m_durable = durable;
    return {};
}

QString Connection::text(const char *name, const Pieces &pieces) const
{
    QString sql = m_catalog.text(QString::fromLatin1(name));
    for (const auto &[place, text] : pieces)
        sql.replace(u'{' + place + u'}', text);
    return sql;
}

Result<std::shared_ptr<QSqlQuery>> Connection::prepared(const QString &sql, const QString &where)
{
    if (const auto found = m_prepared.constFind(sql); found != m_prepared.cend() && found->use_count() == 1)
        return *found;

    auto query = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_name, false));
    query->setForwardOnly(true);
    if (sql.isEmpty() || !query->prepare(sql))
        return Failure(classified(query->lastError(), where));
    if (m_prepared.size() >= maxPrepared)
        m_prepared.clear();
    m_prepared.insert(sql, query);
    return query;
}

QSqlDriver *Connection::driver() const
{
    return QSqlDatabase::database(m_name, false).driver();
}

Error Connection::classified(const QSqlError &error, const QString &where) const
{
    return m_dialect.classified(error, where);
}

} // namespace core::storage
