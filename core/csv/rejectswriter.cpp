// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/rejectswriter.h"

#include <algorithm>

namespace core::csv {

namespace {

/** The cell as it was read, safe in a spreadsheet; `--` stays what it is to an import. */
QByteArray originalCell(QByteArrayView cell)
{
    const bool formula = !cell.isEmpty() && QByteArrayView("=+-@").contains(cell.front()) && cell != "--";
    return formula ? '\'' + cell.toByteArray() : cell.toByteArray();
}

} // namespace

Result<RejectsWriter> RejectsWriter::create(const QString &path, char delimiter, const QStringList &header,
                                            const ColumnMapping &mapping)
{
    QStringList names = header;
    if (names.size() >= 2 && names[names.size() - 2] == u"line" && names.back() == u"reason")
        names.resize(names.size() - 2);
    const bool hasNames =
        std::any_of(names.begin(), names.end(), [](const QString &name) { return !name.trimmed().isEmpty(); });
    for (qsizetype i = 0; !hasNames && i < names.size(); ++i) {
        const MappedColumn column = mapping.columns().value(i);
        names[i] = column.field == ImportField::Ignore ? QString() : headerOf(column);
    }
    HELIOGRAPH_ASSIGN(std::unique_ptr<CsvWriter> writer, CsvWriter::create(path, delimiter));
    for (const QString &name : names)
        writer->addCell(originalCell(name.toUtf8()));
    writer->addCell("line");
    writer->addCell("reason");
    HELIOGRAPH_TRY(writer->endRow());
    return RejectsWriter(std::move(writer), names.size());
}

RejectsWriter::RejectsWriter(std::unique_ptr<CsvWriter> writer, qsizetype columns)
    : m_writer(std::move(writer)), m_columns(columns)
{}

Status RejectsWriter::write(const CsvRow &row, RejectReason reason)
{
    for (qsizetype i = 0; i < m_columns; ++i)
        m_writer->addCell(originalCell(row.cell(i)));
    m_writer->addCell(QByteArray::number(row.line()));
    m_writer->addCell(toText(reason).toUtf8());
    return m_writer->endRow();
}

Status RejectsWriter::finish()
{
    return m_writer->finish();
}

} // namespace core::csv
