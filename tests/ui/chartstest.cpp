// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"
#include "ui/charts/barlist.h"
#include "ui/charts/chartexport.h"
#include "ui/charts/forecastchart.h"
#include "ui/charts/statuschart.h"
#include "ui/charts/statuslinks.h"
#include "ui/charts/throughputchart.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QMenu>
#include <QPushButton>
#include <QToolTip>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtTest>

using core::domain::MessageStatus;
using core::domain::ThroughputSlot;
using ui::charts::ThroughputChart;

namespace tests {

class ChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyChartSaysSoInWords()
    {
        ThroughputChart chart(ThroughputChart::Unit::PerSecond);
        chart.setSlots({}, at("2026-11-20T12:00:00Z"), at("2026-11-20T12:15:00Z"));
        QVERIFY(chart.isEmpty());
        QVERIFY(chart.accessibleDescription().contains(u"Nothing"));
    }

    void tellsEveryMomentInNumbers()
    {
        ThroughputChart chart(ThroughputChart::Unit::PerSecond);
        chart.setSlots({slot("2026-11-20T12:05:00Z", 4120, 30)}, at("2026-11-20T12:00:00Z"), at("2026-11-20T12:15:00Z"));
        QVERIFY(!chart.isEmpty());
        const QString then = chart.textAt(at("2026-11-20T12:05:04Z"));
        QVERIFY2(then.contains(u"412"), qPrintable(then));
        QVERIFY2(then.contains(u'3'), qPrintable(then));
        QVERIFY(chart.textAt(at("2026-11-20T12:06:00Z")).contains(u'0'));
        QVERIFY(chart.textAt(at("2026-11-20T13:00:00Z")).isEmpty());
        QVERIFY(chart.accessibleDescription().contains(u"412"));
    }

    void perMinuteIsSixtyTimesPerSecond()
    {
        ThroughputChart chart(ThroughputChart::Unit::PerMinute);
        chart.setSlots({slot("2026-11-20T12:05:00Z", 100, 0)}, at("2026-11-20T12:00:00Z"), at("2026-11-20T12:10:00Z"));
        QVERIFY(chart.textAt(at("2026-11-20T12:05:00Z")).contains(u"600"));
    }

    void lessThanAMinuteIsToldInMessages()
    {
        ThroughputChart chart(ThroughputChart::Unit::PerMinute);
        chart.setSlots({slot("2026-11-20T12:05:00Z", 180, 2)}, at("2026-11-20T12:05:00Z"), at("2026-11-20T12:05:10Z"));
        QVERIFY(!chart.isEmpty());
        QVERIFY2(chart.peakText().contains(u"180"), qPrintable(chart.peakText()));
        QVERIFY(!chart.peakText().contains(u"min"));
        QVERIFY2(chart.accessibleDescription().contains(u"180 accepted, 2 failed"),
                 qPrintable(chart.accessibleDescription()));
        chart.setSlots({slot("2026-11-20T12:05:00Z", 180, 2)}, at("2026-11-20T12:05:00Z"), at("2026-11-20T12:06:00Z"));
        QVERIFY2(chart.peakText().contains(u"/min"), qPrintable(chart.peakText()));
    }

    void aSingleSlotIsDrawn()
    {
        ThroughputChart chart(ThroughputChart::Unit::PerMinute);
        chart.setSlots({slot("2026-11-20T12:05:00Z", 180, 0)}, at("2026-11-20T12:05:00Z"), at("2026-11-20T12:05:10Z"));
        const auto series = chart.chart()->series();
        const auto *area = qobject_cast<QAreaSeries *>(series.value(0));
        QVERIFY(area);
        QCOMPARE(area->upperSeries()->count(), 2);
        QVERIFY(area->upperSeries()->at(1).x() > area->upperSeries()->at(0).x());
        QCOMPARE(area->upperSeries()->at(1).y(), area->upperSeries()->at(0).y());
    }

    void aLongTimeIsDrawnWithFewPointsAndLosesNothing()
    {
        ThroughputChart chart(ThroughputChart::Unit::PerMinute);
        QList<ThroughputSlot> worked;
        for (int i = 0; i < 8640; ++i) // a day of 60 a minute
            worked << ThroughputSlot{at("2026-11-20T00:00:00Z") + i * ThroughputSlot::width, 10, 0};
        chart.setSlots(worked, at("2026-11-20T00:00:00Z"), at("2026-11-21T00:00:00Z"));
        QVERIFY2(chart.textAt(at("2026-11-20T13:00:00Z")).contains(u"60"),
                 qPrintable(chart.textAt(at("2026-11-20T13:00:00Z"))));
    }

