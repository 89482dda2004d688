// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/tablewriter.h"

#include "core/csv/csvwriter.h"
#include "core/csv/xlsxwriter.h"

namespace core::csv {

Result<std::unique_ptr<TableWriter>> TableWriter::create(const QString &path, char delimiter)
{
    if (path.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive)) {
        HELIOGRAPH_ASSIGN(std::unique_ptr<TableWriter> writer, XlsxWriter::create(path));
        return writer;
    }
    HELIOGRAPH_ASSIGN(std::unique_ptr<TableWriter> writer, CsvWriter::create(path, delimiter));
    return writer;
}

} // namespace core::csv
