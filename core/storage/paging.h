// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Reads one page of a list by key: the sort value and the id of the last row lead to the next page.
 */
#pragma once

#include "core/domain/page.h"
#include "core/storage/conditions.h"

#include <QMap>

namespace core::storage {

struct SortColumn
{
    enum class Type { Integer, Text };

    const char *fragment = nullptr; ///< names the column
    Type type = Type::Integer;
};

/** By the names that the repository documents. */
using SortColumns = QMap<QString, SortColumn>;

/** Names of a list's statements. The SELECT begins with `{sort}` and has the pieces `{filter}` and `{sort}`. */
struct PageStatements
{
    const char *ascending = nullptr;
    const char *descending = nullptr;
    const char *afterAscending = nullptr;
    const char *afterDescending = nullptr;
};

/** How a page is asked for, checked. */
struct PagePlan
{
    SortColumn column;
    int limit = 0;
    std::optional<domain::PageKey> after;
};

/** Errors: InvalidInput on cursor (page:cursor), sort (page:sort). */
Result<PagePlan> pagePlan(const SortColumns &columns, const domain::PageRequest &request);

/** `read` reads the columns behind the sort value; T has an `id`, or `idOf` says where it is. */
template <typename T, typename Read, typename IdOf>
Result<domain::Page<T>> readPage(Connection &connection, const PageStatements &statements, const SortColumns &columns,
                                 Conditions conditions, const domain::PageRequest &request, Read read, IdOf idOf)
{
    HELIOGRAPH_ASSIGN(const PagePlan plan, pagePlan(columns, request));
    if (plan.after) {
        const QVariant value = plan.column.type == SortColumn::Type::Integer ? QVariant(plan.after->sortValue.toLongLong())
                                                                             : QVariant(plan.after->sortValue);
        conditions.require(request.descending ? statements.afterDescending : statements.afterAscending,
                           {{"value", value}, {"id", plan.after->id}});
    }
    Statement select(
        connection, request.descending ? statements.descending : statements.ascending,
        {{QStringLiteral("filter"), conditions.text()}, {QStringLiteral("sort"), connection.text(plan.column.fragment)}});
    conditions.bindTo(select);

    domain::Page<T> page;
    QString lastValue;
    // One row more than asked for tells whether there is another page.
    select.bind(":limit", plan.limit + 1);
    HELIOGRAPH_TRY(select.forEach([&](Row &row) {
        const QString value = row.text();
        if (page.rows.size() == plan.limit) {
            page.next = domain::encodedCursor({lastValue, idOf(page.rows.last())});
            return;
        }
        lastValue = value;
        page.rows << read(row);
    }));
    return page;
}

template <typename T, typename Read>
Result<domain::Page<T>> readPage(Connection &connection, const PageStatements &statements, const SortColumns &columns,
                                 Conditions conditions, const domain::PageRequest &request, Read read)
{
    return readPage<T>(connection, statements, columns, std::move(conditions), request, read,
                       [](const T &row) { return row.id.value; });
}

} // namespace core::storage
