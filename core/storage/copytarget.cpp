// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/copytarget.h"

#include "core/domain/user.h"
#include "core/storage/copysource.h"
#include "core/storage/messageids.h"
#include "core/storage/statement.h"
#include "core/storage/tablerows.h"
#include "core/storage/transaction.h"
#include "core/storage/workspace.h"

#include <algorithm>

namespace core::storage {

namespace {

Failure notEmpty(const DatabaseUrl &url, const QString &table)
{
    return Failure(Error::make(ErrorKind::Conflict, "copy.not_empty", {url.text(), table}));
}

const TableSchema *find(const QList<TableSchema> &tables, const QString &name)
{
    const auto found =
        std::find_if(tables.begin(), tables.end(), [&name](const TableSchema &table) { return table.name == name; });
    return found == tables.end() ? nullptr : &*found;
}

QString listed(const QList<TableSchema> &tables)
{
    QStringList names;
    for (const TableSchema &table : tables)
        names << table.name;
    return names.join(QLatin1String(", "));
}

} // namespace

CopyTarget::CopyTarget(const DatabaseUrl &url, std::unique_ptr<Connection> connection)
    : m_url(url), m_connection(std::move(connection))
{}

Result<std::unique_ptr<CopyTarget>> CopyTarget::open(const DatabaseUrl &url)
{
    auto connection = openUpgraded(url);
    if (!connection && connection.error().code == QLatin1String("database.moved"))
        return notEmpty(url, QStringLiteral("workspace")); // where that went is of no interest here
    if (!connection)
        return Failure(connection.error());
    return std::unique_ptr<CopyTarget>(new CopyTarget(url, std::move(*connection)));
}

Result<bool> CopyTarget::isBegun(const UnfinishedCopy &mark, const QList<TableSchema> &tables)
{
    HELIOGRAPH_ASSIGN(const auto begun, UnfinishedCopy::find(*m_connection));
    if (begun && begun->workspaceId == mark.workspaceId)
        return true;
    if (begun)
        return notEmpty(m_url, QStringLiteral("unfinished_copy"));
    for (const TableSchema &table : tables) {
        HELIOGRAPH_ASSIGN(const bool empty, isEmpty(table));
        if (!empty)
            return notEmpty(m_url, table.name);
    }
    return false;
}

Result<bool> CopyTarget::begin(const UnfinishedCopy &mark, const QList<TableSchema> &tables)
{
    HELIOGRAPH_ASSIGN(m_pause, DispatchPause::begin(*m_connection, m_url));
    {
        HELIOGRAPH_ASSIGN(Transaction transaction, Transaction::begin(*m_connection, Transaction::Kind::Write));
        HELIOGRAPH_ASSIGN(const bool begun, isBegun(mark, tables));
        if (begun)
            return true;
        for (const TableSchema &table : tables)
            HELIOGRAPH_TRY(TableRows(*m_connection, table).erase({}));
        HELIOGRAPH_TRY(UnfinishedCopy::begin(*m_connection, mark));
        HELIOGRAPH_TRY(transaction.commit());
    }
    // What the power takes is copied again; conclude() waits for the disk.
    HELIOGRAPH_TRY(m_connection->setDurable(false));
    return false;
}

Result<bool> CopyTarget::isEmpty(const TableSchema &table)
{
    // What a workspace has that nobody has used yet, and who looked at it.
    if (table.name == QLatin1String("workspace") || table.name == QLatin1String("instances"))
        return true;
    if (table.name == QLatin1String("users")) {
        Statement count(*m_connection, "user_count_added");
        HELIOGRAPH_ASSIGN(const qint64 added, count.bind(":email", domain::localEmail()).number());
        return added == 0;
    }
    Statement exists(*m_connection, "row_exists", {{QStringLiteral("table"), u'"' + table.name + u'"'}});
    HELIOGRAPH_ASSIGN(const qint64 rows, exists.number());
    return rows == 0;
}

Status CopyTarget::conclude(const CopySource &source, const QList<TableSchema> &tables)
{
    const TableSchema *messages = find(tables, QStringLiteral("messages"));
    if (!messages)
        return Failure(Error::make(ErrorKind::Internal, "copy.schema", {QStringLiteral("messages")}));
    HELIOGRAPH_ASSIGN(const qint64 last, source.lastId(*messages));
    const qint64 base = drawMessageIdBase(last);

    HELIOGRAPH_TRY(m_connection->setDurable(true));
    HELIOGRAPH_ASSIGN(Transaction transaction, Transaction::begin(*m_connection, Transaction::Kind::Write));
    HELIOGRAPH_TRY(makeWorkspace(source, base));
    HELIOGRAPH_TRY(setSequences(source, tables, base));
    HELIOGRAPH_TRY(m_connection->runScript("tables_settle", {{QStringLiteral("tables"), listed(tables)}}));
    return transaction.commit();
}

Status CopyTarget::makeWorkspace(const CopySource &source, qint64 messageIdBase)
{
    HELIOGRAPH_TRY(m_connection->run("workspace_delete"));
    Statement insert(*m_connection, "workspace_insert");
    insert.bind(":id", source.workspaceId()).bind(":message_id_base", messageIdBase);
    return insert.bind(":created_at", source.createdAt()).run();
}

Status CopyTarget::setSequences(const CopySource &source, const QList<TableSchema> &tables, qint64 messageIdBase)
{
    Statement select(*m_connection, "sequence_tables");
    HELIOGRAPH_ASSIGN(const QStringList names, select.list([](Row &row) { return row.text(); }));
    HELIOGRAPH_TRY(m_connection->run("sequences_forget"));
    for (const QString &name : names) {
        const TableSchema *table = find(tables, name);
        if (!table || !table->hasId())
            return Failure(Error::make(ErrorKind::Internal, "copy.schema", {name}));
        HELIOGRAPH_ASSIGN(const qint64 last, source.lastId(*table));
        const qint64 position = name == QLatin1String("messages") ? messageIdBase : last;
        if (position == 0) // nobody had one
            continue;
        Statement set(*m_connection, "sequence_set");
        HELIOGRAPH_TRY(set.bind(":table", name).bind(":position", position).run());
    }
    return {};
}

Status CopyTarget::end()
{
    HELIOGRAPH_ASSIGN(Transaction transaction, Transaction::begin(*m_connection, Transaction::Kind::Write));
    HELIOGRAPH_TRY(UnfinishedCopy::end(*m_connection));
    return transaction.commit();
}

Result<bool> CopyTarget::holds(const QString &workspaceId)
{
    Statement select(*m_connection, "workspace_origin");
    HELIOGRAPH_ASSIGN(const auto id, select.first([](Row &row) { return row.text(); }));
    return id == workspaceId;
}

} // namespace core::storage
