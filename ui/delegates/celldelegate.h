// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Paints every cell of our tables: text, chips, a status dot, a stacked bar, and the thin line below the row.
 *
 * What a cell holds is said by the roles of PagedTableModel.
 */
#pragma once

#include <QStyledItemDelegate>

namespace ui::delegates {

/** Thread: main. */
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int margin = 8; ///< left and right of a cell

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/** A filled circle of 8 px, centred at the left of `cell`. */
void paintDot(QPainter &painter, const QRect &cell, const QColor &colour);

/** Text whose digits all take the same room, as Qt 6.4 cannot switch on a font's tabular figures. */
void paintFigures(QPainter &painter, const QRect &cell, const QString &text, bool atRight);

} // namespace ui::delegates
