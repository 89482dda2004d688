// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/texttable.h"

#include <algorithm>

namespace app {

namespace {

constexpr qsizetype maxCell = 48;
constexpr qsizetype gap = 2;

QString fitted(const QString &cell)
{
    const QString oneLine = cell.simplified();
    return oneLine.size() <= maxCell ? oneLine : oneLine.left(maxCell - 1) + u'…';
}

} // namespace

TextTable::TextTable(QList<Column> columns) : m_columns(std::move(columns)) {}

void TextTable::addRow(const QStringList &cells)
{
    Q_ASSERT(cells.size() == m_columns.size());
    QStringList row;
    for (const QString &cell : cells)
        row.append(fitted(cell));
    m_rows.append(row);
}

QString TextTable::text() const
{
    QStringList titles;
    for (const Column &column : m_columns)
        titles.append(column.title);
    return line(titles, widths()) + rowsText();
}

QString TextTable::rowsText() const
{
    const QList<qsizetype> all = widths();
    QString text;
    for (const QStringList &row : m_rows)
        text += line(row, all);
    return text;
}

QList<qsizetype> TextTable::widths() const
{
    QList<qsizetype> widths;
    for (const Column &column : m_columns)
        widths.append(column.title.size());
    for (const QStringList &row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    return widths;
}

QString TextTable::line(const QStringList &cells, const QList<qsizetype> &widths) const
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += QString(gap, u' ');
        line += m_columns[i].align == Align::Right ? cells[i].rightJustified(widths[i]) : cells[i].leftJustified(widths[i]);
    }
    while (line.endsWith(u' '))
        line.chop(1);
    return line + u'\n';
}

QString pairsText(const QList<QPair<QString, QString>> &pairs)
{
    qsizetype width = 0;
    for (const auto &[name, value] : pairs)
        width = std::max(width, name.size());
    QString text;
    for (const auto &[name, value] : pairs)
        text += value.isEmpty() ? name + u'\n' : name.leftJustified(width + gap) + value + u'\n';
    return text;
}

} // namespace app
