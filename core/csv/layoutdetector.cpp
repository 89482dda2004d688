// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/layoutdetector.h"

#include "core/csv/columnmapping.h"
#include "core/csv/csvreader.h"
#include "core/domain/phonenumber.h"

#include <QBuffer>
#include <QMap>
#include <algorithm>

namespace core::csv {

namespace {

constexpr int maxSampleRows = 200;
constexpr int maxTitleRows = 20;

/** `7,91E+10` is a number that a spreadsheet wrote, not two cells. */
bool isSplitNumber(const QStringList &cells)
{
    return cells.size() > 1 && std::any_of(cells.begin() + 1, cells.end(), [](const QString &cell) {
               const qsizetype exponent = cell.indexOf(QLatin1String("E+"));
               return exponent > 0 &&
                      std::all_of(cell.begin(), cell.begin() + exponent, [](QChar c) { return c.isDigit(); });
           });
}

/** 0: this delimiter makes one column; the more rows have the same number of cells, the better. */
double likeness(const QList<SampleRow> &rows)
{
    QMap<qsizetype, int> rowsBySize;
    for (const SampleRow &row : rows)
        ++rowsBySize[isSplitNumber(row.cells) ? 1 : row.cells.size()];
    qsizetype usualSize = 1;
    int usualRows = 0;
    for (auto it = rowsBySize.constBegin(); it != rowsBySize.constEnd(); ++it) {
        if (it.value() >= usualRows) {
            usualSize = it.key();
            usualRows = it.value();
        }
    }
    if (usualSize == 1)
        return 0;
    // The number of columns decides between two delimiters that fit equally well.
    return static_cast<double>(usualRows) / static_cast<double>(rows.size()) +
           0.01 * static_cast<double>(std::min<qsizetype>(usualSize, 10));
}

bool holdsPhone(const QStringList &cells)
{
    return std::any_of(cells.begin(), cells.end(),
                       [](const QString &cell) { return domain::PhoneNumber::parse(cell).has_value(); });
}

int filledCells(const QStringList &cells)
{
    return static_cast<int>(
        std::count_if(cells.begin(), cells.end(), [](const QString &cell) { return !cell.trimmed().isEmpty(); }));
}

/** Every cell that is not blank begins like a name. */
bool looksLikeHeader(const QStringList &cells)
{
    return filledCells(cells) > 0 && std::all_of(cells.begin(), cells.end(), [](const QString &cell) {
               const QString text = cell.trimmed();
               return text.isEmpty() || text.front().isLetter() || text.front() == u'_' || text.front() == u'#' ||
                      text.front() == u'№';
           });
}

bool namesField(const QStringList &cells, std::optional<ImportField> field)
{
    return std::any_of(cells.begin(), cells.end(), [&](const QString &cell) {
        const std::optional<MappedColumn> known = knownColumn(cell);
        return known && (!field || known->field == *field);
    });
}

} // namespace

QList<SampleRow> sampleRows(const QByteArray &utf8, bool isWholeFile, char delimiter)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(utf8);
    buffer->open(QIODevice::ReadOnly);
    CsvFormat format;
    format.delimiter = delimiter;
    QList<SampleRow> rows;
    const auto reader = CsvReader::over(std::move(buffer), format);
    if (!reader)
        return rows;
    CsvRow row;
    while (rows.size() < maxSampleRows) {
        const Result<bool> more = (*reader)->next(row);
        if (!more || !*more)
            break;
        rows.append({row.line(), row.texts()});
    }
    const bool cut = !isWholeFile && rows.size() < maxSampleRows;
    if (cut && rows.size() > 1)
        rows.removeLast();
    return rows;
}

char detectedDelimiter(const QByteArray &utf8, bool isWholeFile)
{
    char best = ';';
    double bestLikeness = 0;
    for (const char delimiter : {';', ',', '\t'}) {
        const double found = likeness(sampleRows(utf8, isWholeFile, delimiter));
        if (found > bestLikeness) {
            best = delimiter;
            bestLikeness = found;
        }
    }
    return best;
}

qint64 detectedHeaderLine(const QList<SampleRow> &rows)
{
    const auto firstData =
        std::find_if(rows.begin(), rows.end(), [](const SampleRow &row) { return holdsPhone(row.cells); });
    const auto end = std::min(firstData, rows.begin() + std::min<qsizetype>(maxTitleRows, rows.size()));
    // Well-known names first, then the fullest row above the first phone: a title has one cell.
    for (const std::optional<ImportField> field : {std::optional(ImportField::Phone), std::optional<ImportField>()}) {
        const auto named = std::find_if(rows.begin(), end, [&](const SampleRow &row) {
            return looksLikeHeader(row.cells) && namesField(row.cells, field);
        });
        if (named != end)
            return named->line;
    }
    if (firstData == rows.end() || firstData == rows.begin())
        return 0;
    if (firstData->cells.size() == 1)
        return firstData == rows.begin() + 1 && looksLikeHeader(rows.front().cells) ? rows.front().line : 0;
    qint64 line = 0;
    int most = 1;
    for (auto row = rows.begin(); row != end; ++row) {
        if (looksLikeHeader(row->cells) && filledCells(row->cells) > most) {
            most = filledCells(row->cells);
            line = row->line;
        }
    }
    return line;
}

} // namespace core::csv
