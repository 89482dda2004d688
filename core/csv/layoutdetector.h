// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Guesses the delimiter of a CSV sample and the line of its header.
 *
 * Looks at the shape of the rows and at well-known header names; reads no files (see filedetector).
 */
#pragma once

#include "core/csv/csvrow.h"

#include <QList>
#include <optional>

namespace core::csv {

/** The cells of one row of a sample. */
struct SampleRow
{
    qint64 line = 0;
    QStringList cells;
};

/** The first rows of a sample, read with `delimiter`. A row that the end of the sample may have cut is left out. */
[[nodiscard]] QList<SampleRow> sampleRows(const QByteArray &utf8, bool isWholeFile, char delimiter);

/** The delimiter among `;` `,` tab by which the rows come out most alike; `;` if there is but one column. */
[[nodiscard]] char detectedDelimiter(const QByteArray &utf8, bool isWholeFile);

/** The line of the header, which may stand below a title; 0: there is none. */
[[nodiscard]] qint64 detectedHeaderLine(const QList<SampleRow> &rows);

} // namespace core::csv
