// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Reads the plans of PostgreSQL (EXPLAIN (FORMAT JSON), postgresql.org/docs/15/sql-explain.html) for queryplan.h.
 */
#pragma once

#include "tests/storage/queryplan.h"

namespace tests {

/**
 * Values are left open, as in a plan that serves all of them; only a limit is one, of a page. The planner weighs what the
 * statistics say: a small table is read in full where a large one is not.
 */
[[nodiscard]] QList<CostlyStep> costlyStepsOfPostgres(core::storage::Connection &connection, const QString &sql,
                                                      bool skipsRows);

/**
 * Has the planner take the large tables, and their indexes, for `times` as long as they are. Until they are analysed again;
 * needs the rights of the server's administrator.
 */
core::Status pretendLonger(core::storage::Connection &connection, int times);

} // namespace tests
