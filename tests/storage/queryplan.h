// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * How the database would go about a statement: which tables it would read in full, and what it would sort.
 *
 * The questions are the same for every database; each has a reading of its plans: sqliteplan.h, postgresplan.h.
 */
#pragma once

#include "core/storage/connection.h"

#include <QStringList>

namespace tests {

/** One thing in a plan that takes the longer the larger a table is. */
struct CostlyStep
{
    enum class Kind {
        Scan, ///< reads a large table or an index of it from one end to the other
        Sort, ///< sorts what was read of a large table
    };

    Kind kind = Kind::Scan;
    QString text; ///< as the database says it

    bool operator==(const CostlyStep &) const = default;
};

/** Tables that grow with the clients, the messages or the years. */
[[nodiscard]] const QStringList &largeTables();

/**
 * What is costly about `sql`, whatever its values (`:name`) are. A walk in the order of an index that ends with a limit and
 * skips nothing is not, nor is a sort of what belongs to one row or of what a limit has cut already.
 * @param skipsRows  rows are left out on the way: a walk may go far to fill its limit
 */
[[nodiscard]] QList<CostlyStep> costlySteps(core::storage::Connection &connection, const QString &sql, bool skipsRows);

} // namespace tests
