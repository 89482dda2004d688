// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/chippainter.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace ui::delegates {

namespace {

constexpr int padding = 8;

} // namespace

int chipWidth(const QString &text, const QFontMetrics &metrics)
{
    return metrics.horizontalAdvance(text) + 2 * padding;
}

void paintChip(QPainter &painter, const QRect &chip, const QString &text, const QPalette &palette)
{
    const theme::Colours &table = theme::colours(palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(table.chip);
    painter.drawRoundedRect(chip, chip.height() / 2.0, chip.height() / 2.0);
    painter.setPen(table.text);
    const QRect inner = chip.adjusted(padding, 0, -padding, 0);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, inner.width() + 1));
    painter.restore();
}

void paintChips(QPainter &painter, const QRect &cell, const QStringList &texts, const QPalette &palette)
{
    painter.save();
    painter.setFont(theme::smallFont());
    const QFontMetrics metrics = painter.fontMetrics();
    int x = cell.left();
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QString rest = QStringLiteral("+%1").arg(texts.size() - i);
        const bool isLast = i + 1 == texts.size();
        const int reserve = isLast ? 0 : chipGap + metrics.horizontalAdvance(rest);
        const int room = cell.right() + 1 - x - reserve;
        int width = chipWidth(texts[i], metrics);
        if (width > room && i > 0) {
            painter.setPen(theme::colours(palette).dim);
            painter.drawText(QRect(x, cell.top(), cell.right() - x + 1, cell.height()), Qt::AlignVCenter | Qt::AlignLeft,
                             rest);
            break;
        }
        width = std::min(width, room);
        if (width <= 2 * padding)
            break;
        paintChip(painter, QRect(x, cell.center().y() - chipHeight / 2 + 1, width, chipHeight), texts[i], palette);
        x += width + chipGap;
    }
    painter.restore();
}

} // namespace ui::delegates
