// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Paging by key over a list in memory, for the fake repositories. For tests only.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/page.h"

#include <QMap>
#include <algorithm>
#include <utility>

namespace tests {

/** A sort value that compares as text the way the number does. */
[[nodiscard]] inline QString sortable(qint64 number)
{
    return QStringLiteral("%1").arg(number, 20, 10, QLatin1Char('0'));
}

/** @param keyOf  row → PageKey; rows with equal sort values follow their ids */
template <typename T, typename KeyOf>
core::Result<core::domain::Page<T>> pageOf(const QList<T> &rows, const core::domain::PageRequest &request, KeyOf keyOf)
{
    using Key = std::pair<QString, qint64>;
    std::optional<Key> last;
    if (!request.after.isEmpty()) {
        const std::optional<core::domain::PageKey> after = core::domain::decodedCursor(request.after);
        if (!after)
            return core::Failure(core::Error::invalidField("cursor", "page:cursor"));
        last = Key{after->sortValue, after->id};
    }
    QMap<Key, T> sorted;
    for (const T &row : rows) {
        const core::domain::PageKey pageKey = keyOf(row);
        const Key key{pageKey.sortValue, pageKey.id};
        if (!last || (request.descending ? key < *last : *last < key))
            sorted.insert(key, row);
    }
    core::domain::Page<T> page;
    for (const T &row : std::as_const(sorted))
        request.descending ? page.rows.prepend(row) : page.rows.append(row);
    page.rows = page.rows.mid(0, std::clamp(request.limit, 1, core::domain::maxPageSize));
    if (page.rows.size() < sorted.size())
        page.next = core::domain::encodedCursor(keyOf(page.rows.last()));
    return page;
}

} // namespace tests
