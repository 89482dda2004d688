// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Makes one table like the same one in another database, and holds both against each other.
 */
#pragma once

#include "core/storage/tablerows.h"

#include <functional>

namespace core::storage {

/**
 * Copies batch by batch, a transaction each; what an earlier attempt has left is kept where it still is like the original.
 * Thread: that of both connections.
 */
class TableCopy
{
public:
    /** Told how many rows were done since the last time; an error ends the work with it. */
    using Advance = std::function<Status(qint64 rows)>;

    TableCopy(const TableRows &original, const TableRows &copy);

    [[nodiscard]] const QString &name() const { return m_original.table().name; }
    Result<qint64> countRows() { return m_original.count(); }

    /**
     * Takes out of the copy what differs, so that no row of before stands in the way of one that has its phone or its name
     * now. All tables have to be through with it before one is filled.
     */
    Status dropDifferences(const Advance &advance);
    /** Adds what is missing. Errors: those of TableRows and of the database. */
    Status fill(const Advance &advance);
    /** Reads both anew. Errors: Corrupt copy.differs (table, rows, rows in the copy). */
    Status verify(const Advance &advance);

private:
    using Batch = std::function<Status(const KeyRange &, const QList<StoredValues> &)>;

    Result<KeyRange> forEachBatch(const Advance &advance, const Batch &work);
    Result<bool> isCopied(const KeyRange &range, const QList<StoredValues> &rows);
    /** Puts `rows` in the place of whatever the copy has there. */
    Status replace(const KeyRange &range, const QList<StoredValues> &rows);

    TableRows m_original;
    TableRows m_copy;
};

} // namespace core::storage
