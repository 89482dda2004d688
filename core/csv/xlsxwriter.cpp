// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/xlsxwriter.h"

#include "core/csv/celltext.h"

#include <QFile>
#include <filesystem>
#include <xlsxwriter.h>

namespace core::csv {

namespace {

constexpr qsizetype maxCellLength = 32'767; // characters; a limit of the format

} // namespace

Result<std::unique_ptr<XlsxWriter>> XlsxWriter::create(const QString &path)
{
    std::unique_ptr<XlsxWriter> writer(new XlsxWriter(path));
    // The library opens the file only at the very end; a wrong folder is better told before the work.
    QFile part(writer->m_partPath);
    if (!part.open(QIODevice::WriteOnly))
        return Failure(writer->unwritable(part.errorString()));
    part.close();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    writer->m_workbook = workbook_new_opt(QFile::encodeName(writer->m_partPath).constData(), &options);
    if (!writer->m_workbook)
        return Failure(writer->unwritable(QString::fromLatin1(lxw_strerror(LXW_ERROR_MEMORY_MALLOC_FAILED))));
    return writer;
}

XlsxWriter::XlsxWriter(const QString &path) : m_path(path), m_partPath(path + QLatin1String(".part")) {}

XlsxWriter::~XlsxWriter()
{
    if (m_workbook)
        workbook_close(m_workbook);
    QFile::remove(m_partPath);
}

Status XlsxWriter::writeRow(const QStringList &cells)
{
    if (!m_sheet || m_sheetRows == maxSheetRows) {
        const bool first = m_sheet == nullptr;
        m_sheet = workbook_add_worksheet(m_workbook, nullptr);
        if (!m_sheet)
            return Failure(unwritable(QString::fromLatin1(lxw_strerror(LXW_ERROR_MEMORY_MALLOC_FAILED))));
        m_sheetRows = 0;
        if (first)
            m_header = cells;
        else
            HELIOGRAPH_TRY(writeCells(m_header));
    }
    return writeCells(cells);
}

Status XlsxWriter::finish()
{
    if (!m_sheet)
        m_sheet = workbook_add_worksheet(m_workbook, nullptr);
    const lxw_error error = workbook_close(m_workbook);
    m_workbook = nullptr;
    if (error != LXW_NO_ERROR)
        return Failure(unwritable(QString::fromLatin1(lxw_strerror(error))));
    std::error_code failed;
    std::filesystem::rename(m_partPath.toStdU16String(), m_path.toStdU16String(), failed);
    if (failed)
        return Failure(unwritable(QString::fromStdString(failed.message())));
    return {};
}

Status XlsxWriter::writeCells(const QStringList &cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (cells[i].isEmpty())
            continue;
        const QByteArray text = guarded(cells[i]).left(maxCellLength).toUtf8();
        const lxw_error error = worksheet_write_string(m_sheet, static_cast<lxw_row_t>(m_sheetRows),
                                                       static_cast<lxw_col_t>(i), text.constData(), nullptr);
        if (error != LXW_NO_ERROR)
            return Failure(unwritable(QString::fromLatin1(lxw_strerror(error))));
    }
    ++m_sheetRows;
    return {};
}

Error XlsxWriter::unwritable(const QString &reason) const
{
    return Error::make(ErrorKind::Unavailable, "file.unwritable", {m_path, reason});
}

} // namespace core::csv
