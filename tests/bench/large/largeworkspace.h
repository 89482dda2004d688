// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Fills a workspace as a large customer fills it in a year: clients with tags and words, mailings with their messages in all
 * statuses, attempts, texts, counters, history.
 *
 * The great masses are made inside the database by the statements of this folder: common.sql, and beside it <dialect>.sql
 * for what databases say differently; gateways and mailings come in through their repositories. For the measures of
 * tests/bench and for the test of query plans.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/storage/databaseurl.h"

namespace tests::bench {

/** How large, and when it was filled. */
struct LargeShape
{
    qint64 clients = 1'000'000;   ///< at most 10 000 000: phones are told apart by seven digits
    qint64 messages = 10'000'000; ///< fewer where a mailing would have more than there are clients
    int mailings = 200;           ///< two of them run, with a tenth of the messages each; four have not begun, two pause
    int gateways = 4;
    core::Instant now = core::SystemClock().now(); ///< the year of messages and events ends then
};

/**
 * Fills a workspace that is fresh: its schema is there (storage::prepareDatabase), and nobody has worked in it.
 *
 * Equal shapes give equal workspaces. Counters, errors, throughput and activity are those of the messages. Durable only when
 * it is done: what is cut short is to be thrown away.
 * Errors: Conflict bench.not_fresh; Internal bench.large_sql for a dialect without a file; those of storage.
 */
core::Status fillLargeWorkspace(const core::storage::DatabaseUrl &url, const LargeShape &shape);

/** The same where the database may be filled already; what is in it is not looked at then. */
core::Status ensureLargeWorkspace(const core::storage::DatabaseUrl &url, const LargeShape &shape);

/**
 * Where a large workspace is: in the database that HELIOGRAPH_LARGE_DATABASE names, to be kept and used again, else in a
 * file of `folder`. Filled if there is nobody in it yet.
 */
core::Result<core::storage::DatabaseUrl> largeWorkspace(const QString &folder, const LargeShape &shape);

/** True where HELIOGRAPH_LARGE_DATABASE is set. */
[[nodiscard]] bool isLargeWorkspaceKept();

} // namespace tests::bench
