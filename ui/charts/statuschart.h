// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Messages by status as one stacked bar.
 */
#pragma once

#include "core/domain/statistics.h"
#include "ui/charts/chart.h"

class QBarCategoryAxis;
class QBarSet;
class QHorizontalStackedBarSeries;
class QValueAxis;

namespace ui::charts {

/** Tool tips name number and share of the part under the pointer. The legend is StatusLinks. Thread: main. */
class StatusChart : public Chart
{
    Q_OBJECT

public:
    explicit StatusChart(QWidget *parent = nullptr);

    void setCounts(const core::domain::StatusCounts &counts);
    /** "58 102 delivered (58.1 %)". */
    [[nodiscard]] QString partText(core::domain::MessageStatus status) const;

protected:
    void dress(const theme::Colours &colours) override;
    void retranslate() override;

private:
    core::domain::StatusCounts m_counts;
    QHorizontalStackedBarSeries *m_series;
    QList<QBarSet *> m_sets; ///< in the order of theme::statusOrder()
    QValueAxis *m_values;
};

} // namespace ui::charts
