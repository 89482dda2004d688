// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/csvreader.h"

#include <QFile>
#include <cstring>
#include <csv.h>

namespace core::csv {

namespace {

constexpr qint64 chunkSize = 64 * 1024;
constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";

// The states of libcsv's parser that are told apart here; it keeps the names to itself.
constexpr int rowNotBegun = 0;
constexpr int insideCell = 2;
constexpr int afterQuote = 3; // the cell has ended, unless the quote turns out to be part of it

} // namespace

/** libcsv's parser with the row it fills. */
struct CsvReader::Parser
{
    explicit Parser(char delimiter)
    {
        csv_init(&state, 0);
        csv_set_delim(&state, static_cast<unsigned char>(delimiter));
        csv_set_blk_size(&state, 1024);
    }
    Parser(const Parser &) = delete;
    Parser &operator=(const Parser &) = delete;
    ~Parser() { csv_free(&state); }

    static void cellEnded(void *bytes, size_t size, void *self)
    {
        auto *parser = static_cast<Parser *>(self);
        const auto length = static_cast<qsizetype>(size);
        parser->row->append(QByteArrayView(static_cast<const char *>(bytes), length));
        if (length > maxCellSize)
            parser->tooLongColumn = parser->row->size();
    }

    static void rowEnded(int, void *self) { static_cast<Parser *>(self)->complete = true; }

    [[nodiscard]] bool betweenRows() const { return state.pstate == rowNotBegun; }
    [[nodiscard]] bool insideQuotes() const { return state.quoted != 0 && state.pstate == insideCell; }

    /** Also where a quote may have closed the cell: the next byte may take that back. */
    [[nodiscard]] bool insideQuotedCell() const
    {
        return insideQuotes() || (state.quoted != 0 && state.pstate == afterQuote);
    }

    csv_parser state{};
    CsvRow *row = nullptr;
    bool complete = false;
    qsizetype tooLongColumn = 0; ///< 0: none
};

Result<std::unique_ptr<CsvReader>> CsvReader::open(const QString &path, const CsvFormat &format)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly)) {
        const QString reason = file->errorString();
        return Failure(Error::make(ErrorKind::Unavailable, "csv.unreadable", {path, reason}));
    }
    return over(std::move(file), format);
}

Result<std::unique_ptr<CsvReader>> CsvReader::over(std::unique_ptr<QIODevice> device, const CsvFormat &format)
{
    std::unique_ptr<CsvReader> reader(new CsvReader(std::move(device), format));
    if (reader->m_decoder && !reader->m_decoder->isValid())
        return Failure(Error::make(ErrorKind::InvalidInput, "csv.encoding", {format.encoding}));
    return reader;
}

CsvReader::CsvReader(std::unique_ptr<QIODevice> device, const CsvFormat &format)
    : m_format(format), m_device(std::move(device)), m_parser(std::make_unique<Parser>(format.delimiter))
{
    if (format.encoding.compare(QLatin1String("UTF-8"), Qt::CaseInsensitive) != 0)
        m_decoder.emplace(format.encoding.toLatin1().constData());
    else if (m_device->peek(byteOrderMark.size()) == byteOrderMark)
        m_bytesRead = m_device->skip(byteOrderMark.size());
}

CsvReader::~CsvReader() = default;

Result<bool> CsvReader::next(CsvRow &row)
{
    m_parser->row = &row;
    m_parser->complete = false;
    row.clear(m_line);
    while (!m_finished) {
        if (m_position >= m_chunk.size()) {
            HELIOGRAPH_ASSIGN(const bool more, readChunk());
            if (!more)
                return finish(row);
        }
        HELIOGRAPH_TRY(parse(nextPiece(), row));
        if (!m_parser->complete)
            continue;
        if (counted(row))
            return true;
        m_parser->complete = false;
        row.clear(m_line);
    }
    return false;
}

Result<QStringList> CsvReader::readHeader()
{
    CsvRow row;
    while (m_format.headerLine >= m_line) {
        HELIOGRAPH_ASSIGN(const bool more, next(row));
        if (!more)
            break;
        if (row.line() == m_format.headerLine)
            return row.texts();
    }
    return QStringList();
}

