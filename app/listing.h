// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Prints a list page by page, so that memory does not depend on its length.
 */
#pragma once

#include "app/command.h"
#include "app/texttable.h"
#include "core/domain/page.h"

#include <QFuture>
#include <QJsonObject>

namespace app {

/** What a list shows: an array of objects with --json, else a table. */
template <typename Row>
struct Listing
{
    std::function<QFuture<core::Result<core::domain::Page<Row>>>(const core::domain::PageRequest &)> read;
    std::function<QJsonObject(const Row &)> toJson;
    QList<TextTable::Column> columns;
    std::function<QStringList(const Row &)> toCells;
};

template <typename Row>
void printPage(Console &console, const Listing<Row> &listing, const QList<Row> &rows, bool isFirst)
{
    if (console.isJson()) {
        for (qsizetype i = 0; i < rows.size(); ++i)
            console.printItem(listing.toJson(rows[i]), isFirst && i == 0);
        return;
    }
    TextTable table(listing.columns);
    for (const Row &row : rows)
        table.addRow(listing.toCells(row));
    console.print(isFirst ? table.text() : table.rowsText());
}

/** All pages, newest first. */
template <typename Row>
core::Result<ExitCode> printList(Console &console, const Listing<Row> &listing)
{
    core::domain::PageRequest request;
    request.limit = core::domain::maxPageSize;
    bool isFirst = true;
    do {
        HELIOGRAPH_ASSIGN(const auto page, listing.read(request).result());
        printPage(console, listing, page.rows, isFirst);
        isFirst = isFirst && page.rows.isEmpty();
        request.after = page.next;
    } while (!request.after.isEmpty());
    console.endItems(isFirst);
    return ExitCode::Done;
}

} // namespace app
