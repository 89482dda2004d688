// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Messages over time: accepted as a filled area, failed as a line.
 */
#pragma once

#include "core/base/clock.h"
#include "core/domain/statistics.h"
#include "ui/charts/chart.h"

class QAreaSeries;
class QDateTimeAxis;
class QLineSeries;
class QValueAxis;

namespace ui::charts {

/**
 * Values are per second or per minute; a slot without work counts as zero. A single slot is drawn as a bar.
 *
 * The tool tip names time and numbers of the slot under the pointer; so do Left and Right for the keyboard.
 * Thread: main.
 */
class ThroughputChart : public Chart
{
    Q_OBJECT

public:
    enum class Unit { PerSecond, PerMinute };

    ThroughputChart(Unit unit, QWidget *parent = nullptr);

    /** @param slots  with work in them, oldest first; those outside [from, to) are not shown */
    void setSlots(const QList<core::domain::ThroughputSlot> &worked, core::Instant from, core::Instant to);
    /** What is said of the moment, for instance "15:21: 412/s accepted, 3/s failed". Blank outside. */
    [[nodiscard]] QString textAt(core::Instant at) const;
    /** The highest rate of accepted messages; of less than a minute their number. Blank: nothing was accepted. */
    [[nodiscard]] QString peakText() const;

protected:
    void dress(const theme::Colours &colours) override;
    void retranslate() override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    struct Point
    {
        core::Instant at{};
        double sent = 0;
        double failed = 0;
    };

    void fillSeries();
    void fitTime();
    [[nodiscard]] bool isShort() const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString valueText(double value) const;
    [[nodiscard]] QString pointText(const Point &point) const;
    void point(int index, const QPoint &globalPosition);

    Unit m_unit;
    QAreaSeries *m_sent;
    QLineSeries *m_sentLine;
    QLineSeries *m_zeroLine;
    QLineSeries *m_failed;
    QDateTimeAxis *m_time;
    QValueAxis *m_values;
    QList<Point> m_points;
    core::Instant m_from{};
    core::Instant m_to{};
    qint64 m_sentCount = 0;
    qint64 m_failedCount = 0;
    int m_pointed = -1; ///< index in m_points; -1: none
};

} // namespace ui::charts
