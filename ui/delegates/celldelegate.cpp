// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/celldelegate.h"

#include "ui/delegates/chippainter.h"
#include "ui/delegates/countsbar.h"
#include "ui/models/pagedtablemodel.h"
#include "ui/theme/statuscolours.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace ui::delegates {

namespace {

using Role = models::PagedTableModel::Role;

constexpr int dotSize = 8;

int figureWidth(const QFontMetrics &metrics)
{
    int width = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        width = std::max(width, metrics.horizontalAdvance(QChar(digit)));
    return width;
}

/** Digits, and what stands between them in phones, numbers and times. */
bool isFigures(const QString &text)
{
    const auto belongs = [](QChar c) { return c.isDigit() || c.isSpace() || QStringView(u"-+.,:/").contains(c); };
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), belongs);
}

void paintText(QPainter &painter, const QRect &cell, const QString &text, const QModelIndex &index, const QPalette &palette)
{
    const theme::Colours &table = theme::colours(palette);
    const bool problem = index.data(Role::ProblemRole).toBool();
    const bool link = index.data(Role::LinkRole).toBool();
    painter.setPen(problem                              ? table.problem
                   : link                               ? table.accent
                   : index.data(Role::DimRole).toBool() ? table.dim
                                                        : table.text);
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const bool atRight = alignment.isValid() && (alignment.toInt() & Qt::AlignRight);
    if (isFigures(text)) {
        paintFigures(painter, cell, text, atRight);
        return;
    }
    painter.drawText(cell, Qt::AlignVCenter | (atRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, cell.width()));
}

} // namespace

void paintDot(QPainter &painter, const QRect &cell, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(cell.left(), cell.center().y() - dotSize / 2.0 + 0.5, dotSize, dotSize));
    painter.restore();
}

void paintFigures(QPainter &painter, const QRect &cell, const QString &text, bool atRight)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int figure = figureWidth(metrics);
    const auto widthOf = [&](QChar c) { return c.isDigit() ? figure : metrics.horizontalAdvance(c); };
    int width = 0;
    for (const QChar c : text)
        width += widthOf(c);
    if (width > cell.width()) {
        painter.drawText(cell, Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(text, Qt::ElideRight, cell.width()));
        return;
    }
    int x = atRight ? cell.right() + 1 - width : cell.left();
    for (const QChar c : text) {
        const int room = widthOf(c);
        painter.drawText(QRect(x, cell.top(), room, cell.height()), Qt::AlignVCenter | Qt::AlignHCenter | Qt::TextDontClip,
                         c);
        x += room;
    }
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const theme::Colours &table = theme::colours(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter->save();
    painter->fillRect(option.rect, selected ? table.selection : hovered ? table.hover : table.panel);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), table.line);
    painter->setFont(option.font);
    QRect cell = option.rect.adjusted(margin, 0, -margin, -1);
    const QVariant chips = index.data(Role::ChipsRole);
    const QVariant counts = index.data(Role::CountsRole);
    const QVariant status = index.data(Role::StatusRole);
    if (chips.isValid()) {
        paintChips(*painter, cell, chips.toStringList(), option.palette);
    } else if (counts.isValid()) {
        const int top = cell.center().y() - dotSize / 2 + 1;
        paintCounts(*painter, QRectF(cell.left(), top, cell.width(), dotSize), counts.value<core::domain::StatusCounts>(),
                    option.palette);
    } else {
        if (status.isValid()) {
            paintDot(*painter, cell,
                     theme::statusColour(static_cast<core::domain::MessageStatus>(status.toInt()), option.palette));
            cell.adjust(dotSize + 6, 0, 0, 0);
        }
        paintText(*painter, cell, index.data(Qt::DisplayRole).toString(), index, option.palette);
    }
    // The frame is for the keyboard: a mouse leaves no doubt about the row.
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(table.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant chips = index.data(Role::ChipsRole);
    int width =
        QFontMetrics(option.font).horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 2 * margin + dotSize + 12;
    if (chips.isValid()) {
        width = 2 * margin;
        const QFontMetrics metrics(theme::smallFont());
        for (const QString &chip : chips.toStringList())
            width += chipWidth(chip, metrics) + chipGap;
    }
    return {width, theme::rowHeight};
}

} // namespace ui::delegates
