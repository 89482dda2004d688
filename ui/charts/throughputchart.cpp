// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/throughputchart.h"

#include "ui/texts/numbertext.h"
#include "ui/theme/statuscolours.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QDateTimeAxis>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

namespace ui::charts {

using core::domain::MessageStatus;
using core::domain::ThroughputSlot;

namespace {

constexpr int longestSeries = 180; ///< points; more cannot be told apart on screen

/** A round number at or above `value` whose quarters are whole, so that the axis does not jump with every message. */
double roundedUp(double value)
{
    for (const double small : {4.0, 8.0}) {
        if (value <= small)
            return small;
    }
    for (double step = 10;; step *= 10) {
        for (const double factor : {1.2, 1.6, 2.0, 2.4, 2.8, 3.2, 3.6, 4.0, 6.0, 8.0, 10.0}) {
            if (value <= factor * step)
                return factor * step;
        }
    }
}

} // namespace

ThroughputChart::ThroughputChart(Unit unit, QWidget *parent)
    : Chart(parent), m_unit(unit), m_sent(new QAreaSeries(this)), m_sentLine(new QLineSeries(this)),
      m_zeroLine(new QLineSeries(this)), m_failed(new QLineSeries(this)), m_time(new QDateTimeAxis(this)),
      m_values(new QValueAxis(this))
{
    m_sent->setUpperSeries(m_sentLine);
    m_sent->setLowerSeries(m_zeroLine);
    m_time->setFormat(QStringLiteral("HH:mm"));
    m_time->setTickCount(4);
    m_time->setGridLineVisible(false);
    m_values->setTickCount(5);
    m_values->setLineVisible(false);
    m_values->setMin(0);
    m_values->setLabelsVisible(unit == Unit::PerSecond); // the small chart of a mailing has no room; its card tells the peak
    chart()->addSeries(m_sent);
    chart()->addSeries(m_failed);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    for (QAbstractSeries *series : {static_cast<QAbstractSeries *>(m_sent), static_cast<QAbstractSeries *>(m_failed)}) {
        series->attachAxis(m_time);
        series->attachAxis(m_values);
    }
    m_time->setVisible(false);
    m_values->setVisible(false);
    setMouseTracking(true);
    setMinimumHeight(120);
    setFocusPolicy(Qt::StrongFocus);
    retranslate();
}

void ThroughputChart::setSlots(const QList<ThroughputSlot> &worked, core::Instant from, core::Instant to)
{
    const auto slot = ThroughputSlot::width;
    // Whole slots, and as many in one point as it takes to keep the series short.
    const qint64 slotMs = core::Milliseconds(slot).count();
    m_from = core::instantFromMs(core::toMs(from) / slotMs * slotMs);
    // A slot that is not over yet would look like a breakdown.
    m_to = std::max(core::instantFromMs(core::toMs(to) / slotMs * slotMs), m_from + slot);
    const qint64 slotCount = (m_to - m_from).count() / slotMs;
    const qint64 perPoint = (slotCount + longestSeries - 1) / longestSeries;
    const auto pointMs = slotMs * perPoint;
    m_points = QList<Point>((slotCount + perPoint - 1) / perPoint);
    for (int i = 0; i < m_points.size(); ++i)
        m_points[i].at = m_from + core::Milliseconds(i * pointMs);
    const double unitMs = m_unit == Unit::PerSecond ? 1000.0 : 60'000.0;
    m_sentCount = m_failedCount = 0;
    for (const ThroughputSlot &one : worked) {
        const qint64 index = (one.at - m_from).count() / pointMs;
        if (one.at < m_from || index >= m_points.size())
            continue;
        m_points[index].sent += static_cast<double>(one.sent) * unitMs / static_cast<double>(pointMs);
        m_points[index].failed += static_cast<double>(one.failed) * unitMs / static_cast<double>(pointMs);
        m_sentCount += one.sent;
        m_failedCount += one.failed;
    }
    const bool nothing = m_sentCount + m_failedCount == 0;
    m_pointed = -1;
    fillSeries();
    setEmpty(nothing);
    m_time->setVisible(!nothing);
    m_values->setVisible(!nothing);
    retranslate();
}

void ThroughputChart::fillSeries()
{
    QList<QPointF> sent;
    QList<QPointF> failed;
    double highest = 0;
    for (const Point &point : m_points) {
        const auto x = static_cast<double>(core::toMs(point.at));
        sent << QPointF(x, point.sent);
        failed << QPointF(x, point.failed);
        highest = std::max({highest, point.sent, point.failed});
    }
    if (m_points.size() == 1) { // one point makes no line
        const auto end = static_cast<double>(core::toMs(m_to));
        sent << QPointF(end, sent.first().y());
        failed << QPointF(end, failed.first().y());
    }
    m_sentLine->replace(sent);
    m_zeroLine->replace({{sent.first().x(), 0}, {sent.last().x(), 0}});
    m_failed->replace(failed);
    const double top = roundedUp(std::max(highest, 4.0));
    m_values->setMax(top);
    m_values->setLabelFormat(QStringLiteral("%.0f"));
    fitTime();
}

void ThroughputChart::fitTime()
{
    const core::Instant last = m_points.size() == 1 ? m_to : m_points.last().at;
    const bool isClose = last - m_from < std::chrono::minutes{4}; // two marks would name the same minute
    m_time->setFormat(isClose ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
    m_time->setTickCount(isClose ? 2 : 4);
    m_time->setRange(core::toDateTime(m_from).toLocalTime(), core::toDateTime(last).toLocalTime());
}

bool ThroughputChart::isShort() const
{
    return m_unit == Unit::PerMinute && m_to - m_from < std::chrono::minutes{1};
}

QString ThroughputChart::valueText(double value) const
{
    return m_unit == Unit::PerSecond ? texts::rateText(value) : tr("%1/min").arg(texts::numberText(std::llround(value)));
}

QString ThroughputChart::pointText(const Point &point) const
{
    return tr("%1: %2 accepted, %3 failed")
        .arg(texts::timeText(point.at, QTimeZone::systemTimeZone()), valueText(point.sent), valueText(point.failed));
}

QString ThroughputChart::textAt(core::Instant at) const
{
    if (m_points.isEmpty() || at < m_from || at >= m_to)
        return {};
    const auto after = std::upper_bound(m_points.cbegin(), m_points.cend(), at,
                                        [](core::Instant wanted, const Point &point) { return wanted < point.at; });
    return pointText(*std::prev(after));
}

QString ThroughputChart::peakText() const
{
    if (m_sentCount == 0)
        return {};
    // What went out within seconds says nothing about a minute.
    if (isShort())
        return tr("%1 accepted").arg(texts::numberText(m_sentCount));
    double highest = 0;
    for (const Point &point : m_points)
        highest = std::max(highest, point.sent);
    return tr("at most %1").arg(valueText(highest));
}

void ThroughputChart::point(int index, const QPoint &globalPosition)
{
    m_pointed = index;
    viewport()->update();
    if (index >= 0)
        QToolTip::showText(globalPosition, pointText(m_points[index]), this);
    else
        QToolTip::hideText();
}

void ThroughputChart::mouseMoveEvent(QMouseEvent *event)
{
    Chart::mouseMoveEvent(event);
    if (isEmpty() || m_points.size() < 2)
        return;
    const double x = chart()->mapToValue(event->position(), m_failed).x();
    const auto first = static_cast<double>(core::toMs(m_points.first().at));
    const auto step = static_cast<double>((m_points[1].at - m_points[0].at).count());
    const int index = static_cast<int>(std::lround((x - first) / step));
    point(index >= 0 && index < m_points.size() ? index : -1, event->globalPosition().toPoint());
}

void ThroughputChart::keyPressEvent(QKeyEvent *event)
{
    if (isEmpty() || (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right)) {
        Chart::keyPressEvent(event);
        return;
    }
    const int last = static_cast<int>(m_points.size()) - 1;
    const int from = m_pointed < 0 ? last + 1 : m_pointed;
    const int index = std::clamp(event->key() == Qt::Key_Left ? from - 1 : from + 1, 0, last);
    const Point &shown = m_points[index];
    const QPointF place = chart()->mapToPosition({static_cast<double>(core::toMs(shown.at)), shown.sent}, m_failed);
    point(index, mapToGlobal(place.toPoint()));
}

void ThroughputChart::drawForeground(QPainter *painter, const QRectF &rect)
{
    Chart::drawForeground(painter, rect);
    if (m_pointed < 0 || m_pointed >= m_points.size() || isEmpty())
        return;
    const Point &shown = m_points[m_pointed];
    const QPointF top = chart()->mapToPosition({static_cast<double>(core::toMs(shown.at)), m_values->max()}, m_failed);
    const QPointF foot = chart()->mapToPosition({static_cast<double>(core::toMs(shown.at)), 0}, m_failed);
    painter->setPen(QPen(theme::colours(palette()).dim, 1, Qt::DashLine));
    painter->drawLine(top, foot);
}

void ThroughputChart::dress(const theme::Colours &colours)
{
    const QColor sent = theme::statusColour(MessageStatus::Sent, palette());
    QColor area = sent;
    area.setAlphaF(0.18F);
    m_sent->setPen(QPen(sent, 2));
    m_sent->setBrush(area);
    m_failed->setPen(QPen(theme::statusColour(MessageStatus::Failed, palette()), 2));
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(m_time), static_cast<QAbstractAxis *>(m_values)}) {
        axis->setLabelsFont(theme::smallFont());
        axis->setLabelsColor(colours.dim);
        axis->setLinePenColor(colours.line);
        axis->setGridLinePen(QPen(colours.line, 1));
    }
}

void ThroughputChart::retranslate()
{
    setEmptyText(m_unit == Unit::PerSecond ? tr("Nothing was sent in the last 15 minutes.")
                                           : tr("Nothing has been sent yet."));
    if (!m_points.isEmpty())
        setWords(words());
}

QString ThroughputChart::words() const
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const QString from = texts::timeText(m_from, zone);
    const QString to = texts::timeText(m_to, zone);
    if (isShort())
        return tr("From %1 to %2: %3 accepted, %4 failed.")
            .arg(from, to, texts::numberText(m_sentCount), texts::numberText(m_failedCount));
    const auto bySent = [](const Point &a, const Point &b) { return a.sent < b.sent; };
    const auto highest = std::max_element(m_points.cbegin(), m_points.cend(), bySent);
    double failed = 0;
    for (const Point &point : m_points)
        failed = std::max(failed, point.failed);
    return tr("From %1 to %2: at most %3 accepted (at %4), at most %5 failed; last %6 accepted.")
        .arg(from, to, valueText(highest->sent), texts::timeText(highest->at, zone), valueText(failed),
             valueText(m_points.last().sent));
}

} // namespace ui::charts
