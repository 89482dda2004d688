// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// audience_ratio: the audience of a million clients, chosen as the scheduler does it and as the sqlite3 shell would.

#include "core/dispatch/schedulersteps.h"
#include "core/interfaces/mailingrepository.h"
#include "tests/bench/drive.h"
#include "tests/bench/measure.h"
#include "tests/bench/sqliteshell.h"

#include <QFile>

namespace tests::bench {

using namespace core;
using interfaces::UnitOfWork;

namespace {

constexpr int clients = 1'000'000;

/** Steps of the scheduler in its lane until there is nothing to do; their number. */
Result<int> takeSteps(BenchWorkspace &workspace, Instant now)
{
    dispatch::StepRequest request;
    request.now = now;
    for (int steps = 1;; ++steps) {
        HELIOGRAPH_ASSIGN(const dispatch::StepResult step, workspace.write([&request](UnitOfWork &unit) {
            return dispatch::advanceMailings(unit, request);
        }));
        if (!step.worked)
            return steps;
        request.after = step.served;
    }
}

} // namespace

Result<Reading> audienceRatio()
{
    HELIOGRAPH_ASSIGN(auto workspace, BenchWorkspace::make(clients));
    const QString ours = workspace->path(QStringLiteral("workspace.db"));
    const QString bare = workspace->path(QStringLiteral("bare.db"));
    // The same file before there is a message in it; VACUUM INTO would lay it out better than it is.
    HELIOGRAPH_TRY(SqliteShell(ours).run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE);\n")));
    if (!QFile::copy(ours, bare))
        return Failure(Error::make(ErrorKind::Unavailable, "bench.file", {}, bare));

    HELIOGRAPH_ASSIGN(
        const auto shell,
        SqliteShell(bare).run(QStringLiteral(
            "INSERT INTO messages (mailing_id, client_id, phone, status, created_at, next_attempt_at)\n"
            "SELECT 1, id, phone, 0, 1767225600000, 1767225600000 FROM clients WHERE opted_out_at IS NULL;\n")));

    const Instant now = SystemClock().now();
    domain::Mailing mailing = benchMailing();
    mailing.startAt = now;
    mailing.endAt = now + std::chrono::hours{24};
    mailing.state = domain::MailingState::Scheduled;
    HELIOGRAPH_ASSIGN(const MailingId id,
                      workspace->write([&mailing](UnitOfWork &unit) { return unit.mailings.insert(mailing); }));
    QElapsedTimer timer;
    timer.start();
    HELIOGRAPH_ASSIGN(const int steps, takeSteps(*workspace, now));
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    HELIOGRAPH_ASSIGN(const domain::StatusCounts counts, workspace->counts(id));
    if (counts.total() != clients)
        return Failure(Error::make(ErrorKind::Internal, "bench.not_chosen", {}, QString::number(counts.total())));
    return Reading{seconds / shell.seconds,
                   {{QStringLiteral("messages"), clients},
                    {QStringLiteral("steps"), steps},
                    {QStringLiteral("seconds"), seconds},
                    {QStringLiteral("shell_seconds"), shell.seconds}}};
}

} // namespace tests::bench
