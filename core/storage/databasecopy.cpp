// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/databasecopy.h"

#include "core/base/logging.h"
#include "core/storage/copysource.h"
#include "core/storage/copytarget.h"
#include "core/storage/statement.h"
#include "core/storage/tablecopy.h"
#include "core/storage/workspace.h"

#include <QFileInfo>
#include <algorithm>

namespace core::storage {

namespace {

using Phase = CopyProgress::Phase;

/** The rows of all tables that are copied as they are, phase after phase. */
class RowCopy
{
public:
    RowCopy(const CopySource &source, const CopyTarget &target, const QList<TableSchema> &tables, const CopyWatcher &goOn)
        : m_goOn(goOn)
    {
        for (const TableSchema &table : tables) {
            // The one is made anew; the other is about programs that dispatch, and nobody does.
            if (table.name != QLatin1String("workspace") && table.name != QLatin1String("instances"))
                m_tables.emplace_back(TableRows(source.connection(), table), TableRows(target.connection(), table));
        }
    }

    Status count()
    {
        for (TableCopy &table : m_tables) {
            HELIOGRAPH_ASSIGN(const qint64 rows, table.countRows());
            m_rows += rows;
        }
        return {};
    }

    Status run(Phase phase, Status (TableCopy::*work)(const TableCopy::Advance &))
    {
        CopyProgress progress{phase, {}, 0, m_rows};
        for (TableCopy &table : m_tables) {
            progress.table = table.name();
            HELIOGRAPH_TRY((table.*work)([&](qint64 rows) -> Status {
                progress.rows += rows;
                if (!m_goOn(progress))
                    return Failure(Error::make(ErrorKind::Cancelled, "copy.stopped"));
                return {};
            }));
        }
        return {};
    }

    [[nodiscard]] CopyReport report() const { return {int(m_tables.size()), m_rows, false}; }

private:
    const CopyWatcher &m_goOn;
    std::vector<TableCopy> m_tables;
    qint64 m_rows = 0;
};

Result<QList<TableSchema>> sharedTables(Connection &source, Connection &target)
{
    HELIOGRAPH_ASSIGN(const QList<TableSchema> tables, readTables(source));
    HELIOGRAPH_ASSIGN(const QList<TableSchema> others, readTables(target));
    for (qsizetype i = 0; i < std::max(tables.size(), others.size()); ++i) {
        if (i >= others.size() || i >= tables.size() || tables[i] != others[i])
            return Failure(Error::make(ErrorKind::Internal, "copy.schema", {(i < tables.size() ? tables : others)[i].name}));
    }
    return parentsFirst(source, tables);
}

/** What was interrupted between the last two steps is ended, too. */
Result<CopyReport> concludeMoved(const DatabaseUrl &from, const DatabaseUrl &to, const Error &moved)
{
    if (to.kind() == DatabaseUrl::Kind::Sqlite && !QFileInfo::exists(to.path()))
        return Failure(moved);
    HELIOGRAPH_ASSIGN(const auto source, Connection::open(from, Connection::Access::ReadOnly));
    HELIOGRAPH_ASSIGN(const auto id, Statement(*source, "workspace_origin").first([](Row &row) { return row.text(); }));
    const auto target = CopyTarget::open(to);
    if (!target)
        return Failure(moved);
    HELIOGRAPH_ASSIGN(const bool isThere, (*target)->holds(id.value_or(QString())));
    HELIOGRAPH_ASSIGN(const auto begun, UnfinishedCopy::find((*target)->connection()));
    // One that was given up half-way has its marks too, while the workspace went somewhere else.
    if (!isThere || (begun && moved.args != QStringList{to.text()}))
        return Failure(moved);
    if (begun)
        HELIOGRAPH_TRY((*target)->end());
    return CopyReport{0, 0, true};
}

bool isSame(const DatabaseUrl &one, const DatabaseUrl &other)
{
    return one.kind() == other.kind() && one.canonicalPath() == other.canonicalPath() &&
           (one.kind() == DatabaseUrl::Kind::Sqlite || one.text() == other.text());
}

} // namespace

Result<CopyReport> copyDatabase(const DatabaseUrl &from, const DatabaseUrl &to, const CopyWatcher &goOn)
{
    if (isSame(from, to))
        return Failure(Error::invalidField("to", "copy.same"));
    if (from.kind() == DatabaseUrl::Kind::Sqlite && !QFileInfo::exists(from.path())) // it would be made
        return Failure(Error::make(ErrorKind::Unavailable, "copy.no_source", {from.path()}));
    const Status usable = prepareDatabase(from);
    if (!usable && usable.error().code == QLatin1String("database.moved"))
        return concludeMoved(from, to, usable.error());
    if (!usable)
        return Failure(usable.error());

    HELIOGRAPH_ASSIGN(const auto source, CopySource::freeze(from));
    HELIOGRAPH_ASSIGN(const auto target, CopyTarget::open(to));
    HELIOGRAPH_ASSIGN(const QList<TableSchema> tables, sharedTables(source->connection(), target->connection()));
    RowCopy rows(*source, *target, tables, goOn);
    HELIOGRAPH_TRY(rows.count());

    HELIOGRAPH_ASSIGN(const bool begunBefore, target->begin({source->workspaceId(), from.text()}, tables));
    if (begunBefore)
        HELIOGRAPH_TRY(rows.run(Phase::Comparing, &TableCopy::dropDifferences));
    HELIOGRAPH_TRY(rows.run(Phase::Copying, &TableCopy::fill));
    HELIOGRAPH_TRY(target->conclude(*source, tables));
    HELIOGRAPH_TRY(rows.run(Phase::Verifying, &TableCopy::verify));
    // In this order: cut in between, neither can be opened, and the next attempt ends the copy.
    HELIOGRAPH_TRY(source->markMoved(to.text()));
    HELIOGRAPH_TRY(target->end());
    qCInfo(logStorage, "event=workspace_moved rows=%lld ", static_cast<long long>(rows.report().rows));
    return rows.report();
}

Status checkCopy(const DatabaseUrl &from, const DatabaseUrl &to)
{
    if (isSame(from, to))
        return Failure(Error::invalidField("to", "copy.same"));
    HELIOGRAPH_ASSIGN(const auto source, Connection::open(from, Connection::Access::ReadOnly));
    HELIOGRAPH_ASSIGN(const auto id, Statement(*source, "workspace_origin").first([](Row &row) { return row.text(); }));
    HELIOGRAPH_ASSIGN(const auto target, CopyTarget::open(to));
    HELIOGRAPH_ASSIGN(const QList<TableSchema> tables, readTables(target->connection()));
    HELIOGRAPH_TRY(target->isBegun({id.value_or(QString()), from.text()}, tables));
    return {};
}

} // namespace core::storage
