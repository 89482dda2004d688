// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// bytes_per_message, statistics_ms: what a message takes on the disk, and what a mailing of a million costs to look at.

#include "core/interfaces/mailingrepository.h"
#include "tests/bench/drive.h"
#include "tests/bench/measure.h"
#include "tests/bench/sqliteshell.h"

#include <algorithm>

namespace tests::bench {

using namespace core;
using interfaces::UnitOfWork;

namespace {

constexpr int clients = 1'000'000;

/** Of the table of messages and its indexes; rendered texts and refusals lie in tables of their own. */
Result<double> messageBytes(const QString &database)
{
    HELIOGRAPH_ASSIGN(const double bytes, SqliteShell(database).number(QStringLiteral(
                                              "SELECT sum(pgsize) FROM dbstat WHERE name IN (SELECT name FROM sqlite_schema "
                                              "WHERE tbl_name = 'messages')")));
    return bytes / clients;
}

} // namespace

Result<Reading> bytesPerMessage()
{
    HELIOGRAPH_ASSIGN(auto workspace, BenchWorkspace::make(clients));
    const QString database = workspace->path(QStringLiteral("workspace.db"));
    HELIOGRAPH_TRY(workspace->startMailing(benchMailing()));
    HELIOGRAPH_ASSIGN(const double pending, messageBytes(database));
    // As recording leaves them: no due time, a time of sending and an identifier of the gateway's, in no order.
    HELIOGRAPH_TRY(SqliteShell(database).run(
        QStringLiteral("UPDATE messages SET status = 2, attempts = 1, segments = 1, gateway_id = 1, text_version = 1, "
                       "next_attempt_at = NULL,\n"
                       "sent_at = created_at + id % 3600000, ended_at = created_at + id % 3600000,\n"
                       "gateway_message_id = lower(hex(randomblob(8)));\n")));
    HELIOGRAPH_ASSIGN(const double done, messageBytes(database));
    return Reading{
        std::max(pending, done),
        {{QStringLiteral("pending"), pending}, {QStringLiteral("sent"), done}, {QStringLiteral("messages"), clients}}};
}

Result<Reading> statisticsTime()
{
    constexpr int looks = 101;
    HELIOGRAPH_ASSIGN(auto workspace, BenchWorkspace::make(clients));
    HELIOGRAPH_ASSIGN(const MailingId id, workspace->startMailing(benchMailing()));
    QList<double> took;
    for (int i = 0; i < looks; ++i) {
        QElapsedTimer timer;
        timer.start();
        HELIOGRAPH_TRY(
            workspace->read([id](UnitOfWork &unit) { return unit.mailings.statistics(id, SystemClock().now()); }));
        took.append(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(took.begin(), took.end());
    return Reading{took[looks / 2],
                   {{QStringLiteral("messages"), clients},
                    {QStringLiteral("median_of"), looks},
                    {QStringLiteral("slowest"), took.last()}}};
}

} // namespace tests::bench
