// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Looks into a file before it is imported: encoding, delimiter, header, first rows.
 *
 * Only guesses; each guess can be overridden by the operator. See encodingdetector and layoutdetector for the rules.
 */
#pragma once

#include "core/base/result.h"
#include "core/csv/csvformat.h"
#include "core/csv/layoutdetector.h"

#include <optional>

namespace core::csv {

/** What the operator has decided; the rest is guessed. */
struct FormatChoice
{
    QString encoding; ///< blank: guess
    std::optional<char> delimiter;
    std::optional<qint64> headerLine; ///< 0: there is none
};

struct DetectedFile
{
    CsvFormat format;
    QStringList header;    ///< cells of the header line; without one as many blanks as there are columns
    QList<SampleRow> rows; ///< the first rows below the header, to guess the columns from
};

/** Errors: Unavailable csv.unreadable (path, reason); InvalidInput csv.empty (path), csv.encoding (name), csv.spreadsheet
 * (path, suffixes) and csv.binary (path) for what is no text. */
[[nodiscard]] Result<DetectedFile> detectFile(const QString &path, const FormatChoice &choice = {});

} // namespace core::csv
