// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of MessageRepository: how an audience is chosen and follows an edited filter. On every backend.

#include "tests/storage/ledger.h"

using namespace core::domain;
using namespace core::interfaces;
using namespace std::chrono_literals;

namespace tests {

class MessageAudienceContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Ledger> m_ledger;
    ContractWorkspace *m_workspace = nullptr;

    static AudienceFilter tagged(const QString &tag) { return {{}, {tag}, {}, AudienceFilter::TagsMode::Any}; }

    core::ClientId addTagged(int phone, const QString &tag)
    {
        return COMMIT(unit.clients.insert(aClient().phone(phone).tags({tag})));
    }

    AudienceStep look(const Mailing &mailing)
    {
        return COMMIT(unit.messages.chooseAudience(mailing, {}, 100, m_ledger->now));
    }

    /** Messages of this many clients on their way, all of whom an edit of the filter has shut out meanwhile. */
    QList<core::MessageId> sendingToLeavers(Mailing &mailing, int clients)
    {
        m_ledger->addClients(1, clients);
        mailing = m_ledger->add(aMailing());
        m_ledger->choose(mailing);
        const QList<core::MessageId> sending = m_ledger->sending(mailing);
        mailing.filter = tagged(u"nobody"_qs);
        [&] { QCOMPARE(look(mailing).cancelled, 0); }();
        return sending;
    }

    Message messageOf(const Mailing &mailing, core::ClientId client)
    {
        const auto rows = LOOK(unit.messages.page({mailing.id, client, {}, {}, {}}, {})).rows;
        [&] { QCOMPARE(rows.size(), 1); }();
        return rows.value(0);
    }

private Q_SLOTS:
    void initTestCase_data() { ContractWorkspace::addBackends(); }
    void init()
    {
        m_ledger = std::make_unique<Ledger>();
        m_workspace = m_ledger->workspace();
    }
    void cleanup() { m_ledger.reset(); }

