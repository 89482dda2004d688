// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Aligned columns for the terminal.
 */
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace app {

/** Columns are as wide as their widest cell, two blanks between them; numbers stand to the right. Thread: one. */
class TextTable
{
public:
    enum class Align { Left, Right };

    struct Column
    {
        QString title;
        Align align = Align::Left;
    };

    explicit TextTable(QList<Column> columns);

    /** @param cells  one per column; line breaks become blanks, what is too long (48) ends with … */
    void addRow(const QStringList &cells);
    /** A header line and a line per row, without blanks at their ends. */
    [[nodiscard]] QString text() const;
    /** The same without the header: for the following pages of a list. */
    [[nodiscard]] QString rowsText() const;

private:
    [[nodiscard]] QList<qsizetype> widths() const;
    [[nodiscard]] QString line(const QStringList &cells, const QList<qsizetype> &widths) const;

    QList<Column> m_columns;
    QList<QStringList> m_rows;
};

/** `name   value`, one a line, the values below one another. */
[[nodiscard]] QString pairsText(const QList<QPair<QString, QString>> &pairs);

} // namespace app
