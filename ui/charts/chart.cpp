// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chart.h"

#include "ui/charts/chartexport.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGraphicsLayout>
#include <QPainter>
#include <QtCharts/QLegend>

namespace ui::charts {

Chart::Chart(QWidget *parent)
    : QChartView(parent),
      m_export(new ChartExport(this, [this](QPainter &painter, const QRectF &target) { render(&painter, target); }))
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::TabFocus);
    setViewportUpdateMode(SmartViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chart()->legend()->hide();
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    chart()->setBackgroundVisible(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    // A style sheet would make the palette transparent, and colours are told from it.
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
}

QSize Chart::sizeHint() const
{
    return {320, 160};
}

QSize Chart::minimumSizeHint() const
{
    return {120, 16};
}

void Chart::setHeading(const QString &heading)
{
    setAccessibleName(heading);
}

void Chart::setEmptyText(const QString &text)
{
    m_emptyText = text;
    if (m_empty)
        setAccessibleDescription(text);
    viewport()->update();
}

void Chart::setEmpty(bool empty)
{
    m_empty = empty;
    if (empty)
        setAccessibleDescription(m_emptyText);
    viewport()->update();
}

void Chart::setWords(const QString &words)
{
    setAccessibleDescription(m_empty ? m_emptyText : words);
}

void Chart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dressAll();
    else if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Chart::showEvent(QShowEvent *event)
{
    dressAll();
    QChartView::showEvent(event);
}

void Chart::dressAll()
{
    dress(theme::colours(palette()));
}

void Chart::drawForeground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawForeground(painter, rect);
    const theme::Colours &table = theme::colours(palette());
    if (m_empty) {
        painter->setFont(theme::textFont());
        painter->setPen(table.dim);
        painter->drawText(sceneRect(), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    }
    if (hasFocus()) {
        painter->setPen(table.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(sceneRect().adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void Chart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void Chart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

} // namespace ui::charts
