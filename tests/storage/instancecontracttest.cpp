// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/interfaces/instancerepository.h"
#include "tests/storage/ledger.h"

namespace tests {

using core::InstanceId;
using core::MessageId;
using core::domain::MessageStatus;
using core::interfaces::Claim;
using core::interfaces::Instance;
using namespace std::chrono_literals;

/** Several who dispatch, and which messages are whose. */
class InstanceContractTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Ledger> m_ledger;
    ContractWorkspace *m_workspace = nullptr;
    core::MailingId m_mailing;

    InstanceId enter(const QString &label) { return COMMIT(unit.instances.enter(label, m_ledger->now)); }

    QList<MessageId> claim(InstanceId by, int limit)
    {
        const Claim asked{m_mailing, limit, m_ledger->now, m_ledger->now + Ledger::lease, false, false, by};
        QList<MessageId> ids;
        for (const auto &message : COMMIT(unit.messages.claim(asked)))
            ids << message.id;
        return ids;
    }

    QList<MessageId> mark(const QList<MessageId> &ids, InstanceId by)
    {
        QList<core::interfaces::SendIntent> intents;
        for (const MessageId id : ids)
            intents.append({.id = id, .gateway = m_ledger->gateway, .segments = 1, .textVersion = 1});
        return COMMIT(unit.messages.markSending(intents, m_ledger->now, by));
    }

    MessageStatus statusOf(MessageId id) { return LOOK(unit.messages.find(id)).status; }

private Q_SLOTS:
    void initTestCase_data() { ContractWorkspace::addBackends(); }

    void init()
    {
        m_ledger = std::make_unique<Ledger>();
        m_workspace = m_ledger->workspace();
    }
    void cleanup() { m_ledger.reset(); }

    void listsWhoIsThere()
    {
        const InstanceId first = enter(u"desk (1)"_qs);
        const InstanceId second = enter(u"server (2)"_qs);
        COMMIT(unit.instances.beat(second, 2, m_ledger->now + 2s));
        const QList<Instance> all = LOOK(unit.instances.list());
        QCOMPARE(all, (QList<Instance>{{first, u"desk (1)"_qs, m_ledger->now, m_ledger->now, 0},
                                       {second, u"server (2)"_qs, m_ledger->now, m_ledger->now + 2s, 2}}));
        COMMIT(unit.instances.leave(first));
        QCOMPARE(LOOK(unit.instances.list()).size(), 1);
    }

    void retiresWhoWasNotSeenButNeverItself()
    {
        const InstanceId old = enter(u"a"_qs);
        const InstanceId self = enter(u"b"_qs);
        COMMIT(unit.instances.beat(old, 1, m_ledger->now + 10s));
        QCOMPARE(COMMIT(unit.instances.retire(m_ledger->now + 10s, self)), 0);
        QCOMPARE(COMMIT(unit.instances.retire(m_ledger->now + 11s, self)), 1);
        QCOMPARE(LOOK(unit.instances.list()).value(0).id, self);
        const auto beaten = ATTEMPT(unit.instances.beat(old, 1, m_ledger->now));
        QVERIFY(!beaten);
        QCOMPARE(beaten.error().code, u"instance.unknown"_qs);
    }

    void leavesAMessageToTheOneThatHoldsIt()
    {
        m_mailing = m_ledger->running(2).id;
        const InstanceId mine = enter(u"a"_qs);
        const InstanceId other = enter(u"b"_qs);
        const QList<MessageId> ids = claim(mine, 2);
        QCOMPARE(ids.size(), 2);
        QVERIFY(claim(other, 2).isEmpty());
        QVERIFY(mark({ids[0]}, other).isEmpty());
        COMMIT(unit.messages.release({ids[1]}, std::nullopt, other)); // changes nothing
        QCOMPARE(mark(ids, mine), ids);

        const auto failed = m_ledger->outcome(ids[0], MessageStatus::Failed);
        COMMIT(unit.messages.record({failed}, other));
        QCOMPARE(statusOf(ids[0]), MessageStatus::Sending);
        COMMIT(unit.messages.takeBack({ids[0]}, m_ledger->now, other));
        QCOMPARE(statusOf(ids[0]), MessageStatus::Sending);
        COMMIT(unit.messages.record({failed}, mine));
        QCOMPARE(statusOf(ids[0]), MessageStatus::Failed);
        // That it was accepted is true whoever says it.
        COMMIT(unit.messages.record({m_ledger->outcome(ids[1], MessageStatus::Sent)}, other));
        QCOMPARE(statusOf(ids[1]), MessageStatus::Sent);
    }

