// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The table of what repositories put into the `{filter}` and `{sort}` of statements, as far as it differs in what the
 * database has to do. A new fragment gets its place here.
 */
#pragma once

#include <QList>

namespace tests {

using Names = QList<const char *>;

/** Conditions that hold together; each one of several alternatives. */
using Filter = QList<Names>;

/** Each statement with each filter, in each order, as the first page and as the next one. */
struct Composition
{
    Names statements;
    QList<Filter> filters;
    Names sorts = {};
    Names after = {}; ///< how statements that end in "descending" go on, and the others
};

[[nodiscard]] QList<Composition> statementCompositions();

} // namespace tests
