// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/csvrow.h"

#include <algorithm>

namespace core::csv {

QByteArrayView CsvRow::cell(qsizetype index) const
{
    if (index < 0 || index >= size())
        return {};
    const auto at = static_cast<std::size_t>(index);
    const qsizetype begin = index == 0 ? 0 : m_ends[at - 1];
    return QByteArrayView(m_bytes).sliced(begin, m_ends[at] - begin);
}

QStringList CsvRow::texts() const
{
    QStringList texts;
    texts.reserve(size());
    for (qsizetype i = 0; i < size(); ++i)
        texts.append(text(i));
    return texts;
}

bool CsvRow::isBlank() const
{
    return isBlankCell(m_bytes);
}

void CsvRow::clear(qint64 line)
{
    m_line = line;
    m_bytes.resize(0); // keeps the buffer
    m_ends.clear();
}

void CsvRow::append(QByteArrayView cell)
{
    if (size() >= maxCells || m_bytes.size() >= maxBytes)
        return;
    m_bytes.append(cell);
    m_ends.push_back(m_bytes.size());
}

bool isBlankCell(QByteArrayView cell)
{
    const auto seen = std::find_if(cell.begin(), cell.end(), [](char c) { return static_cast<unsigned char>(c) > 0x20; });
    if (seen == cell.end())
        return true;
    // Only a byte above ASCII may still turn out to be a no-break space.
    return static_cast<unsigned char>(*seen) >= 0x80 && QString::fromUtf8(cell).trimmed().isEmpty();
}

} // namespace core::csv
