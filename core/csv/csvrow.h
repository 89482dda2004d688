// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One row of a CSV file: its cells as UTF-8, and the physical line on which it begins.
 *
 * Holds all cells in one buffer that is used again for the next row, so that reading a million rows allocates nothing.
 */
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>
#include <vector>

namespace core::csv {

/** Thread: any (value). Views into it are valid until the row is changed. */
class CsvRow
{
public:
    /** Cells beyond these numbers are dropped: a row without an end must not fill the memory. */
    static constexpr qsizetype maxCells = 16'384;
    static constexpr qsizetype maxBytes = 4 * 1024 * 1024;

    [[nodiscard]] qint64 line() const { return m_line; }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_ends.size()); }
    /** UTF-8; empty for a cell that the row does not have. */
    [[nodiscard]] QByteArrayView cell(qsizetype index) const;
    [[nodiscard]] QString text(qsizetype index) const { return QString::fromUtf8(cell(index)); }
    [[nodiscard]] QStringList texts() const;
    /** Nothing but blanks in all cells (no-break ones too). */
    [[nodiscard]] bool isBlank() const;

    void clear(qint64 line);
    void setLine(qint64 line) { m_line = line; }
    void append(QByteArrayView cell);

private:
    qint64 m_line = 0;
    QByteArray m_bytes;
    std::vector<qsizetype> m_ends; ///< where each cell ends in m_bytes
};

/** True if a cell holds nothing but blanks. */
[[nodiscard]] bool isBlankCell(QByteArrayView cell);

} // namespace core::csv