    void arrowKeysWalkThroughTheNumbers()
    {
        ThroughputChart chart(ThroughputChart::Unit::PerSecond);
        chart.resize(400, 200);
        chart.show();
        chart.setSlots({slot("2026-11-20T12:14:50Z", 100, 0)}, at("2026-11-20T12:00:00Z"), at("2026-11-20T12:15:00Z"));
        chart.setFocus();
        QTest::keyClick(&chart, Qt::Key_Left);
        QTRY_VERIFY(QToolTip::text().contains(u"10"));
    }

    void theStatusBarNamesItsParts()
    {
        ui::charts::StatusChart chart;
        core::domain::StatusCounts counts;
        counts[MessageStatus::Delivered] = 750;
        counts[MessageStatus::Failed] = 250;
        chart.setCounts(counts);
        QVERIFY(chart.partText(MessageStatus::Failed).contains(u"25"));
        QVERIFY(chart.accessibleDescription().contains(u"750"));
        chart.setCounts({});
        QVERIFY(chart.isEmpty());
    }

    void numbersOfStatusesAreLinks()
    {
        ui::charts::StatusLinks links;
        core::domain::StatusCounts counts;
        counts[MessageStatus::Unknown] = 64;
        links.setCounts(counts);
        links.show();
        auto *unknown = links.findChild<QPushButton *>(QStringLiteral("unknownLinkButton"));
        auto *expired = links.findChild<QPushButton *>(QStringLiteral("expiredLinkButton"));
        QVERIFY(unknown->isVisible());
        QVERIFY(!expired->isVisible());
        QVERIFY(unknown->accessibleName().contains(u"64"));
        QSignalSpy chosen(&links, &ui::charts::StatusLinks::chosen);
        unknown->setFocus();
        QTest::keyClick(unknown, Qt::Key_Space);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<MessageStatus>(), MessageStatus::Unknown);
    }

    void whatDoesNotFitIsAddedUp()
    {
        ui::charts::BarList list;
        list.setMaximumRows(3);
        list.setCounts(
            {{QStringLiteral("A"), 10}, {QStringLiteral("B"), 40}, {QStringLiteral("C"), 30}, {QStringLiteral("D"), 5}});
        const QStringList lines = list.accessibleDescription().split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith(u"B: 40"));
        QVERIFY(lines[1].startsWith(u"C: 30"));
        QVERIFY(lines[2].endsWith(u"15"));
    }

    void theForecastIsToldInNumbers()
    {
        ui::charts::ForecastChart chart;
        chart.setSchedule({}, at("2026-11-20T12:00:00Z"));
        QVERIFY(chart.isEmpty());
        chart.setSchedule({{at("2026-11-20T12:00:00Z"), 90}, {at("2026-11-20T12:10:00Z"), 30}}, at("2026-11-20T12:00:00Z"));
        QVERIFY(!chart.isEmpty());
        QVERIFY(chart.accessibleDescription().contains(u"90"));
    }

    void savesPicturesThatCanBeRead()
    {
        QTemporaryDir folder;
        ThroughputChart chart(ThroughputChart::Unit::PerSecond);
        chart.resize(400, 200);
        chart.setHeading(QStringLiteral("Heading of the chart"));
        chart.setSlots({slot("2026-11-20T12:05:00Z", 100, 0)}, at("2026-11-20T12:00:00Z"), at("2026-11-20T12:15:00Z"));
        QSignalSpy saved(chart.exporter(), &ui::charts::ChartExport::saved);
        chart.exporter()->save(folder.filePath(QStringLiteral("a.png")));
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(!QImage(folder.filePath(QStringLiteral("a.png"))).isNull());
        chart.exporter()->save(folder.filePath(QStringLiteral("a.svg")));
        QTRY_COMPARE(saved.count(), 2);
        QFile svg(folder.filePath(QStringLiteral("a.svg")));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QVERIFY(svg.readAll().contains("Heading of the chart"));
    }

    void saysWhyAPictureCannotBeWritten()
    {
        QTemporaryDir folder;
        ui::charts::BarList list;
        QSignalSpy failed(list.exporter(), &ui::charts::ChartExport::failed);
        list.exporter()->save(folder.filePath(QStringLiteral("no/such/folder/a.png")));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<core::Error>().code, QStringLiteral("file.unwritable"));
    }

    void copiesNumbersAndPicture()
    {
        ui::charts::BarList list;
        list.setCounts({{QStringLiteral("Europe/Moscow"), 10}});
        QMenu menu;
        list.exporter()->fillMenu(&menu);
        menu.findChild<QAction *>(QStringLiteral("copyNumbersAction"))->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Europe/Moscow: 10"));
        menu.findChild<QAction *>(QStringLiteral("copyChartAction"))->trigger();
        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
    }

private:
    static ThroughputSlot slot(const char *when, qint64 sent, qint64 failed) { return {at(when), sent, failed}; }
};

} // namespace tests

QTEST_MAIN(tests::ChartsTest)
#include "chartstest.moc"
