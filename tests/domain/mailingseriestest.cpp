// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/mailingseries.h"
#include "tests/support/builders.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace core::domain;
using namespace std::chrono_literals;

namespace tests {

class MailingSeriesTest : public QObject
{
    Q_OBJECT

    static Mailing occurrence(qint64 id, core::Instant start, MailingState state = MailingState::Scheduled)
    {
        Mailing mailing = aMailing().repeats(Repeat::Daily).times(start, start + 2h).state(state);
        mailing.id = core::MailingId{id};
        mailing.seriesId = core::MailingId{1};
        return mailing;
    }

private Q_SLOTS:
    void goesByTheTurnThatWasPlannedForTheFirst()
    {
        const core::Instant start = at("2024-03-01T08:00:00Z");
        Mailing first = occurrence(1, start, MailingState::Running);
        first.endAt = start + 72h; // moved while it ran
        const auto next = followingOccurrence(first, {first}, {start, start + 2h}, start, QTimeZone::utc());
        QVERIFY(next);
        QCOMPARE(next->startAt, start + 24h);
        QCOMPARE(next->endAt, start + 26h);
    }

    void ofASeriesWithoutItsFirstTheEarliestCounts()
    {
        const core::Instant start = at("2024-03-01T08:00:00Z");
        const Mailing second = occurrence(2, start, MailingState::Running);
        const auto next = followingOccurrence(second, {second}, {}, start, QTimeZone::utc());
        QVERIFY(next);
        QCOMPARE(next->endAt, start + 26h);
    }

    void whatComesIsLaterAndStillHasSomethingToDo()
    {
        const core::Instant start = at("2024-03-01T08:00:00Z");
        const Mailing present = occurrence(1, start, MailingState::Running);
        Mailing deleted = occurrence(5, start + 96h);
        deleted.archivedAt = start;
        const QList<Mailing> series{present,
                                    occurrence(2, start - 24h),
                                    occurrence(3, start + 24h, MailingState::Cancelled),
                                    occurrence(4, start + 48h, MailingState::Paused),
                                    deleted,
                                    occurrence(6, start + 120h)};
        QList<qint64> coming;
        for (const Mailing &mailing : comingAfter(present, series))
            coming << mailing.id.value;
        QCOMPARE(coming, (QList<qint64>{4, 6}));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::MailingSeriesTest)
#include "mailingseriestest.moc"