    void passesALeaseOnThatRanOut()
    {
        m_mailing = m_ledger->running(1).id;
        const InstanceId slow = enter(u"a"_qs);
        const InstanceId other = enter(u"b"_qs);
        const QList<MessageId> ids = claim(slow, 1);
        m_ledger->now += Ledger::lease + 1s;
        QCOMPARE(claim(other, 1), ids);
        QVERIFY(mark(ids, slow).isEmpty());
        COMMIT(unit.messages.renewLeases(ids, m_ledger->now + 10 * Ledger::lease, slow));
        QCOMPARE(mark(ids, other), ids);
    }

    void passesOnWhatADeadOneHeld()
    {
        m_mailing = m_ledger->running(4).id;
        const InstanceId dead = enter(u"a"_qs);
        const InstanceId alive = enter(u"b"_qs);
        const QList<MessageId> sent = mark(claim(dead, 1), dead);
        const QList<MessageId> leased = claim(dead, 1);
        const QList<MessageId> sending = mark(claim(alive, 1), alive);
        const QList<MessageId> held = claim(alive, 1);

        COMMIT(unit.messages.releaseOrphans());
        QCOMPARE(COMMIT(unit.messages.recoverInterrupted({m_ledger->gateway}, m_ledger->now, 10)), 0); // all are alive
        QVERIFY(claim(alive, 4).isEmpty());

        COMMIT(unit.instances.leave(dead));
        COMMIT(unit.messages.releaseOrphans());
        QCOMPARE(COMMIT(unit.messages.recoverInterrupted({m_ledger->gateway}, m_ledger->now, 10)), 1);
        QList<MessageId> again = claim(alive, 4);
        std::sort(again.begin(), again.end());
        QList<MessageId> orphans = sent + leased;
        std::sort(orphans.begin(), orphans.end());
        QCOMPARE(again, orphans);
        QCOMPARE(statusOf(sending[0]), MessageStatus::Sending);
        QCOMPARE(mark(held, alive), held);
    }

    void believesADeadOneAboutWhatNobodyHasTakenFromIt()
    {
        m_mailing = m_ledger->running(3).id;
        const InstanceId dead = enter(u"a"_qs);
        const InstanceId alive = enter(u"b"_qs);
        const QList<MessageId> ids = mark(claim(dead, 3), dead);
        COMMIT(unit.instances.leave(dead));
        COMMIT(unit.messages.record({m_ledger->outcome(ids[0], MessageStatus::Failed)}, dead));
        QCOMPARE(statusOf(ids[0]), MessageStatus::Failed);

        QCOMPARE(COMMIT(unit.messages.recoverInterrupted({m_ledger->gateway}, m_ledger->now, 10)), 2);
        QCOMPARE(mark(claim(alive, 2), alive).size(), 2);
        COMMIT(unit.messages.record(
            {m_ledger->outcome(ids[1], MessageStatus::Failed), m_ledger->outcome(ids[2], MessageStatus::Sent)}, dead));
        QCOMPARE(statusOf(ids[1]), MessageStatus::Sending); // the other one asks again
        QCOMPARE(statusOf(ids[2]), MessageStatus::Sent);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::InstanceContractTest)
#include "instancecontracttest.moc"
