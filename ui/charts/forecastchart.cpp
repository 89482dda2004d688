// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/forecastchart.h"

#include "ui/texts/numbertext.h"
#include "ui/theme/theme.h"

#include <QTimeZone>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QDateTimeAxis>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

namespace ui::charts {

using core::services::ForecastSlot;

ForecastChart::ForecastChart(QWidget *parent)
    : Chart(parent), m_area(new QAreaSeries(this)), m_line(new QLineSeries(this)), m_zero(new QLineSeries(this)),
      m_time(new QDateTimeAxis(this)), m_values(new QValueAxis(this))
{
    m_area->setUpperSeries(m_line);
    m_area->setLowerSeries(m_zero);
    chart()->addSeries(m_area);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    m_area->attachAxis(m_time);
    m_area->attachAxis(m_values);
    m_time->setTickCount(3);
    m_time->setGridLineVisible(false);
    m_values->setTickCount(5);
    m_values->setLabelsVisible(false);
    m_values->setLineVisible(false);
    setFixedHeight(140);
    retranslate();
}

void ForecastChart::setSchedule(const QList<ForecastSlot> &schedule, core::Instant now)
{
    m_schedule = schedule;
    m_now = now;
    setEmpty(schedule.isEmpty());
    m_time->setVisible(!schedule.isEmpty());
    if (!schedule.isEmpty()) {
        const core::Milliseconds width = schedule.size() > 1 ? schedule[1].at - schedule[0].at : core::Milliseconds{1000};
        // A slot is drawn as a step, so that a short mailing is not a needle.
        QList<QPointF> points;
        qint64 highest = 1;
        for (const ForecastSlot &slot : schedule) {
            const auto messages = static_cast<double>(slot.messages);
            points << QPointF(static_cast<double>(core::toMs(slot.at)), messages)
                   << QPointF(static_cast<double>(core::toMs(slot.at + width)), messages);
            highest = std::max(highest, slot.messages);
        }
        m_line->replace(points);
        m_zero->replace({{points.first().x(), 0}, {points.last().x(), 0}});
        const core::Instant end = schedule.last().at + width;
        m_time->setRange(core::toDateTime(schedule.first().at).toLocalTime(), core::toDateTime(end).toLocalTime());
        const bool withinADay = end - schedule.first().at < std::chrono::hours{24};
        m_time->setFormat(withinADay ? QStringLiteral("HH:mm") : QStringLiteral("d.MM. HH:mm"));
        m_values->setRange(0, static_cast<double>(highest) * 1.1);
    } else {
        m_line->clear();
        m_zero->clear();
    }
    retranslate();
}

void ForecastChart::dress(const theme::Colours &colours)
{
    QColor area = colours.accent;
    area.setAlphaF(0.18F);
    m_area->setPen(QPen(colours.accent, 2));
    m_area->setBrush(area);
    m_time->setLabelsFont(theme::smallFont());
    m_time->setLabelsColor(colours.dim);
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(m_time), static_cast<QAbstractAxis *>(m_values)}) {
        axis->setLinePenColor(colours.line);
        axis->setGridLinePen(QPen(colours.line, 1));
    }
}

void ForecastChart::retranslate()
{
    setHeading(tr("Messages over time"));
    setEmptyText(
        tr("No rate is known yet: neither the gateway nor the mailing has a limit, and nothing was sent in the last hour."));
    if (m_schedule.isEmpty())
        return;
    const QTimeZone zone = QTimeZone::systemTimeZone();
    QStringList words;
    // A dozen readings say what the curve says.
    const qsizetype step = std::max<qsizetype>(1, m_schedule.size() / 12);
    for (qsizetype i = 0; i < m_schedule.size(); i += step)
        words << tr("%1: %2").arg(texts::dateTimeText(m_schedule[i].at, m_now, zone),
                                  texts::numberText(m_schedule[i].messages));
    setWords(words.join(u'\n'));
}

} // namespace ui::charts
