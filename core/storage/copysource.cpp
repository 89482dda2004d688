// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/copysource.h"

#include "core/storage/statement.h"
#include "core/storage/tablerows.h"

#include <algorithm>

namespace core::storage {

namespace {

Result<QStringList> tableNames(Connection &connection)
{
    Statement select(connection, "database_tables");
    return select.list([](Row &row) { return row.text(); });
}

} // namespace

CopySource::CopySource(std::unique_ptr<Connection> connection, Transaction transaction)
    : m_connection(std::move(connection)), m_transaction(std::move(transaction))
{}

Result<std::unique_ptr<CopySource>> CopySource::freeze(const DatabaseUrl &url)
{
    HELIOGRAPH_ASSIGN(auto connection, Connection::open(url, Connection::Access::ReadWrite));
    HELIOGRAPH_ASSIGN(Transaction transaction, Transaction::begin(*connection, Transaction::Kind::Write));
    std::unique_ptr<CopySource> source(new CopySource(std::move(connection), std::move(transaction)));
    Connection &frozen = source->connection();
    HELIOGRAPH_ASSIGN(const QStringList names, tableNames(frozen));
    HELIOGRAPH_TRY(frozen.runScript("tables_freeze", {{QStringLiteral("tables"), names.join(QLatin1String(", "))}}));
    // Only now: who had not begun yet cannot any more.
    HELIOGRAPH_ASSIGN(source->m_pause, DispatchPause::begin(frozen, url));

    Statement select(frozen, "workspace_origin");
    HELIOGRAPH_TRY(select.forEach([&source](Row &row) {
        source->m_workspaceId = row.text();
        source->m_createdAt = row.integer();
    }));
    return source;
}

Result<qint64> CopySource::lastId(const TableSchema &table) const
{
    Statement select(*m_connection, "sequence_position");
    HELIOGRAPH_ASSIGN(const qint64 given, select.bind(":table", table.name).number());
    // A database without sequences for all its tables draws the next id from the rows that are there.
    HELIOGRAPH_ASSIGN(const qint64 present, TableRows(*m_connection, table).greatestId());
    return std::max(given, present);
}

Status CopySource::markMoved(const QString &to)
{
    Statement move(*m_connection, "workspace_move");
    HELIOGRAPH_TRY(move.bind(":moved_to", to).run());
    HELIOGRAPH_TRY(refuseWrites());
    return m_transaction.commit();
}

Status CopySource::refuseWrites()
{
    HELIOGRAPH_TRY(m_connection->run("tables_refuse_begin"));
    HELIOGRAPH_ASSIGN(const QStringList names, tableNames(*m_connection));
    for (const QString &name : names) {
        for (const char *event : {"INSERT", "UPDATE", "DELETE"}) {
            HELIOGRAPH_TRY(m_connection->run("table_refuse", {{QStringLiteral("name"), name},
                                                              {QStringLiteral("table"), u'"' + name + u'"'},
                                                              {QStringLiteral("event"), QString::fromLatin1(event)}}));
        }
    }
    return {};
}

} // namespace core::storage
