// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Every statement of the program as it is run: those with places for a filter and an order in all the compositions that the
 * repositories make of them, as far as they differ in what the database has to do.
 *
 * The table of compositions is that of statementcompositions.h; what it forgets is told by forgottenBlocks().
 */
#pragma once

#include "core/storage/connection.h"
#include "core/storage/statementcatalog.h"

namespace tests {

struct ComposedStatement
{
    QString name;
    QStringList fragments; ///< of its filter, without those that lead to the next page
    QString sort;          ///< name of the fragment; empty: has no place for it
    bool isNextPage = false;
    QString sql; ///< with a `:name` for every value

    /** "client_count (client_has_word)", for whoever has to find it. */
    [[nodiscard]] QString label() const;
};

/** Queries and changes of data, not what sets up connections, schemas and transactions. */
[[nodiscard]] QList<ComposedStatement> composedStatements(const core::storage::Connection &connection,
                                                          const core::storage::StatementCatalog &catalog);

/**
 * Names of blocks that are neither a whole statement nor part of one: not composed by the table, and no `{@name}` in another
 * block.
 */
[[nodiscard]] QStringList forgottenBlocks(const core::storage::StatementCatalog &catalog);

} // namespace tests
