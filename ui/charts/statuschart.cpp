// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/statuschart.h"

#include "ui/delegates/countsbar.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/statustext.h"
#include "ui/theme/statuscolours.h"
#include "ui/theme/theme.h"

#include <QCursor>
#include <QLocale>
#include <QToolTip>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QValueAxis>

namespace ui::charts {

using core::domain::MessageStatus;
using core::domain::StatusCounts;

StatusChart::StatusChart(QWidget *parent)
    : Chart(parent), m_series(new QHorizontalStackedBarSeries(this)), m_values(new QValueAxis(this))
{
    auto *category = new QBarCategoryAxis(this);
    category->append(QStringLiteral("-"));
    for (const MessageStatus status : theme::statusOrder()) {
        auto *set = new QBarSet(QString(), m_series);
        set->append(0);
        m_series->append(set);
        m_sets << set;
        connect(set, &QBarSet::hovered, this, [this, status](bool inside) {
            if (inside)
                QToolTip::showText(QCursor::pos(), partText(status), this);
            else
                QToolTip::hideText();
        });
    }
    m_series->setBarWidth(1);
    chart()->addSeries(m_series);
    chart()->addAxis(m_values, Qt::AlignBottom);
    chart()->addAxis(category, Qt::AlignLeft);
    m_series->attachAxis(m_values);
    m_series->attachAxis(category);
    m_values->setVisible(false);
    category->setVisible(false);
    setFixedHeight(16);
    retranslate();
}

void StatusChart::setCounts(const StatusCounts &counts)
{
    m_counts = counts;
    const auto total = static_cast<double>(counts.total());
    // A status with any message is seen: at least a three hundredth of the bar.
    const double least = total / 300;
    double shown = 0;
    for (int i = 0; i < m_sets.size(); ++i) {
        const auto count = static_cast<double>(counts[theme::statusOrder()[i]]);
        const double width = count > 0 ? std::max(count, least) : 0;
        m_sets[i]->replace(0, width);
        shown += width;
    }
    m_values->setRange(0, std::max(1.0, shown));
    setEmpty(counts.total() == 0);
    retranslate();
}

QString StatusChart::partText(MessageStatus status) const
{
    return tr("%1 %2 (%3 %)")
        .arg(texts::numberText(m_counts[status]), texts::statusText(status),
             texts::percentText(m_counts[status], m_counts.total()));
}

void StatusChart::dress(const theme::Colours &)
{
    for (int i = 0; i < m_sets.size(); ++i) {
        m_sets[i]->setBrush(theme::statusBrush(theme::statusOrder()[i], palette()));
        m_sets[i]->setPen(Qt::NoPen);
    }
}

void StatusChart::retranslate()
{
    setHeading(tr("Messages by status"));
    setEmptyText(tr("There are no messages yet."));
    setWords(delegates::countsInWords(m_counts));
}

} // namespace ui::charts
