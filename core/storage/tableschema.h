// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What tables a database has, read from the database itself: what works for every table cannot forget one.
 */
#pragma once

#include "core/base/result.h"
#include "core/storage/storedvalue.h"

#include <QString>

namespace core::storage {

class Connection;

/** Thread: any (value). */
struct ColumnSchema
{
    QString name;
    ValueKind kind = ValueKind::Integer;
    int placeInKey = 0; ///< from 1; 0: not in the primary key

    bool operator==(const ColumnSchema &) const = default;
};

/** Thread: any (value). Equal for the same table in another database. */
struct TableSchema
{
    QString name;
    QList<ColumnSchema> columns; ///< by name
    QList<qsizetype> key;        ///< places among the columns, in the order of the primary key; never empty

    bool operator==(const TableSchema &) const = default;

    /** A number that the database draws where none is given. */
    [[nodiscard]] bool hasId() const;
    [[nodiscard]] StoredValues keyOf(const StoredValues &row) const;
    /** For people who look for the row. */
    [[nodiscard]] QString keyText(const StoredValues &row) const;
};

/** Every table of the workspace, by name; not the history of the schema. Errors: Internal copy.schema (table). */
Result<QList<TableSchema>> readTables(Connection &connection);

/** Every table after those that its rows refer to. */
Result<QList<TableSchema>> parentsFirst(Connection &connection, QList<TableSchema> tables);

} // namespace core::storage
