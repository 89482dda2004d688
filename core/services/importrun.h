// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One run of an import: reads the file row by row and hands batches of accepted rows to the database.
 *
 * Only for ImportService, which decides on which thread it works.
 */
#pragma once

#include "core/csv/csvreader.h"
#include "core/csv/rejectswriter.h"
#include "core/services/importplan.h"

#include <QFuture>
#include <QSet>
#include <deque>
#include <stop_token>

namespace core::services {

/**
 * Promises:
 *  - Memory does not depend on the size of the file, but for 16 bytes or so a client (doubles) and a rejected row.
 *  - A batch takes about `batchTime` of writing; its size follows the database's speed. At most two wait at a time.
 *  - What ends it early (a broken file, a lost database, a request to stop) leaves the batches before it in, and is told
 *    in the report.
 *
 * Thread: works and waits in the calling thread; used once.
 */
class ImportRun
{
public:
    static constexpr Milliseconds batchTime{15};

    ImportRun(interfaces::Executor &executor, const Clock &clock, const domain::Actor &actor, ImportPlan plan,
              ImportProgressCallback progress, std::stop_token stop);

    /** Errors: those of mayRun; Unavailable csv.unreadable, file.unwritable before the first row. */
    Result<csv::ImportReport> execute();

private:
    struct Written
    {
        interfaces::ImportBatchResult counts;
        std::chrono::microseconds took{0};
        qsizetype rows = 0;
    };

    Result<ImportId> begin();
    Status readRows();
    Status take(const csv::CsvRow &row);
    Status reject(const csv::CsvRow &row, csv::RejectReason reason);
    [[nodiscard]] bool hasRoomForExtraTags(const QStringList &tags) const;
    Status submit();
    Status collect();
    Status collectAll();
    void adaptBatchSize(const Written &written);
    void tellProgress(bool always);
    Status rememberMapping(interfaces::UnitOfWork &unit);
    Status recordEnd();

    interfaces::Executor &m_executor;
    const Clock &m_clock;
    const domain::Actor m_actor;
    const ImportPlan m_plan;
    const ImportProgressCallback m_progress;
    const std::stop_token m_stop;

    csv::ImportReport m_report;
    std::unique_ptr<csv::CsvReader> m_reader;
    std::optional<csv::RejectsWriter> m_rejects;
    csv::ClientRowParser m_parser;
    QSet<qint64> m_phones; ///< of accepted rows
    QList<domain::ImportRow> m_rows;
    std::deque<QFuture<Result<Written>>> m_waiting;
    qsizetype m_batchSize = 200;
    Instant m_startedAt;
    Ticks m_startedTicks;
    Ticks m_toldAt;
};

} // namespace core::services
