// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One run of an import: hands the rows of the file to the database, a turn at a time, and tells how far it is.
 *
 * Only for ImportService, which decides on which thread it works.
 */
#pragma once

#include "core/csv/rejectswriter.h"
#include "core/services/importahead.h"

#include <stop_token>

namespace core::services {

/**
 * Promises:
 *  - Memory does not depend on the size of the file (ImportChunks), but for 16 bytes or so a rejected row.
 *  - A turn at writing is one transaction. It ends with the running slice when other work waits for the database or the file
 *    is slower than the database, and after `turnTime` in any case, after `longTurnTime` where nobody else works with the
 *    database. A slice takes `sliceTime`, and `patientSlices` times as long where nobody has waited for `considerateTime`:
 *    the more rows are written at once, the fewer pages are written again and again, and that is what bounds an import.
 *  - What ends it early (a broken file, a lost database, a request to stop) leaves the turns before it in, and is told
 *    in the report.
 *
 * Thread: works and waits in the calling thread, reads the file on one of the pool; a turn runs on the thread of the
 * database while the calling one waits for it. Used once.
 */
class ImportRun
{
public:
    static constexpr Milliseconds sliceTime{15};
    static constexpr Milliseconds turnTime{150};
    static constexpr Milliseconds longTurnTime{1000};
    static constexpr std::chrono::seconds considerateTime{1};
    static constexpr qsizetype patientSlices = 5;

    ImportRun(interfaces::Executor &executor, const Clock &clock, const domain::Actor &actor, ImportPlan plan,
              ImportProgressCallback progress, std::stop_token stop);

    /** Errors: those of mayRun; Unavailable csv.unreadable, file.unwritable before the first row. */
    Result<csv::ImportReport> execute();

private:
    struct Turn
    {
        interfaces::ImportBatchResult counts;
        qint64 bytesRead = 0; ///< of the file, as far as its rows are in then
    };

    Result<ImportId> begin();
    Status writeChunks();
    void take(ImportChunk chunk);
    Status noteRefused();
    Status writeTurn(ImportAhead &ahead);
    Result<Turn> turn(interfaces::UnitOfWork &unit, ImportAhead &ahead);
    [[nodiscard]] interfaces::ImportBatch slice();
    [[nodiscard]] bool hasRows() const { return m_taken < m_chunk.rows.size(); }
    [[nodiscard]] qint64 bytesTaken() const;
    void adaptSliceSize(qsizetype rows, std::chrono::microseconds time);
    [[nodiscard]] bool isAwaited();
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
    std::unique_ptr<ImportChunks> m_chunks;
    ImportChunk m_chunk;                ///< being written
    qsizetype m_taken = 0;              ///< so many of its rows
    qint64 m_bytesBeforeChunk = 0;      ///< of the file
    std::vector<ImportChunk> m_unnoted; ///< what was refused of chunks taken within a turn; without their rows
    std::optional<csv::RejectsWriter> m_rejects;
    qsizetype m_sliceSize = 200;      ///< rows written in `sliceTime`
    std::optional<Ticks> m_awaitedAt; ///< when other work was last seen to wait
    Instant m_startedAt;
    Ticks m_startedTicks;
    Ticks m_toldAt;
    qint64 m_bytesRead = 0; ///< of the file, as far as its rows are in
};

} // namespace core::services
