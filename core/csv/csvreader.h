// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Reads a CSV file of any size row by row (RFC 4180, and what spreadsheets make of it), with libcsv.
 *
 * Recodes to UTF-8 while reading and counts physical lines. What the cells mean is none of its business: see
 * columnmapping and clientrow. Import, preview and detection use it.
 */
#pragma once

#include "core/base/result.h"
#include "core/csv/csvformat.h"
#include "core/csv/csvrow.h"

#include <QIODevice>
#include <QStringDecoder>
#include <memory>
#include <optional>

namespace core::csv {

/**
 * Promises:
 *  - Memory does not depend on the size of the file.
 *  - Rows whose cells are all blank are passed over; a row's line is the physical one on which it begins.
 *  - A line ends with LF, CR LF or CR, also within quotes.
 *  - Bytes that are wrong in the encoding become U+FFFD; they never stop the reading.
 *
 * Thread: one at a time.
 */
class CsvReader
{
public:
    /** Longest cell, in bytes of UTF-8. */
    static constexpr qsizetype maxCellSize = 64 * 1024;

    /** Errors: Unavailable csv.unreadable (path, reason); InvalidInput csv.encoding (name). */
    static Result<std::unique_ptr<CsvReader>> open(const QString &path, const CsvFormat &format);
    /** Reads a device that is open for reading. Errors: as above. */
    static Result<std::unique_ptr<CsvReader>> over(std::unique_ptr<QIODevice> device, const CsvFormat &format);

    CsvReader(const CsvReader &) = delete;
    CsvReader &operator=(const CsvReader &) = delete;
    ~CsvReader();

    /**
     * Reads the next row that is not blank; false at the end of the file.
     * Errors: InvalidInput csv.unclosed_quote or csv.cell_too_long (args: line on which the cell begins, its column from 1,
     * number of rows read after the header line); Unavailable csv.unreadable. After an error there are no more rows.
     */
    Result<bool> next(CsvRow &row);

    /** Reads up to the header line of the format and returns its cells; empty if the format has none. Call it first. */
    Result<QStringList> readHeader();

    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }
    [[nodiscard]] qint64 bytesTotal() const { return m_device->size(); }

private:
    struct Parser;
    struct CellStart
    {
        qint64 line = 0;
        qsizetype column = 0; ///< from 1

        bool operator==(const CellStart &) const = default;
    };

    CsvReader(std::unique_ptr<QIODevice> device, const CsvFormat &format);

    Result<bool> readChunk();
    [[nodiscard]] QByteArrayView nextPiece();
    Status parse(QByteArrayView piece, CsvRow &row);
    Result<bool> finish(CsvRow &row);
    [[nodiscard]] Error cellError(const char *code, const CellStart &cell) const;
    [[nodiscard]] bool counted(const CsvRow &row);

    CsvFormat m_format;
    std::unique_ptr<QIODevice> m_device;
    std::unique_ptr<Parser> m_parser;
    std::optional<QStringDecoder> m_decoder; ///< nothing: the file is UTF-8 already
    QByteArray m_chunk;                      ///< UTF-8
    qsizetype m_position = 0;                ///< in m_chunk
    qint64 m_bytesRead = 0;
    qint64 m_line = 1;
    qint64 m_dataRows = 0;
    CellStart m_quoted; ///< the quoted cell that was open at the end of the last piece
    bool m_afterCarriageReturn = false;
    bool m_finished = false;
};

} // namespace core::csv
