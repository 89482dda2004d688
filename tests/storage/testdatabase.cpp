// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/testdatabase.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace tests {

using core::storage::Connection;

TestDatabase::TestDatabase()
    : m_url(core::storage::DatabaseUrl::sqliteFile(m_folder.filePath(QStringLiteral("workspace.db"))))
{
    open();
}

TestDatabase::TestDatabase(const core::storage::DatabaseUrl &url) : m_url(url)
{
    open();
}

void TestDatabase::open()
{
    auto opened = core::storage::openDirectly(m_url);
    if (!opened)
        fail(opened.error());
    m_executor = std::move(*opened);
}

TestDatabase::~TestDatabase() = default;

std::unique_ptr<Connection> TestDatabase::connect(Connection::Access access) const
{
    auto opened = Connection::open(m_url, access);
    if (!opened)
        fail(opened.error());
    return std::move(*opened);
}

void TestDatabase::fail(const core::Error &error)
{
    qFatal("%s %s %s", qUtf8Printable(core::kindName(error.kind)), qUtf8Printable(error.code), qUtf8Printable(error.detail));
}

qint64 numberOf(Connection &connection, const QString &sql)
{
    const auto query = connection.prepared(sql, QStringLiteral("test"));
    if (!query)
        qFatal("%s", qUtf8Printable(query.error().detail));
    if (!(*query)->exec() || !(*query)->next())
        qFatal("%s", qUtf8Printable((*query)->lastError().text()));
    const qint64 number = (*query)->value(0).toLongLong();
    (*query)->finish();
    return number;
}

QStringList textsOf(Connection &connection, const QString &sql, int column)
{
    const auto query = connection.prepared(sql, QStringLiteral("test"));
    if (!query)
        qFatal("%s", qUtf8Printable(query.error().detail));
    if (!(*query)->exec())
        qFatal("%s", qUtf8Printable((*query)->lastError().text()));
    QStringList texts;
    while ((*query)->next())
        texts << (*query)->value(column).toString();
    return texts;
}

QStringList planOf(Connection &connection, const QString &sql)
{
    return textsOf(connection, QLatin1String("EXPLAIN QUERY PLAN ") + sql, 3);
}

} // namespace tests
