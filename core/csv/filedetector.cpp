// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/filedetector.h"

#include "core/csv/encodingdetector.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>
#include <algorithm>

namespace core::csv {

namespace {

constexpr qint64 sampleSize = 256 * 1024;

/** What a spreadsheet saves unless it is told otherwise, by its first bytes; blank: none of these. */
QString workbookFormat(const QByteArray &bytes)
{
    if (bytes.startsWith("PK\x03\x04"))
        return QStringLiteral(".xlsx, .ods");
    if (bytes.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        return QStringLiteral(".xls");
    return {};
}

/** Control characters that no text has: more than a few stray ones are a picture, an archive or noise. */
bool isText(const QString &sample)
{
    constexpr qsizetype strayAtMost = 2;
    const auto odd = std::count_if(sample.begin(), sample.end(), [](QChar c) {
        return c < u' ' && c != u'\t' && c != u'\n' && c != u'\r' && c != u'\f' && c != u'\v';
    });
    return odd <= strayAtMost || odd * 100 <= sample.size();
}

} // namespace

Result<DetectedFile> detectFile(const QString &path, const FormatChoice &choice)
{
    // A file is read twice: for what it looks like, and for its rows.
    if (const QFileInfo info(path); info.exists() && !info.isFile() && !info.isDir())
        return Failure(Error::make(ErrorKind::InvalidInput, "import.pipe", {path}));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Failure(Error::make(ErrorKind::Unavailable, "csv.unreadable", {path, file.errorString()}));

    if (const QString workbook = workbookFormat(file.peek(8)); !workbook.isEmpty())
        return Failure(Error::make(ErrorKind::InvalidInput, "csv.spreadsheet", {path, workbook}));

    DetectedFile found;
    found.format.encoding = choice.encoding.isEmpty() ? detectedEncoding(file) : choice.encoding;
    QStringDecoder decoder(found.format.encoding.toLatin1().constData());
    if (!decoder.isValid())
        return Failure(Error::make(ErrorKind::InvalidInput, "csv.encoding", {found.format.encoding}));
    const QString text = decoder.decode(file.read(sampleSize));
    if (choice.encoding.isEmpty() && !isText(text)) // a wrong choice makes no text either, but can be made again
        return Failure(Error::make(ErrorKind::InvalidInput, "csv.binary", {path}));
    const QByteArray sample = text.toUtf8();
    const bool isWholeFile = file.atEnd();

    found.format.delimiter = choice.delimiter ? *choice.delimiter : detectedDelimiter(sample, isWholeFile);
    const QList<SampleRow> rows = sampleRows(sample, isWholeFile, found.format.delimiter);
    if (rows.isEmpty())
        return Failure(Error::make(ErrorKind::InvalidInput, "csv.empty", {path}));
    found.format.headerLine = choice.headerLine ? *choice.headerLine : detectedHeaderLine(rows);

    qsizetype columns = 0;
    for (const SampleRow &row : rows) {
        if (row.line == found.format.headerLine)
            found.header = row.cells;
        if (row.line <= found.format.headerLine)
            continue;
        columns = std::max(columns, row.cells.size());
        found.rows.append(row);
    }
    if (found.header.isEmpty())
        found.header.resize(columns);
    return found;
}

} // namespace core::csv
