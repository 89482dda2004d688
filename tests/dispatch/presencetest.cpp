// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/presence.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QtTest>

namespace tests {

using core::dispatch::Presence;
using core::dispatch::Share;
using namespace std::chrono_literals;

class PresenceTest : public QObject
{
    Q_OBJECT

    /** A workspace on a server, as far as one that dispatches can tell. */
    struct Fixture
    {
        Fixture() : presence(workspace.executor, clock, {u"here (1)"_qs, true}) {}

        /** Time goes by, with all heartbeats of ours. */
        void live(std::chrono::seconds time)
        {
            for (auto lived = 0s; lived < time; lived += Presence::interval) {
                clock.advance(Presence::interval);
                presence.beat();
                QCoreApplication::processEvents();
            }
        }

        core::InstanceId other(int counted)
        {
            const core::InstanceId id = *workspace.instances.enter(u"there (2)"_qs, clock.now());
            std::ignore = workspace.instances.beat(id, counted, clock.now());
            return id;
        }

        FakeWorkspace workspace;
        ManualClock clock{core::instantFromMs(1'800'000'000'000)};
        Presence presence;
    };

private Q_SLOTS:
    void isThereFromTheFirstHeartbeatOn()
    {
        Fixture f;
        QSignalSpy entered(&f.presence, &Presence::entered);
        QVERIFY(!f.presence.id().isValid());
        QVERIFY(f.presence.share().isNothing());
        f.presence.enter();
        QTRY_COMPARE(entered.size(), 1);
        QVERIFY(f.presence.id().isValid());
        QCOMPARE(f.presence.share(), Share::whole());
        const auto listed = f.workspace.instances.list();
        QCOMPARE(listed->size(), 1);
        QCOMPARE(listed->at(0).label, u"here (1)"_qs);
        QCOMPARE(listed->at(0).counted, 1);
    }

    void takesItsPartWhenAnotherOneComes()
    {
        Fixture f;
        f.presence.enter();
        QTRY_VERIFY(f.presence.id().isValid());
        QSignalSpy changed(&f.presence, &Presence::shareChanged);
        const auto newcomer = f.other(0);
        f.live(2s);
        QCOMPARE(f.presence.share().parts(), 2);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(f.workspace.data.instances[f.presence.id()].counted, 2); // so the newcomer may begin
        QVERIFY(f.workspace.instances.leave(newcomer));
        f.live(2s);
        QCOMPARE(f.presence.share(), Share::whole());
    }

    void passesOnWhatOneHeldThatWasNotSeenForALease()
    {
        Fixture f;
        f.presence.enter();
        QTRY_VERIFY(f.presence.id().isValid());
        QSignalSpy orphans(&f.presence, &Presence::orphansLeft);
        f.other(2);
        f.live(58s);
        QCOMPARE(orphans.size(), 0);
        f.live(6s);
        QCOMPARE(orphans.size(), 1);
        QCOMPARE(f.workspace.instances.list()->size(), 1);
    }

    void takesNobodyForDeadJustAfterTheServerCameBack()
    {
        Fixture f;
        f.presence.enter();
        QTRY_VERIFY(f.presence.id().isValid());
        const auto other = f.other(2);
        QSignalSpy troubled(&f.presence, &Presence::troubled);
        f.workspace.executor.failWrites(core::Error::make(core::ErrorKind::Unavailable, "database.lost"));
        f.live(120s);
        QCOMPARE(troubled.last().at(0).toString(), u"database.lost"_qs);
        f.workspace.executor.failWrites(std::nullopt);
        f.live(10s);
        QCOMPARE(troubled.last().at(0).toString(), QString());
        QVERIFY(f.workspace.data.instances.contains(other)); // it could not be seen meanwhile
        std::ignore = f.workspace.instances.beat(other, 2, f.clock.now());
        f.live(58s);
        QVERIFY(f.workspace.data.instances.contains(other));
        f.live(20s);
        QVERIFY(!f.workspace.data.instances.contains(other));
    }

