// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Writes the rows that an import refused as a CSV file to be mended and imported again.
 *
 * The original columns, then `line` and `reason`, which an import leaves out again (see ColumnMapping::guessed).
 */
#pragma once

#include "core/csv/columnmapping.h"
#include "core/csv/csvrow.h"
#include "core/csv/csvwriter.h"
#include "core/csv/rejectreason.h"

namespace core::csv {

/** Thread: one at a time. */
class RejectsWriter
{
public:
    /**
     * A file without a header gets one from the mapping, so that it is read alike the next time.
     * Errors: Unavailable file.unwritable (path, reason).
     */
    static Result<RejectsWriter> create(const QString &path, char delimiter, const QStringList &header,
                                        const ColumnMapping &mapping);

    Status write(const CsvRow &row, RejectReason reason);
    Status finish();

private:
    RejectsWriter(std::unique_ptr<CsvWriter> writer, qsizetype columns);

    std::unique_ptr<CsvWriter> m_writer;
    qsizetype m_columns; ///< of the original file
};

} // namespace core::csv
