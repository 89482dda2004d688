// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Imports client files: shows what they hold, counts what would happen, does it, takes it back.
 *
 * How files are read stands in core/csv, how rows are written in the client repository.
 */
#pragma once

#include "core/base/clock.h"
#include "core/domain/user.h"
#include "core/interfaces/executor.h"
#include "core/services/importrequest.h"

#include <stop_token>

namespace core::services {

/**
 * The functions that return a future work on a thread of the pool and need an executor with threads of its own; the window
 * uses them. The others work in the calling thread and wait for the executor; the command line uses them.
 *
 * Thread: any. Holds nothing but references; must outlive the futures it gives.
 */
class ImportService
{
public:
    ImportService(interfaces::Executor &executor, const Clock &clock);

    /** Errors: Unavailable csv.unreadable; InvalidInput csv.empty, csv.encoding, map, tags, timezone. */
    QFuture<Result<ImportPreview>> preview(const ImportRequest &request);
    [[nodiscard]] Result<ImportPreview> previewNow(const ImportRequest &request);

    /** What run() would fail with before the first row. */
    QFuture<Status> check(const domain::Actor &actor, const ImportRequest &request);
    /**
     * Fails only before the first row; what ends it later is told in the report (`stoppedBy`, `cancelled`). An import that
     * was stopped on request keeps what is in; undo() takes it back.
     * Errors: as of preview; PermissionDenied access.role, import.skip_only; InvalidInput rejects; Unavailable
     * file.unwritable.
     */
    QFuture<Result<csv::ImportReport>> run(const domain::Actor &actor, const ImportRequest &request,
                                           const ImportProgressCallback &progress = {}, const std::stop_token &stop = {});
    [[nodiscard]] Result<csv::ImportReport> runNow(const domain::Actor &actor, const ImportRequest &request,
                                                   const ImportProgressCallback &progress = {},
                                                   const std::stop_token &stop = {});

    /**
     * Brings every client of the import back to what it was, in steps; returns how many there were.
     * Errors: Conflict import.edited (number) if any of them was edited since; PermissionDenied access.role.
     */
    QFuture<Result<qint64>> undo(const domain::Actor &actor, ImportId import);

private:
    interfaces::Executor &m_executor;
    const Clock &m_clock;
};

} // namespace core::services
