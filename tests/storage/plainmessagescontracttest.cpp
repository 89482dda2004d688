// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of MessageRepository: first attempts take a short way, and come to the same as by the long one. On every backend.

#include "tests/storage/ledger.h"

using namespace core::domain;
using namespace core::interfaces;
using namespace std::chrono_literals;

namespace tests {

class PlainMessagesContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Ledger> m_ledger;
    ContractWorkspace *m_workspace = nullptr;

    [[nodiscard]] SendIntent intent(core::MessageId id, core::MailingId firstOf, const QString &text = {}) const
    {
        return {id, m_ledger->gateway, 2, 3, text, m_ledger->now, firstOf};
    }

    [[nodiscard]] MessageOutcome accepted(core::MessageId id, core::MailingId firstOf) const
    {
        MessageOutcome outcome = m_ledger->outcome(id, MessageStatus::Sent);
        outcome.firstOf = firstOf;
        return outcome;
    }

    QList<core::MessageId> claimed(const Mailing &mailing)
    {
        QList<core::MessageId> ids;
        for (const ClaimedMessage &message : m_ledger->claim(mailing))
            ids.append(message.id);
        return ids;
    }

    QList<core::MessageId> mark(const QList<SendIntent> &intents)
    {
        return COMMIT(unit.messages.markSending(intents, m_ledger->now, {}));
    }

private Q_SLOTS:
    void initTestCase_data() { ContractWorkspace::addBackends(); }
    void init()
    {
        m_ledger = std::make_unique<Ledger>();
        m_workspace = m_ledger->workspace();
    }
    void cleanup() { m_ledger.reset(); }

    void bothWaysComeToTheSame_data()
    {
        QTest::addColumn<bool>("isShort");
        QTest::newRow("short") << true;
        QTest::newRow("long") << false;
    }
    void bothWaysComeToTheSame()
    {
        QFETCH(const bool, isShort);
        const Mailing mailing = m_ledger->running(3);
        const core::MailingId firstOf = isShort ? mailing.id : core::MailingId();
        const QList<core::MessageId> ids = claimed(mailing);
        QCOMPARE(mark({intent(ids[0], firstOf), intent(ids[1], firstOf, u"Hello"_qs), intent(ids[2], firstOf)}).size(), 3);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Sending, 3}}));
        QCOMPARE(LOOK(unit.messages.sentText(ids[1])), std::optional(u"Hello"_qs));

        m_ledger->now += 20s;
        COMMIT(unit.messages.record({accepted(ids[0], firstOf), accepted(ids[1], firstOf)}, {}));
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Sending, 1}, {MessageStatus::Sent, 2}}));
        const Message sent = m_ledger->message(ids[0]);
        QCOMPARE(sent.status, MessageStatus::Sent);
        QCOMPARE(sent.attempts, 1);
        QCOMPARE(sent.segments, 2);
        QCOMPARE(sent.sentAt, std::optional(m_ledger->now));
        QCOMPARE(sent.endedAt, std::optional(m_ledger->now));
        QVERIFY(!sent.nextAttemptAt && !sent.error);
        QCOMPARE(m_ledger->message(ids[2]).status, MessageStatus::Sending);
    }

    void oneThatHasToBeLookedAtKeepsNoOtherBack()
    {
        const Mailing mailing = m_ledger->running(4);
        const QList<core::MessageId> ids = claimed(mailing);
        Client client = m_ledger->clientOf(ids[1]);
        client.optedOutAt = m_ledger->now;
        COMMIT(unit.clients.update(client));
        QList<SendIntent> intents;
        for (const core::MessageId id : ids)
            intents.append(intent(id, mailing.id));
        QCOMPARE(mark(intents).size(), 3);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::OptedOut, 1}, {MessageStatus::Sending, 3}}));

        // One has an answer already; what is told of it a second time changes nothing.
        COMMIT(unit.messages.record({accepted(ids[0], mailing.id)}, {}));
        COMMIT(unit.messages.record({accepted(ids[0], mailing.id), accepted(ids[2], mailing.id)}, {}));
        QCOMPARE(m_ledger->counts(mailing),
                 Ledger::expected({{MessageStatus::OptedOut, 1}, {MessageStatus::Sending, 1}, {MessageStatus::Sent, 2}}));
    }

    void nothingGoesOutOfAMailingThatPausesOrForSomebodyElse()
    {
        Mailing mailing = m_ledger->running(1);
        const core::MessageId id = claimed(mailing).value(0);
        const auto other = COMMIT(unit.instances.enter(u"other"_qs, m_ledger->now));
        QVERIFY(COMMIT(unit.messages.markSending({intent(id, mailing.id)}, m_ledger->now, other)).isEmpty());
        const Mailing wrong = m_ledger->add(aMailing());
        QCOMPARE(mark({intent(id, wrong.id)}).size(), 1); // looked at, it is found to be of another mailing, which runs
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Sending, 1}}));

        Mailing paused = m_ledger->running(1);
        const core::MessageId waiting = claimed(paused).value(0);
        paused.state = MailingState::Paused;
        COMMIT(unit.mailings.update(paused));
        QVERIFY(mark({intent(waiting, paused.id)}).isEmpty());
    }

    void twiceInOneBatchIsOnce()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = claimed(mailing).value(0);
        QCOMPARE(mark({intent(id, mailing.id), intent(id, mailing.id)}), QList<core::MessageId>{id});
        COMMIT(unit.messages.record({accepted(id, mailing.id), accepted(id, mailing.id)}, {}));
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Sent, 1}}));
        QCOMPARE(m_ledger->message(id).attempts, 1);
    }

    void theAnswerToAnEarlierRequestIsNotThatOfThisOne()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->sending(mailing).value(0);
        MessageOutcome late = accepted(id, mailing.id);
        late.requestId = id.value + 1000;
        COMMIT(unit.messages.record({late}, {}));
        QCOMPARE(m_ledger->message(id).status, MessageStatus::Sending);
        late.requestId = id.value;
        COMMIT(unit.messages.record({late}, {}));
        QCOMPARE(m_ledger->message(id).status, MessageStatus::Sent);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::PlainMessagesContractTest)
#include "plainmessagescontracttest.moc"
