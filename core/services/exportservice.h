// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Exports what a list shows: clients, or the messages of a mailing, as CSV or XLSX by the file's name.
 *
 * A client export has the headers that an import understands: importing it again changes nothing.
 */
#pragma once

#include "core/base/result.h"
#include "core/interfaces/clientrepository.h"
#include "core/interfaces/executor.h"
#include "core/interfaces/messagerepository.h"

#include <functional>
#include <stop_token>

namespace core::services {

struct ExportTarget
{
    QString path;         ///< .xlsx makes XLSX, anything else CSV
    char delimiter = ';'; ///< of CSV: `;` or `,`
};

/** Called on the thread that exports, after each page: rows written so far, and of how many. */
using ExportProgressCallback = std::function<void(qint64 done, qint64 total)>;

/**
 * Reads page by page, so that memory does not depend on the number of rows, and nothing else waits long. The file appears
 * when it is whole; one that was stopped or failed leaves none. All functions return the number of rows.
 * Errors: Unavailable file.unwritable (path, reason) or the database's; Cancelled export.cancelled.
 *
 * The functions that return a future work on a thread of the pool and need an executor with threads of its own (window);
 * the others work in the calling thread and wait for the executor (command line).
 * Thread: any. Holds nothing but a reference; must outlive the futures it gives.
 */
class ExportService
{
public:
    explicit ExportService(interfaces::Executor &executor);

    QFuture<Result<qint64>> exportClients(const interfaces::ClientQuery &query, const ExportTarget &target,
                                          const ExportProgressCallback &progress = {}, const std::stop_token &stop = {});
    [[nodiscard]] Result<qint64> exportClientsNow(const interfaces::ClientQuery &query, const ExportTarget &target,
                                                  const ExportProgressCallback &progress = {},
                                                  const std::stop_token &stop = {});

    QFuture<Result<qint64>> exportMessages(const interfaces::MessageQuery &query, const ExportTarget &target,
                                           const ExportProgressCallback &progress = {}, const std::stop_token &stop = {});
    [[nodiscard]] Result<qint64> exportMessagesNow(const interfaces::MessageQuery &query, const ExportTarget &target,
                                                   const ExportProgressCallback &progress = {},
                                                   const std::stop_token &stop = {});

private:
    interfaces::Executor &m_executor;
};

} // namespace core::services
