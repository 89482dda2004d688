// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/unfinishedcopy.h"

#include "core/storage/statement.h"

namespace core::storage {

Result<std::optional<UnfinishedCopy>> UnfinishedCopy::find(Connection &connection)
{
    Statement tables(connection, "database_tables");
    HELIOGRAPH_ASSIGN(const QStringList names, tables.list([](Row &row) { return row.text(); }));
    if (!names.contains(QLatin1String("unfinished_copy")))
        return std::optional<UnfinishedCopy>();
    Statement select(connection, "unfinished_copy_find");
    return select.first([](Row &row) {
        UnfinishedCopy copy;
        copy.workspaceId = row.text();
        copy.source = row.text();
        return copy;
    });
}

Status UnfinishedCopy::begin(Connection &connection, const UnfinishedCopy &copy)
{
    HELIOGRAPH_TRY(connection.run("unfinished_copy_create"));
    Statement insert(connection, "unfinished_copy_insert");
    return insert.bind(":workspace_id", copy.workspaceId).bind(":source", copy.source).run();
}

Status UnfinishedCopy::end(Connection &connection)
{
    return connection.run("unfinished_copy_drop");
}

} // namespace core::storage
