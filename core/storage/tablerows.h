// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The rows of one table, whichever it is, in the order of its primary key.
 */
#pragma once

#include "core/storage/connection.h"
#include "core/storage/tableschema.h"

#include <optional>

namespace core::storage {

/** Keys above `after` up to `upTo`; nothing: from the first, to the last. */
struct KeyRange
{
    std::optional<StoredValues> after;
    std::optional<StoredValues> upTo;
};

/** Thread: that of the connection. Writes want a transaction around them. */
class TableRows
{
public:
    /** Both outlive it. */
    TableRows(Connection &connection, const TableSchema &table);

    [[nodiscard]] const TableSchema &table() const { return m_table; }
    [[nodiscard]] Connection &connection() const { return m_connection; }
    /** As many as one insert() takes at most. */
    [[nodiscard]] qsizetype batch() const;

    Result<qint64> count();
    /** 0 without rows. Only where the table hasId(). */
    Result<qint64> greatestId();
    /** Errors: Corrupt copy.value (table, key, column): SQLite stored what does not fit the column. */
    Result<QList<StoredValues>> read(const KeyRange &range, qsizetype limit);
    Status erase(const KeyRange &range);
    /** At most batch() rows. Errors: Conflict copy.unstorable (table, key, column): this database has no such text. */
    Status insert(const QList<StoredValues> &rows);

private:
    [[nodiscard]] Pieces pieces(const KeyRange &range) const;
    Result<StoredValues> canonical(const StoredValues &stored) const;

    Connection &m_connection;
    const TableSchema &m_table;
    QString m_name;
    QString m_columns;
    QString m_key; ///< to compare and sort by
};

} // namespace core::storage
