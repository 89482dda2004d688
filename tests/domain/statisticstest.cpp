// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/statistics.h"

#include <QTest>

using namespace core::domain;

namespace tests {

class StatisticsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatusCountsOnce()
    {
        StatusCounts counts;
        qint64 number = 1;
        for (const MessageStatus status : allMessageStatuses) {
            counts[status] = number;
            number *= 10;
        }
        QCOMPARE(counts.total(), 1'111'111'111);
        QCOMPARE(counts.done(), 1'111'111'100);
    }

    void addUp()
    {
        StatusCounts one;
        one[MessageStatus::Sent] = 5;
        one[MessageStatus::Pending] = 1;
        StatusCounts other;
        other[MessageStatus::Sent] = 7;
        other[MessageStatus::Unknown] = 2;
        one += other;
        QCOMPARE(one[MessageStatus::Sent], 12);
        QCOMPARE(one[MessageStatus::Unknown], 2);
        QCOMPARE(one.total(), 15);
        QCOMPARE(one.done(), 14);
    }

    void areZeroAtFirst()
    {
        QCOMPARE(StatusCounts().total(), 0);
        QCOMPARE(StatusCounts().done(), 0);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::StatisticsTest)
#include "statisticstest.moc"