    void givesEveryMatchingClientOnePendingMessage()
    {
        const core::ClientId vip = addTagged(1, u"vip"_qs);
        addTagged(2, u"other"_qs);
        COMMIT(unit.clients.insert(aClient().phone(3).tags({u"vip"_qs}).optedOut(m_ledger->now)));
        const Mailing mailing = m_ledger->add(aMailing().filter(tagged(u"VIP"_qs)));
        QCOMPARE(m_ledger->choose(mailing), 1);

        const Message message = messageOf(mailing, vip);
        QVERIFY(message.id.isValid());
        QCOMPARE(message.mailing, mailing.id);
        QCOMPARE(message.phone, phoneNumber(1));
        QCOMPARE(message.status, MessageStatus::Pending);
        QCOMPARE(message.attempts, 0);
        QCOMPARE(message.createdAt, m_ledger->now);
        QVERIFY(message.nextAttemptAt && *message.nextAttemptAt <= m_ledger->now);
        QVERIFY(!message.sentAt && !message.deliveredAt && !message.error);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Pending, 1}}));
    }

    void choosesInStepsOfAnySize_data()
    {
        QTest::addColumn<int>("limit");
        for (const int limit : {1, 2, 5, 7, 100})
            QTest::addRow("%d at a time", limit) << limit;
    }

    void choosesInStepsOfAnySize()
    {
        QFETCH(int, limit);
        m_ledger->addClients(1, 7);
        const Mailing mailing = m_ledger->add(aMailing());
        const AudienceStep step = COMMIT(unit.messages.chooseAudience(mailing, {}, limit, m_ledger->now));
        QCOMPARE(step.added, std::min(limit, 7));
        QCOMPARE(m_ledger->choose(mailing, limit), 7 - step.added);
        QCOMPARE(m_ledger->counts(mailing)[MessageStatus::Pending], 7);
    }

    void isCompleteAtOnceWithoutClients()
    {
        const Mailing mailing = m_ledger->add(aMailing());
        const AudienceStep step = COMMIT(unit.messages.chooseAudience(mailing, {}, 10, m_ledger->now));
        QCOMPARE(step.added, 0);
        QVERIFY(step.complete);
    }

    void addsNobodyTwice()
    {
        m_ledger->addClients(1, 5);
        const Mailing mailing = m_ledger->add(aMailing());
        QCOMPARE(m_ledger->choose(mailing), 5);
        QCOMPARE(m_ledger->choose(mailing, 2), 0);
        m_ledger->addClients(6, 1);
        QCOMPARE(m_ledger->choose(mailing), 1);
        QCOMPARE(m_ledger->counts(mailing).total(), 6);
    }

    void givesAPhoneAMailingOnlyOnce()
    {
        const QList<core::ClientId> clients = m_ledger->addClients(1, 1);
        const Mailing mailing = m_ledger->add(aMailing());
        m_ledger->choose(mailing);
        COMMIT(unit.clients.remove(clients[0]));
        m_ledger->addClients(1, 1); // the same phone under a new id
        QCOMPARE(m_ledger->choose(mailing), 0);
        QCOMPARE(m_ledger->counts(mailing).total(), 1);
    }

    void keepsTheMailingsApart()
    {
        m_ledger->addClients(1, 3);
        const Mailing one = m_ledger->add(aMailing().name(u"one"_qs));
        const Mailing two = m_ledger->add(aMailing().name(u"two"_qs));
        QCOMPARE(m_ledger->choose(one), 3);
        QCOMPARE(m_ledger->counts(two).total(), 0);
        QCOMPARE(m_ledger->choose(two), 3);
        COMMIT(unit.messages.cancelPending(one.id, 100, m_ledger->now));
        QCOMPARE(m_ledger->counts(two), Ledger::expected({{MessageStatus::Pending, 3}}));
    }

    void looksAtSoManyClientsWhetherTheyMatchOrNot()
    {
        m_ledger->addClients(1, 6);
        addTagged(7, u"vip"_qs);
        const Mailing mailing = m_ledger->add(aMailing().filter(tagged(u"vip"_qs)));
        const AudienceStep first = COMMIT(unit.messages.chooseAudience(mailing, {}, 4, m_ledger->now));
        QCOMPARE(first.added, 0);
        QVERIFY(!first.complete);
        const AudienceStep second = COMMIT(unit.messages.chooseAudience(mailing, first.lastClient, 4, m_ledger->now));
        QCOMPARE(second.added, 1);
        QVERIFY(second.complete);
        QVERIFY(second.lastClient > first.lastClient);
    }

    void isDueSinceTheStartSoThatAClockSetBackKeepsNobodyWaiting()
    {
        m_ledger->addClients(1, 1);
        m_ledger->now += 1h;
        const Mailing mailing = m_ledger->add(aMailing().times(m_ledger->now - 3h, m_ledger->now + 3h));
        m_ledger->choose(mailing);
        m_ledger->now -= 2h;
        QCOMPARE(m_ledger->claim(mailing).size(), 1);
    }

    void cancelsStrangersAndRevivesThemWhenTheFilterIsEditedBack()
    {
        const core::ClientId vip = addTagged(1, u"vip"_qs);
        const core::ClientId other = addTagged(2, u"other"_qs);
        Mailing mailing = m_ledger->add(aMailing());
        m_ledger->choose(mailing);

        mailing.filter = tagged(u"vip"_qs);
        QCOMPARE(look(mailing).cancelled, 1);
        QCOMPARE(look(mailing).cancelled, 0);
        QCOMPARE(messageOf(mailing, vip).status, MessageStatus::Pending);
        QCOMPARE(messageOf(mailing, other).status, MessageStatus::Cancelled);
        QCOMPARE(look(mailing).revived, 0);

        mailing.filter = {};
        const AudienceStep back = look(mailing);
        QCOMPARE(back.revived, 1);
        QCOMPARE(back.added, 0);
        QCOMPARE(messageOf(mailing, other).status, MessageStatus::Pending);
        QCOMPARE(m_ledger->claim(mailing).size(), 2);
        QCOMPARE(m_ledger->choose(mailing), 0);
    }

    void cancelsAndRevivesInSteps()
    {
        const QList<core::ClientId> clients = m_ledger->addClients(1, 5);
        Mailing mailing = m_ledger->add(aMailing());
        m_ledger->choose(mailing);
        mailing.filter = tagged(u"nobody"_qs);
        QCOMPARE(COMMIT(unit.messages.chooseAudience(mailing, {}, 3, m_ledger->now)).cancelled, 3);
        QCOMPARE(m_ledger->counts(mailing)[MessageStatus::Pending], 2);
        QCOMPARE(COMMIT(unit.messages.chooseAudience(mailing, clients[2], 3, m_ledger->now)).cancelled, 2);
        mailing.filter = {};
        QCOMPARE(COMMIT(unit.messages.chooseAudience(mailing, {}, 4, m_ledger->now)).revived, 4);
        QCOMPARE(COMMIT(unit.messages.chooseAudience(mailing, clients[3], 4, m_ledger->now)).revived, 1);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Pending, 5}}));
    }

    void leavesWhatIsUnderWayOrDoneToItself()
    {
        m_ledger->addClients(1, 3);
        Mailing mailing = m_ledger->add(aMailing());
        m_ledger->choose(mailing);
        const QList<core::MessageId> sending = m_ledger->sending(mailing, 2);
        m_ledger->record(m_ledger->outcome(sending[0], MessageStatus::Sent));
        mailing.filter = tagged(u"nobody"_qs);
        QCOMPARE(look(mailing).cancelled, 1);
        QCOMPARE(m_ledger->counts(mailing),
                 Ledger::expected({{MessageStatus::Sent, 1}, {MessageStatus::Sending, 1}, {MessageStatus::Cancelled, 1}}));
    }

    void cancelsWhatComesBackUnsentWhenItsClientHasLeft()
    {
        Mailing mailing;
        const QList<core::MessageId> sending = sendingToLeavers(mailing, 3);
        m_ledger->record(m_ledger->outcome(sending[0], MessageStatus::Sent));
        m_ledger->record(m_ledger->outcome(sending[1], MessageStatus::Pending));
        MessageOutcome doubtful = m_ledger->outcome(sending[2], MessageStatus::Pending);
        doubtful.firm = true; // it may have been accepted
        m_ledger->record(doubtful);
        QCOMPARE(m_ledger->counts(mailing),
                 Ledger::expected({{MessageStatus::Sent, 1}, {MessageStatus::Cancelled, 1}, {MessageStatus::Unknown, 1}}));
        QVERIFY(m_ledger->claim(mailing).isEmpty());

        mailing.filter = {};
        QCOMPARE(look(mailing).revived, 2);
        QCOMPARE(m_ledger->claim(mailing).size(), 2);
    }

    void keepsWhatComesBackUnsentWhenTheFilterWasEditedBack()
    {
        Mailing mailing;
        const QList<core::MessageId> sending = sendingToLeavers(mailing, 1);
        mailing.filter = {};
        QCOMPARE(look(mailing).revived, 0);
        m_ledger->record(m_ledger->outcome(sending[0], MessageStatus::Pending));
        QCOMPARE(m_ledger->claim(mailing).size(), 1);
    }

    void cancelsWhatATakeBackOrARecoveryBringsBack()
    {
        Mailing mailing;
        const QList<core::MessageId> sending = sendingToLeavers(mailing, 3);
        COMMIT(unit.messages.takeBack({sending[0]}, m_ledger->now, {}));
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Cancelled, 1}, {MessageStatus::Sending, 2}}));
        COMMIT(unit.messages.recoverInterrupted({m_ledger->gateway}, m_ledger->now,
                                                1)); // it can be repeated: but not to a stranger
        COMMIT(unit.messages.recoverInterrupted({}, m_ledger->now, 1));
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Cancelled, 1}, {MessageStatus::Unknown, 2}}));
        mailing.filter = {};
        QCOMPARE(look(mailing).revived, 2); // the third cannot be repeated
    }

    void leavesAloneWhatEndedWhileItWasToBeCancelled()
    {
        Mailing mailing;
        const QList<core::MessageId> sending = sendingToLeavers(mailing, 2);
        m_ledger->record(m_ledger->outcome(sending[0], MessageStatus::Unknown));
        m_ledger->record(m_ledger->outcome(sending[1], MessageStatus::Failed));
        mailing.filter = {};
        QCOMPARE(look(mailing).revived, 0);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Unknown, 1}, {MessageStatus::Failed, 1}}));
    }

    void revivesOnlyWhatTheFilterCancelled()
    {
        const core::ClientId vip = addTagged(1, u"vip"_qs);
        addTagged(2, u"other"_qs);
        Mailing mailing = m_ledger->add(aMailing());
        m_ledger->choose(mailing);
        mailing.filter = tagged(u"vip"_qs);
        look(mailing);
        COMMIT(unit.messages.cancelPending(mailing.id, 100, m_ledger->now));
        mailing.filter = {};
        QCOMPARE(look(mailing).revived, 1);
        QCOMPARE(messageOf(mailing, vip).status, MessageStatus::Cancelled);
        QCOMPARE(COMMIT(unit.messages.reviveCancelled(mailing.id, 100, m_ledger->now)), 1);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Pending, 2}}));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::MessageAudienceContractTest)
#include "messageaudiencecontracttest.moc"
