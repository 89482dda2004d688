// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * How many messages will go out when.
 */
#pragma once

#include "core/services/forecast.h"
#include "ui/charts/chart.h"

class QAreaSeries;
class QDateTimeAxis;
class QLineSeries;
class QValueAxis;

namespace ui::charts {

/** Thread: main. */
class ForecastChart : public Chart
{
    Q_OBJECT

public:
    explicit ForecastChart(QWidget *parent = nullptr);

    /** @param schedule  slots of equal width, oldest first */
    void setSchedule(const QList<core::services::ForecastSlot> &schedule, core::Instant now);

protected:
    void dress(const theme::Colours &colours) override;
    void retranslate() override;

private:
    QList<core::services::ForecastSlot> m_schedule;
    core::Instant m_now{};
    QAreaSeries *m_area;
    QLineSeries *m_line;
    QLineSeries *m_zero;
    QDateTimeAxis *m_time;
    QValueAxis *m_values;
};

} // namespace ui::charts
