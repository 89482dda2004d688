// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Paging by key, never by offset: a page begins after the last row of the one before.
 */
#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace core::domain {

inline constexpr int maxPageSize = 1000;

/** Which page of a list, in which order. */
struct PageRequest
{
    QString after;  ///< opaque cursor of a page read before; empty: the first page
    int limit = 50; ///< 1 … maxPageSize
    QString sortBy; ///< a column name that the repository documents; empty: id
    bool descending = true;
};

template <typename T>
struct Page
{
    QList<T> rows;
    QString next; ///< cursor of the following page; empty: this was the last
};

/** What a cursor holds: the sort value and the id of the last row. */
struct PageKey
{
    QString sortValue;
    qint64 id = 0;
};

[[nodiscard]] QString encodedCursor(const PageKey &key);
/** Nothing for a cursor that was made up. */
[[nodiscard]] std::optional<PageKey> decodedCursor(const QString &cursor);

} // namespace core::domain
