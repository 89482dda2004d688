// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/barlist.h"

#include "ui/charts/chartexport.h"
#include "ui/delegates/celldelegate.h"
#include "ui/delegates/countsbar.h"
#include "ui/texts/numbertext.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace ui::charts {

namespace {

constexpr int barHeight = 8;

} // namespace

BarList::BarList(QWidget *parent)
    : QWidget(parent),
      m_export(new ChartExport(this, [this](QPainter &painter, const QRectF &target) { paint(painter, target); }))
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BarList::setCounts(const QList<core::interfaces::LabelCount> &counts)
{
    QList<Row> rows;
    for (const core::interfaces::LabelCount &count : counts)
        rows << Row{count.label, count.count, {}};
    setRows(std::move(rows), false);
}

void BarList::setBreakdown(const QList<core::domain::BreakdownRow> &rows)
{
    QList<Row> made;
    for (const core::domain::BreakdownRow &row : rows)
        made << Row{row.key, row.counts.total(), row.counts};
    setRows(std::move(made), true);
}

void BarList::setMaximumRows(int rows)
{
    m_maximum = rows;
    condense();
}

void BarList::setEmptyText(const QString &text)
{
    m_emptyText = text;
    condense();
}

void BarList::setRows(QList<Row> rows, bool stacked)
{
    m_all = std::move(rows);
    m_stacked = stacked;
    std::stable_sort(m_all.begin(), m_all.end(), [](const Row &a, const Row &b) { return a.number > b.number; });
    m_total = 0;
    for (const Row &row : m_all)
        m_total += row.number;
    condense();
}

void BarList::condense()
{
    m_shown = m_all;
    if (m_all.size() > m_maximum) {
        m_shown = m_all.first(m_maximum - 1);
        Row others{tr("others (%1)").arg(texts::numberText(m_all.size() - m_shown.size())), 0, {}};
        for (const Row &row : m_all.sliced(m_maximum - 1)) {
            others.number += row.number;
            others.counts += row.counts;
        }
        m_shown << others;
    }
    QStringList words;
    for (const Row &row : std::as_const(m_shown))
        words << rowText(row);
    setAccessibleDescription(words.isEmpty() ? m_emptyText : words.join(u'\n'));
    updateGeometry();
    update();
}

QString BarList::rowText(const Row &row) const
{
    const QString text = QStringLiteral("%1: %2").arg(row.label, texts::numberText(row.number));
    return m_stacked ? QStringLiteral("%1 (%2)").arg(text, delegates::countsInWords(row.counts)) : text;
}

QSize BarList::sizeHint() const
{
    return {280, theme::rowHeight * std::max(1, static_cast<int>(m_shown.size()))};
}

QSize BarList::minimumSizeHint() const
{
    return {180, sizeHint().height()};
}

bool BarList::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = help->pos().y() / theme::rowHeight;
        if (row < m_shown.size())
            QToolTip::showText(help->globalPos(), rowText(m_shown[row]), this);
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

void BarList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect());
    if (hasFocus()) {
        painter.setPen(theme::colours(palette()).accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void BarList::paint(QPainter &painter, const QRectF &target) const
{
    const theme::Colours &table = theme::colours(palette());
    painter.setFont(theme::textFont());
    if (m_shown.isEmpty()) {
        painter.setPen(table.dim);
        painter.drawText(target, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, m_emptyText);
        return;
    }
    int numberWidth = 0;
    for (const Row &row : m_shown)
        numberWidth = std::max(numberWidth, painter.fontMetrics().horizontalAdvance(texts::numberText(row.number)) + 8);
    const int barWidth = static_cast<int>(target.width()) / (target.width() < 260 ? 5 : 4);
    QRect line(target.toRect().left(), target.toRect().top(), static_cast<int>(target.width()), theme::rowHeight);
    for (const Row &row : m_shown) {
        const QRect name = line.adjusted(0, 0, -(barWidth + numberWidth + 16), -1);
        painter.setPen(table.text);
        painter.drawText(name, Qt::AlignVCenter, painter.fontMetrics().elidedText(row.label, Qt::ElideRight, name.width()));
        const QRectF bar(name.right() + 8, line.center().y() - barHeight / 2, barWidth, barHeight);
        if (m_stacked) {
            delegates::paintCounts(painter, bar, row.counts, palette());
        } else {
            QPainterPath outline;
            outline.addRoundedRect(bar, barHeight / 2, barHeight / 2);
            painter.fillPath(outline, table.chip);
            painter.setClipPath(outline);
            const double share = m_total > 0 ? static_cast<double>(row.number) / static_cast<double>(m_total) : 0;
            painter.fillRect(QRectF(bar.left(), bar.top(), std::max(2.0, bar.width() * share), bar.height()), table.accent);
            painter.setClipping(false);
        }
        painter.setPen(table.text);
        delegates::paintFigures(painter, line.adjusted(line.width() - numberWidth, 0, 0, -1), texts::numberText(row.number),
                                true);
        painter.fillRect(QRect(line.left(), line.bottom(), line.width(), 1), table.line);
        line.translate(0, theme::rowHeight);
    }
}

void BarList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        condense();
}

} // namespace ui::charts
