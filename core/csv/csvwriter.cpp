// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/csvwriter.h"

#include "core/csv/celltext.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <algorithm>

namespace core::csv {

namespace {

constexpr qsizetype bufferSize = 64 * 1024;

std::unique_ptr<QFileDevice> fileFor(const QString &path)
{
    // A pipe or device must be written to, not be replaced by a file of its name.
    const QFileInfo info(path);
    if (info.exists() && !info.isFile() && !info.isDir())
        return std::make_unique<QFile>(path);
    return std::make_unique<QSaveFile>(path);
}

bool needsQuotes(QByteArrayView cell, char delimiter)
{
    if (cell.isEmpty())
        return false;
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    return isBlank(cell.front()) || isBlank(cell.back()) || std::any_of(cell.begin(), cell.end(), [delimiter](char c) {
               return c == delimiter || c == '"' || c == '\r' || c == '\n';
           });
}

} // namespace

Result<std::unique_ptr<CsvWriter>> CsvWriter::create(const QString &path, char delimiter)
{
    std::unique_ptr<CsvWriter> writer(new CsvWriter(path, delimiter));
    if (!writer->m_file->open(QIODevice::WriteOnly))
        return Failure(writer->unwritable());
    return writer;
}

CsvWriter::CsvWriter(const QString &path, char delimiter)
    : m_file(fileFor(path)), m_delimiter(delimiter), m_buffer("\xEF\xBB\xBF")
{}

Status CsvWriter::writeRow(const QStringList &cells)
{
    for (const QString &cell : cells)
        addCell(guarded(cell).toUtf8());
    return endRow();
}

void CsvWriter::addCell(QByteArrayView cell)
{
    if (m_rowBegun)
        m_buffer += m_delimiter;
    m_rowBegun = true;
    if (!needsQuotes(cell, m_delimiter)) {
        m_buffer += cell;
        return;
    }
    m_buffer += '"';
    for (const char c : cell) {
        if (c == '"')
            m_buffer += '"';
        m_buffer += c;
    }
    m_buffer += '"';
}

Status CsvWriter::endRow()
{
    m_buffer += "\r\n";
    m_rowBegun = false;
    return m_buffer.size() >= bufferSize ? flush() : Status();
}

Status CsvWriter::finish()
{
    HELIOGRAPH_TRY(flush());
    auto *saved = qobject_cast<QSaveFile *>(m_file.get());
    if (!m_file->flush() || (saved && !saved->commit()))
        return Failure(unwritable());
    return {};
}

Status CsvWriter::flush()
{
    if (m_file->write(m_buffer) != m_buffer.size())
        return Failure(unwritable());
    m_buffer.resize(0);
    return {};
}

Error CsvWriter::unwritable() const
{
    return Error::make(ErrorKind::Unavailable, "file.unwritable", {m_file->fileName(), m_file->errorString()});
}

} // namespace core::csv