    void entersAnewWhenItWasTakenForDead()
    {
        Fixture f;
        f.presence.enter();
        QTRY_VERIFY(f.presence.id().isValid());
        const auto before = f.presence.id();
        QSignalSpy replaced(&f.presence, &Presence::replaced);
        QVERIFY(f.workspace.instances.leave(before)); // the others did, while this computer slept
        f.live(2s);
        QCOMPARE(replaced.size(), 1);
        QVERIFY(f.presence.id() != before);
        QCOMPARE(f.workspace.instances.list()->size(), 1);
    }

    void hasNoPartOnceOthersTakeItForDead()
    {
        Fixture f;
        f.presence.enter();
        QTRY_COMPARE(f.presence.share(), Share::whole());
        f.clock.advance(Presence::deadAfter);
        f.presence.lookAtClock();
        QCOMPARE(f.presence.share(), Share::whole());

        f.clock.jump(1s); // it slept: the other clock stood still
        QSignalSpy changed(&f.presence, &Presence::shareChanged);
        f.presence.lookAtClock();
        QVERIFY(f.presence.share().isNothing());
        QCOMPARE(changed.size(), 1);
        f.live(2s);
        QCOMPARE(f.presence.share(), Share::whole());
    }

    void sendsNothingWhileItsClockIsWrong()
    {
        Fixture f;
        f.workspace.data.serverTime = f.clock.now() + 6s;
        QSignalSpy troubled(&f.presence, &Presence::troubled);
        f.presence.enter();
        QTRY_VERIFY(f.presence.id().isValid());
        QVERIFY(f.presence.share().isNothing());
        QCOMPARE(troubled.last().at(0).toString(), u"dispatch.clock"_qs);
        f.workspace.data.serverTime = f.clock.now() - 4s + 2s;
        f.live(2s);
        QCOMPARE(f.presence.share(), Share::whole());
        QCOMPARE(troubled.last().at(0).toString(), QString());
    }

    void aClockThatJumpsBuriesNobody()
    {
        Fixture f;
        f.workspace.data.serverTime = f.clock.now();
        f.presence.enter();
        QTRY_VERIFY(f.presence.id().isValid());
        const auto other = f.other(2);
        for (int beat = 0; beat < 40; ++beat) {
            f.workspace.data.serverTime = *f.workspace.data.serverTime + 2s;
            std::ignore = f.workspace.instances.beat(other, 2, *f.workspace.data.serverTime);
            f.live(2s);
        }
        f.clock.jump(1h);
        f.live(2s);
        QVERIFY(f.workspace.data.instances.contains(other));
        QVERIFY(f.presence.share().isNothing());
    }

    void isAloneInAFileAtOnce()
    {
        FakeWorkspace workspace;
        const ManualClock clock{core::instantFromMs(1'800'000'000'000)};
        std::ignore = workspace.instances.enter(u"crashed (7)"_qs, clock.now());
        Presence presence(workspace.executor, clock, {u"here (8)"_qs, false});
        QSignalSpy entered(&presence, &Presence::entered);
        presence.enter();
        QTRY_COMPARE(entered.size(), 1);
        QCOMPARE(presence.share(), Share::whole());
        QCOMPARE(workspace.instances.list()->size(), 1);
    }

    void isGoneWhenItLeft()
    {
        Fixture f;
        f.presence.enter();
        QTRY_VERIFY(f.presence.id().isValid());
        QSignalSpy left(&f.presence, &Presence::left);
        f.presence.leave();
        QTRY_COMPARE(left.size(), 1);
        QVERIFY(f.workspace.instances.list()->isEmpty());
    }

    void leavesInTheMiddleOfAHeartbeat()
    {
        Fixture f;
        f.presence.enter();
        QTRY_VERIFY(f.presence.id().isValid());
        QSignalSpy left(&f.presence, &Presence::left);
        f.workspace.executor.hold();
        f.presence.beat();
        f.presence.leave();
        f.workspace.executor.resume();
        QTRY_COMPARE(left.size(), 1);
        QVERIFY(f.workspace.instances.list()->isEmpty());
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::PresenceTest)
#include "presencetest.moc"