/** False at the end of the file. */
Result<bool> CsvReader::readChunk()
{
    m_position = 0;
    m_chunk.resize(chunkSize);
    const qint64 read = m_device->read(m_chunk.data(), chunkSize);
    if (read < 0) {
        m_finished = true;
        const auto *file = qobject_cast<const QFile *>(m_device.get());
        return Failure(Error::make(ErrorKind::Unavailable, "csv.unreadable",
                                   {file ? file->fileName() : QString(), m_device->errorString()}));
    }
    m_chunk.truncate(read);
    m_bytesRead += read;
    if (m_decoder)
        m_chunk = QString(m_decoder->decode(m_chunk)).toUtf8();
    return read > 0;
}

/** The bytes up to and with the next line break, or what the chunk still has: libcsv says nothing about lines itself. */
QByteArrayView CsvReader::nextPiece()
{
    const char *begin = m_chunk.constData() + m_position;
    const char *end = m_chunk.constData() + m_chunk.size();
    const auto left = static_cast<std::size_t>(end - begin);
    const auto *lineFeed = static_cast<const char *>(std::memchr(begin, '\n', left));
    const char *stop = lineFeed ? lineFeed + 1 : end;
    if (const void *found = std::memchr(begin, '\r', static_cast<std::size_t>(stop - begin))) {
        const auto *carriageReturn = static_cast<const char *>(found);
        stop = carriageReturn + 1 == lineFeed ? lineFeed + 1 : carriageReturn + 1;
    }
    m_position += stop - begin;
    return {begin, stop};
}

Status CsvReader::parse(QByteArrayView piece, CsvRow &row)
{
    if (piece.isEmpty())
        return {};
    // CR and LF may have come in different chunks: the line was counted with the CR.
    const bool restOfBreak = m_afterCarriageReturn && piece.front() == '\n';
    if (m_parser->betweenRows())
        row.setLine(m_line);
    const auto size = static_cast<std::size_t>(piece.size());
    const std::size_t parsed =
        csv_parse(&m_parser->state, piece.data(), size, Parser::cellEnded, Parser::rowEnded, m_parser.get());
    if (parsed != size) {
        m_finished = true;
        return Failure(Error::make(ErrorKind::Unavailable, "csv.unreadable",
                                   {QString(), QString::fromLatin1(csv_strerror(csv_error(&m_parser->state)))}));
    }
    CellStart current{m_line, row.size() + 1};
    if (m_parser->state.entry_pos > static_cast<std::size_t>(maxCellSize))
        m_parser->tooLongColumn = current.column;
    if (m_parser->tooLongColumn > 0) {
        m_finished = true;
        current.column = m_parser->tooLongColumn;
        return Failure(cellError("csv.cell_too_long", m_quoted.column == current.column ? m_quoted : current));
    }
    if (!m_parser->insideQuotedCell())
        m_quoted = {};
    else if (m_quoted.column != current.column)
        m_quoted = current;
    m_afterCarriageReturn = piece.back() == '\r';
    if (!restOfBreak && (piece.back() == '\n' || m_afterCarriageReturn))
        ++m_line;
    return {};
}

/** The last row, if the file does not end with a line break. */
Result<bool> CsvReader::finish(CsvRow &row)
{
    m_finished = true;
    if (m_parser->insideQuotes())
        return Failure(cellError("csv.unclosed_quote", m_quoted));
    csv_fini(&m_parser->state, Parser::cellEnded, Parser::rowEnded, m_parser.get());
    return m_parser->complete && counted(row);
}

Error CsvReader::cellError(const char *code, const CellStart &cell) const
{
    return Error::make(ErrorKind::InvalidInput, code,
                       {QString::number(cell.line), QString::number(cell.column), QString::number(m_dataRows)});
}

/** False for a row that is none; else counts it among the rows after the header. */
bool CsvReader::counted(const CsvRow &row)
{
    if (row.isBlank())
        return false;
    if (row.line() > m_format.headerLine)
        ++m_dataRows;
    return true;
}

} // namespace core::csv
