// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/countsbar.h"

#include "ui/texts/numbertext.h"
#include "ui/texts/statustext.h"
#include "ui/theme/statuscolours.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace ui::delegates {

void paintCounts(QPainter &painter, const QRectF &bar, const core::domain::StatusCounts &counts, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(bar, std::min(4.0, bar.height() / 2), std::min(4.0, bar.height() / 2));
    painter.setClipPath(outline);
    painter.fillRect(bar, theme::colours(palette).chip);
    const auto total = static_cast<double>(counts.total());
    double x = bar.left();
    for (const auto status : theme::statusOrder()) {
        if (counts[status] == 0)
            continue;
        const double width = std::max(1.0, bar.width() * static_cast<double>(counts[status]) / total);
        painter.fillRect(QRectF(x, bar.top(), width, bar.height()), theme::statusBrush(status, palette));
        x += width;
    }
    painter.restore();
}

QString countsInWords(const core::domain::StatusCounts &counts)
{
    QStringList parts;
    for (const auto status : theme::statusOrder()) {
        if (counts[status] > 0)
            parts << QStringLiteral("%1 %2").arg(texts::numberText(counts[status]), texts::statusText(status));
    }
    return parts.join(QStringLiteral(", "));
}

CountsBar::CountsBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CountsBar::setCounts(const core::domain::StatusCounts &counts)
{
    m_counts = counts;
    const QString words = countsInWords(counts);
    setToolTip(words);
    setAccessibleName(words);
    update();
}

QSize CountsBar::sizeHint() const
{
    return {200, 16};
}

void CountsBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintCounts(painter, rect(), m_counts, palette());
}

} // namespace ui::delegates
