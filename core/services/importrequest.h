// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What somebody wants to import and how; what is shown of it before and while it runs.
 */
#pragma once

#include "core/base/clock.h"
#include "core/csv/columnmapping.h"
#include "core/csv/filedetector.h"
#include "core/csv/importreport.h"
#include "core/interfaces/clientrepository.h"

#include <functional>
#include <optional>

namespace core::services {

struct ImportRequest
{
    QString path;
    csv::FormatChoice format;                  ///< what is left open is guessed
    std::optional<csv::ColumnMapping> mapping; ///< nothing: as remembered for these headers, else guessed
    QStringList assignments;                   ///< `FIELD=COLUMN`, on top of the mapping
    interfaces::ImportMode mode = interfaces::ImportMode::Update;
    bool dryRun = false;     ///< only count
    QStringList extraTags;   ///< for every client of the file
    QString defaultTimezone; ///< for new clients without one; blank: the workspace's
    QString rejectsPath;     ///< where refused rows are written; blank: nowhere
};

struct ImportProgress
{
    qint64 bytesRead = 0;
    qint64 bytesTotal = 0;
    csv::ImportCounts counts;             ///< so far
    double rowsPerSecond = 0;             ///< since the beginning
    std::optional<Milliseconds> timeLeft; ///< nothing: cannot be said yet
};

/** Called on the thread that imports, a few times a second. */
using ImportProgressCallback = std::function<void(const ImportProgress &)>;

/** A row as an import would treat it, as far as that can be said without the database. */
struct PreviewRow
{
    qint64 line = 0;
    QStringList cells;
    std::optional<csv::RejectReason> rejected;
    qsizetype column = -1; ///< the cell to blame, from 0; -1: none
    qint64 doubleOf = 0;   ///< line of the row with the same phone; 0: no double
};

struct ImportPreview
{
    static constexpr qsizetype maxRows = 200;

    csv::CsvFormat format;
    QStringList header; ///< as many blanks as columns, if the file has none
    csv::ColumnMapping mapping;
    QList<PreviewRow> rows;         ///< at most maxRows
    std::optional<Error> stoppedBy; ///< the file itself cannot be read further than these rows
};

} // namespace core::services
