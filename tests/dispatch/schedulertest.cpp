// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/scheduler.h"

#include "tests/support/builders.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using namespace std::chrono_literals;
using core::MailingId;
using core::dispatch::Scheduler;
using core::domain::MailingState;
using core::domain::MessageStatus;

namespace tests {

/** When the scheduler works and when it rests; what a step does is schedulerstepstest's. */
class SchedulerTest : public QObject
{
    Q_OBJECT

    struct Office
    {
        explicit Office(int clients)
        {
            for (int i = 1; i <= clients; ++i)
                (void)*workspace.clients.insert(aClient().phone(i));
        }
        MailingId schedule(MailingBuilder mailing = aMailing())
        {
            return *workspace.mailings.insert(mailing.state(MailingState::Scheduled));
        }
        qint64 pending(MailingId id) { return (*workspace.mailings.counts(id))[MessageStatus::Pending]; }

        FakeWorkspace workspace;
        ManualClock clock{"2024-03-01T08:00:00Z"};
        Scheduler scheduler{workspace.executor, clock};
    };

private Q_SLOTS:
    void aWakeDoesEverythingThatIsDue()
    {
        Office office(5);
        const MailingId id = office.schedule();
        QSignalSpy idle(&office.scheduler, &Scheduler::idle);
        office.scheduler.wake();
        QTRY_VERIFY(!idle.isEmpty());
        QCOMPARE(office.pending(id), 5);
        QVERIFY(office.scheduler.isIdle());
    }

    void aGateThatShutsBetweenTwoStepsIsHeard()
    {
        Office office(5);
        const MailingId id = office.schedule();
        int asked = 0;
        office.scheduler.setGate([&asked] { return ++asked == 1; });
        office.scheduler.wake();
        QTRY_COMPARE(asked, 2);
        QVERIFY(office.scheduler.isIdle());
        QCOMPARE(office.workspace.mailings.find(id)->state, MailingState::Running); // the first step
        QCOMPARE(office.pending(id), 0);

        office.scheduler.setGate({});
        office.scheduler.wake();
        QTRY_COMPARE(office.pending(id), 5);
    }

    void aWakeWithNothingDueIsOneLook()
    {
        Office office(5);
        office.schedule(aMailing().times(office.clock.now() + 1h, office.clock.now() + 2h));
        office.scheduler.wake();
        QTRY_VERIFY(office.scheduler.isIdle());
        const int writes = office.workspace.executor.writes();
        QSignalSpy idle(&office.scheduler, &Scheduler::idle);
        office.scheduler.wake();
        QTRY_VERIFY(!idle.isEmpty());
        QCOMPARE(office.workspace.executor.writes(), writes + 1);
    }

    void whatComesWhileItWorksIsNotForgotten()
    {
        Office office(3);
        office.workspace.executor.hold();
        office.scheduler.wake();
        const MailingId id = office.schedule();
        office.scheduler.wake(); // the first look is still out
        office.workspace.executor.resume();
        QTRY_COMPARE(office.pending(id), 3);
    }

    void whatStorageRefusesIsToldAndTriedAgain()
    {
        Office office(2);
        const MailingId id = office.schedule();
        QSignalSpy stuck(&office.scheduler, &Scheduler::stuck);
        office.workspace.executor.failWrites(core::Error::make(core::ErrorKind::Unavailable, "database.full"));
        office.scheduler.wake();
        QTRY_COMPARE(stuck.size(), 1);
        QCOMPARE(stuck.first().first().toString(), QStringLiteral("database.full"));
        office.scheduler.wake();
        QTRY_VERIFY(office.scheduler.isIdle());
        QCOMPARE(stuck.size(), 1); // told once
        office.workspace.executor.failWrites({});
        office.scheduler.wake();
        QTRY_COMPARE(office.pending(id), 2);
        QCOMPARE(stuck.last().first().toString(), QString());
    }

    void liveMailingsLookForNewcomersAtMostEveryFewSeconds()
    {
        Office office(1);
        const MailingId id = office.schedule(aMailing().live());
        office.scheduler.wake();
        QTRY_COMPARE(office.pending(id), 1);
        (void)*office.workspace.clients.insert(aClient().phone(70));
        office.scheduler.clientsChanged();
        office.clock.advance(1s);
        office.scheduler.wake();
        QTRY_VERIFY(office.scheduler.isIdle());
        QCOMPARE(office.pending(id), 1);
        office.clock.advance(5s);
        office.scheduler.wake();
        QTRY_COMPARE(office.pending(id), 2);
    }

    void aLongLookAtEverybodyIsFollowedByALongRest()
    {
        Office office(2);
        core::domain::AudienceFilter vip;
        vip.tags = {QStringLiteral("vip")};
        const MailingId id = office.schedule(aMailing().filter(vip).live());
        const auto edit = [&office](int which) {
            core::domain::Client client = office.workspace.data.clients.values().at(which);
            client.tags = {QStringLiteral("vip")};
            QVERIFY(office.workspace.clients.update(client));
            office.scheduler.clientsChanged();
        };
        office.scheduler.wake();
        QTRY_VERIFY(office.scheduler.isIdle());
        edit(0);
        office.clock.advance(5s);
        office.workspace.executor.hold();
        office.scheduler.wake();
        office.clock.advance(10s); // so long it takes to look at everybody
        office.workspace.executor.resume();
        QTRY_COMPARE(office.pending(id), 1);
        QTRY_VERIFY(office.scheduler.isIdle());
        edit(1);
        office.clock.advance(190s);
        office.scheduler.wake();
        QTRY_VERIFY(office.scheduler.isIdle());
        QCOMPARE(office.pending(id), 1);
        office.clock.advance(11s);
        office.scheduler.wake();
        QTRY_COMPARE(office.pending(id), 2);
    }

    void aStoppedSchedulerBeginsNothing()
    {
        Office office(3);
        const MailingId id = office.schedule();
        office.scheduler.stop();
        office.scheduler.wake();
        QCoreApplication::sendPostedEvents();
        QCOMPARE(office.pending(id), 0);
        QCOMPARE(office.workspace.executor.writes(), 0);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::SchedulerTest)
#include "schedulertest.moc"
