// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/statisticstext.h"

#include <QtTest>

using core::domain::MessageStatus;
using core::domain::StatusCounts;

namespace tests {

class StatisticsTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatusThatOccursThenTheTotal()
    {
        StatusCounts counts;
        counts[MessageStatus::Sent] = 12;
        counts[MessageStatus::Failed] = 1;

        const QString text = app::commands::countsText(counts);

        const QStringList lines = text.trimmed().split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.contains(u"sent    12"_qs));
        QVERIFY(lines.contains(u"failed  1"_qs));
        QCOMPARE(lines.last(), u"total   13"_qs);
    }

    void aTotalThatGrowsIsMarked()
    {
        core::domain::MailingSummary summary;
        summary.counts[MessageStatus::Pending] = 1000;
        QCOMPARE(app::commands::totalText(summary), u"1000"_qs);
        summary.choosing = true;
        QCOMPARE(app::commands::totalText(summary), u"1000+"_qs);
    }

    void nothingYetIsATotalOfNothing() { QCOMPARE(app::commands::countsText({}), u"total  0\n"_qs); }

    void noStatusIsForgotten()
    {
        StatusCounts counts;
        for (const MessageStatus status : core::domain::allMessageStatuses)
            counts[status] = 1;

        const QString text = app::commands::countsText(counts);

        QCOMPARE(text.count(u'\n'), int(core::domain::allMessageStatuses.size()) + 1);
        QVERIFY(text.endsWith(QString::number(core::domain::allMessageStatuses.size()) + u'\n'));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::StatisticsTextTest)
#include "statisticstexttest.moc"
