// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/retention.h"

#include "tests/support/fakedelay.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/logcapture.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using app::Retention;
using namespace std::chrono_literals;

namespace tests {

class RetentionTest : public QObject
{
    Q_OBJECT

private:
    /** With an event that is older than a year, the default. */
    struct Fixture
    {
        Fixture()
        {
            Q_UNUSED(workspace.events.append(
                {.at = at("2024-03-01T08:00:00Z"), .actor = u"cli:anna"_qs, .action = u"client.edit"_qs}));
        }

        FakeWorkspace workspace;
        FakeDelay delay;
        ManualClock clock{"2026-03-01T08:00:00Z"};

        [[nodiscard]] bool isRemoved() const { return workspace.data.events.isEmpty(); }
    };

private Q_SLOTS:
    void theFirstMinuteBelongsToWhatIsDue()
    {
        QVERIFY(Retention::Pace().first > 1min);
        QCOMPARE(Retention::Pace().period, core::Milliseconds(1h));

        Fixture f;
        Retention retention(f.workspace.executor, f.clock, f.delay, {.first = 1h, .period = 1ms});
        QSignalSpy finished(&retention, &Retention::finished);
        retention.start();

        QVERIFY2(!finished.wait(50), "it does not wait for its first time");
        QVERIFY(!f.isRemoved());
    }

    void removesWithoutBlockingWhoStartsIt()
    {
        Fixture f;
        Retention retention(f.workspace.executor, f.clock, f.delay, {.first = 1ms, .period = 1h});
        QSignalSpy finished(&retention, &Retention::finished);
        f.workspace.executor.hold(); // as on a busy storage thread

        retention.start();
        QTRY_COMPARE(f.workspace.executor.heldJobs(), 1);

        QVERIFY(finished.isEmpty());
        f.workspace.executor.resume();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(f.isRemoved());
    }

    void comesAgain()
    {
        Fixture f;
        Retention retention(f.workspace.executor, f.clock, f.delay, {.first = 1ms, .period = 1ms});
        QSignalSpy finished(&retention, &Retention::finished);

        retention.start();

        QTRY_VERIFY(finished.size() >= 3);
    }

    void aLongRunIsNotJoinedByAnother()
    {
        Fixture f;
        Retention retention(f.workspace.executor, f.clock, f.delay, {.first = 1ms, .period = 1ms});
        QSignalSpy finished(&retention, &Retention::finished);
        f.workspace.executor.hold();
        retention.start();
        QTRY_COMPARE(f.workspace.executor.heldJobs(), 1);

        QVERIFY(!finished.wait(50)); // many periods

        QCOMPARE(f.workspace.executor.heldJobs(), 1);
        f.workspace.executor.resume();
        QTRY_VERIFY(finished.size() >= 2); // and then it goes on
    }

    void stoppedItRemovesNothingMore()
    {
        Fixture f;
        Retention retention(f.workspace.executor, f.clock, f.delay, {.first = 1ms, .period = 1ms});
        QSignalSpy finished(&retention, &Retention::finished);
        f.workspace.executor.hold();
        retention.start();
        QTRY_COMPARE(f.workspace.executor.heldJobs(), 1);

        retention.stop();
        f.workspace.executor.resume();

        QTRY_COMPARE(finished.size(), 1); // the run that was under way
        QVERIFY(!f.isRemoved());
        retention.start(); // the right to dispatch comes too late
        QVERIFY(!finished.wait(50));
    }

    void aFailureIsLoggedAndTriedAgain()
    {
        Fixture f;
        const LogCapture log;
        Retention retention(f.workspace.executor, f.clock, f.delay, {.first = 1ms, .period = 1ms});
        f.workspace.executor.failWrites(core::Error::make(core::ErrorKind::Unavailable, "database.full"));
        retention.start();
        QTRY_VERIFY(log.lines().contains(u"retention error=database.full"_qs));

        f.workspace.executor.failWrites({});

        QTRY_VERIFY(f.isRemoved());
        QTRY_VERIFY(log.lines().contains(u"retention mailings=0 messages=0 texts=0 events=1 stopped=false"_qs));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::RetentionTest)
#include "retentiontest.moc"
