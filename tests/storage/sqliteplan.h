// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Reads the plans of SQLite (EXPLAIN QUERY PLAN, sqlite.org/eqp.html) for queryplan.h.
 */
#pragma once

#include "tests/storage/queryplan.h"

namespace tests {

[[nodiscard]] QList<CostlyStep> costlyStepsOfSqlite(core::storage::Connection &connection, const QString &sql,
                                                    bool skipsRows);

} // namespace tests
