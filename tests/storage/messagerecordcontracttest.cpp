// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of MessageRepository: what became of messages, firm ones, and recovery after a crash. On every backend.

#include "tests/storage/ledger.h"

using namespace core::domain;
using namespace core::interfaces;
using namespace std::chrono_literals;

namespace tests {

class MessageRecordContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Ledger> m_ledger;
    ContractWorkspace *m_workspace = nullptr;

    MessageOutcome noAnswer(core::MessageId id) const
    {
        MessageOutcome outcome = m_ledger->failure(id, MessageStatus::Pending, AnswerKind::Timeout);
        outcome.firm = true;
        return outcome;
    }

    core::GatewayId otherGateway() { return COMMIT(unit.gateways.insert(aGateway().name(u"other"_qs))); }

    void editPhone(core::ClientId id, int phone)
    {
        Client client = LOOK(unit.clients.find(id));
        client.phone = phoneNumber(phone);
        COMMIT(unit.clients.update(client));
    }

private Q_SLOTS:
    void initTestCase_data() { ContractWorkspace::addBackends(); }
    void init()
    {
        m_ledger = std::make_unique<Ledger>();
        m_workspace = m_ledger->workspace();
    }
    void cleanup() { m_ledger.reset(); }

    void recordsAnAcceptedMessage()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->sending(mailing).value(0);
        MessageOutcome accepted = m_ledger->outcome(id, MessageStatus::Sent);
        accepted.gatewayMessageId = u"gw-1"_qs;
        m_ledger->record(accepted);
        const Message message = m_ledger->message(id);
        QCOMPARE(message.status, MessageStatus::Sent);
        QCOMPARE(message.sentAt, std::optional(m_ledger->now));
        QCOMPARE(message.gatewayMessageId, u"gw-1"_qs);
        QCOMPARE(message.attempts, 1);
        QVERIFY(!message.error);
        QVERIFY(!message.nextAttemptAt);
        QVERIFY(LOOK(unit.messages.attempts(id)).isEmpty()); // accepted at first try: told by its row
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Sent, 1}}));
    }

    void recordsWhateverAGatewaySays_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("kept"); // with whatever stands for what cannot be kept
        QTest::newRow("an emoji at the cut") << QString(499, u'x') + u"😀"_qs << QString(499, u'x');
        QTest::newRow("half an emoji") << u"a"_qs + QChar(0xd83d) << u"a�"_qs;
        QTest::newRow("the other half") << QChar(0xde00) + u"\"b"_qs << u"�\"b"_qs;
        QTest::newRow("halves the wrong way round") << QString(QChar(0xde00)) + QChar(0xd83d) << u"��"_qs;
        QTest::newRow("nothing in the middle") << u"a"_qs + QChar(0) + u"b"_qs << u"a�b"_qs;
        QTest::newRow("signs that JSON escapes") << u"\"\\\n\t\x1f"_qs << u"\"\\\n\t\x1f"_qs;
    }

    void recordsWhateverAGatewaySays()
    {
        QFETCH(QString, answer);
        QFETCH(QString, kept);
        QFETCH_GLOBAL(QString, backend);
        const Mailing mailing = m_ledger->running(2);
        const QList<core::MessageId> ids = m_ledger->sending(mailing);
        MessageOutcome failed = m_ledger->failure(ids[0], MessageStatus::Failed, AnswerKind::Rejected, 400);
        failed.error->answer = answer;
        failed.attempt->answer = answer;
        failed.gatewayMessageId = answer.right(10);
        COMMIT(unit.messages.record({failed, m_ledger->outcome(ids[1], MessageStatus::Sent)}, {}));
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Failed, 1}, {MessageStatus::Sent, 1}}));
        if (backend == QLatin1String("fake"))
            return;
        QCOMPARE(m_ledger->message(ids[0]).error->answer, kept);
        QCOMPARE(LOOK(unit.messages.attempts(ids[0])).value(0).answer, kept);
    }

    void neverSaysThatAFirmMessageWasCertainlyNotAccepted()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->sending(mailing).value(0);
        m_ledger->record(noAnswer(id));
        m_ledger->sending(mailing);
        m_ledger->record(m_ledger->failure(id, MessageStatus::Failed, AnswerKind::Rejected, 400, 2));
        QCOMPARE(m_ledger->message(id).status, MessageStatus::Unknown);
        QCOMPARE(m_ledger->message(id).error->kind, AnswerKind::Rejected);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Unknown, 1}}));
    }

    void plansTheNextAttempt()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->sending(mailing).value(0);
        MessageOutcome refused = m_ledger->failure(id, MessageStatus::Pending, AnswerKind::Transient, 500);
        refused.nextAttemptAt = m_ledger->now + 2s;
        m_ledger->record(refused);
        const Message message = m_ledger->message(id);
        QCOMPARE(message.status, MessageStatus::Pending);
        QCOMPARE(message.nextAttemptAt, refused.nextAttemptAt);
        QCOMPARE(message.attempts, 1);
        QCOMPARE(message.error, refused.error);
        QCOMPARE(LOOK(unit.messages.attempts(id)), QList<Attempt>{*refused.attempt});

        m_ledger->now += 2s - 1ms;
        QVERIFY(m_ledger->claim(mailing).isEmpty());
        m_ledger->now += 1ms;
        const QList<ClaimedMessage> again = m_ledger->claim(mailing);
        QCOMPARE(again.size(), 1);
        QCOMPARE(again[0].requestId, id.value);
        QCOMPARE(again[0].attempts, 1);
        QVERIFY(!again[0].firm);
        m_ledger->mark({id});
        QCOMPARE(m_ledger->message(id).attempts, 2);
    }

    void keepsEveryAttemptThatWasNotAcceptedAtOnce()
    {
        const Mailing mailing = m_ledger->running(1);
        QList<Attempt> expected;
        core::MessageId id;
        for (int number = 1; number <= 3; ++number) {
            id = m_ledger->sending(mailing).value(0);
            const MessageOutcome failed = m_ledger->failure(id, number == 3 ? MessageStatus::Failed : MessageStatus::Pending,
                                                            AnswerKind::Refused, 200, number);
            m_ledger->record(failed);
            expected.append(*failed.attempt);
            m_ledger->now += 1min;
        }
        QCOMPARE(LOOK(unit.messages.attempts(id)), expected);
        QCOMPARE(m_ledger->message(id).status, MessageStatus::Failed);
        QCOMPARE(m_ledger->message(id).attempts, 3);
    }

    void doesNotCountAThrottledAttempt()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->sending(mailing).value(0);
        MessageOutcome throttled = m_ledger->failure(id, MessageStatus::Pending, AnswerKind::Throttled, 429);
        throttled.attemptCounts = false;
        throttled.nextAttemptAt = m_ledger->now + 30s;
        m_ledger->record(throttled);
        QCOMPARE(m_ledger->message(id).attempts, 0);
        QCOMPARE(m_ledger->message(id).nextAttemptAt, throttled.nextAttemptAt);
        m_ledger->now += 30s;
        QCOMPARE(m_ledger->claim(mailing).value(0).attempts, 0);
    }

    void recordsWhatFailsBeforeItGoesOut()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->claim(mailing).value(0).id;
        MessageOutcome lacking = m_ledger->outcome(id, MessageStatus::Failed);
        lacking.error = MessageError{AnswerKind::Template, 0, u"name"_qs};
        m_ledger->record(lacking);
        const Message message = m_ledger->message(id);
        QCOMPARE(message.status, MessageStatus::Failed);
        QCOMPARE(message.error, lacking.error);
        QCOMPARE(message.attempts, 0);
        QVERIFY(LOOK(unit.messages.attempts(id)).isEmpty());
    }

    void leavesWhatIsSettledAsItIs()
    {
        const Mailing mailing = m_ledger->running(2);
        const QList<core::MessageId> ids = m_ledger->sending(mailing, 1);
        m_ledger->record(m_ledger->outcome(ids[0], MessageStatus::Sent));
        m_ledger->record(m_ledger->failure(ids[0], MessageStatus::Failed, AnswerKind::Rejected, 400));
        QCOMPARE(m_ledger->message(ids[0]).status, MessageStatus::Sent);
        const core::MessageId other = m_ledger->claim(mailing).value(0).id;
        COMMIT(unit.messages.cancelPending(mailing.id, 10, m_ledger->now));
        m_ledger->record(m_ledger->outcome(other, MessageStatus::Sent));
        QCOMPARE(m_ledger->message(other).status, MessageStatus::Cancelled);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Sent, 1}, {MessageStatus::Cancelled, 1}}));
    }

    void recordsABatchOfEveryKind()
    {
        const Mailing mailing = m_ledger->running(6);
        const QList<core::MessageId> ids = m_ledger->sending(mailing, 5);
        COMMIT(unit.messages.record({m_ledger->outcome(ids[0], MessageStatus::Sent),
                                     m_ledger->failure(ids[1], MessageStatus::Failed, AnswerKind::Rejected, 400),
                                     m_ledger->failure(ids[2], MessageStatus::Unknown, AnswerKind::Timeout),
                                     m_ledger->failure(ids[3], MessageStatus::Pending, AnswerKind::Refused, 200)},
                                    {}));
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Sent, 1},
                                                              {MessageStatus::Failed, 1},
                                                              {MessageStatus::Unknown, 1},
                                                              {MessageStatus::Pending, 2},
                                                              {MessageStatus::Sending, 1}}));
    }

    void keepsPhoneTextAndGatewayOfAFirmMessage()
    {
        Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->sending(mailing, 1, u"Hello, Anna"_qs).value(0);
        m_ledger->record(noAnswer(id));

        mailing.text = u"Another text"_qs;
        mailing.gateway = otherGateway();
        COMMIT(unit.mailings.update(mailing));
        editPhone(m_ledger->message(id).client, 77);

        const QList<ClaimedMessage> again = m_ledger->claim(mailing);
        QCOMPARE(again.size(), 1);
        QVERIFY(again[0].firm);
        QCOMPARE(again[0].requestId, id.value);
        QCOMPARE(again[0].firmGateway, m_ledger->gateway);
        QCOMPARE(again[0].firmText, u"Hello, Anna"_qs);
        QCOMPARE(again[0].phone, phoneNumber(1));
    }

    void keepsTheVersionOfAStaticTextForAFirmMessage()
    {
        Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->sending(mailing).value(0);
        m_ledger->record(noAnswer(id));
        mailing.text = u"Another text"_qs;
        COMMIT(unit.mailings.update(mailing));
        const QList<ClaimedMessage> again = m_ledger->claim(mailing);
        QVERIFY(again.value(0).firm);
        QCOMPARE(again[0].firmText, u"Hello"_qs);
    }

    void staysFirmWhenALaterAnswerIsATrustworthyNo()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->sending(mailing).value(0);
        m_ledger->record(noAnswer(id));
        m_ledger->sending(mailing);
        m_ledger->record(m_ledger->failure(id, MessageStatus::Pending, AnswerKind::Refused, 200, 2));
        QVERIFY(m_ledger->claim(mailing).value(0).firm);
    }

    void sendsAnEditedClientToTheNewPhone()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->ids(mailing).value(0);
        editPhone(m_ledger->message(id).client, 77);
        QCOMPARE(m_ledger->message(id).phone, phoneNumber(77));
        QCOMPARE(m_ledger->claim(mailing).value(0).phone, phoneNumber(77));
    }

    void sendsARetriedMessageToTheNewPhone()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->ids(mailing).value(0);
        COMMIT(unit.messages.expirePending(mailing.id, 10, m_ledger->now));
        editPhone(m_ledger->message(id).client, 77);
        COMMIT(unit.messages.retry(mailing.id, {MessageStatus::Expired}, {}, 10, m_ledger->now));
        QCOMPARE(m_ledger->claim(mailing).value(0).phone, phoneNumber(77));
        QCOMPARE(m_ledger->message(id).phone, phoneNumber(77));
    }

    void keepsAMessageWhosePhoneComesBack()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->claim(mailing).value(0).id; // in somebody's hands: its phone stays for now
        editPhone(m_ledger->message(id).client, 77);
        COMMIT(unit.messages.release({id}, std::nullopt, {}));
        editPhone(m_ledger->message(id).client, 1);
        QCOMPARE(m_ledger->message(id).status, MessageStatus::Pending);
        QCOMPARE(m_ledger->claim(mailing).value(0).phone, phoneNumber(1));
    }

    void cancelsAMessageWhosePhoneWouldGetTheMailingTwice()
    {
        const Mailing mailing = m_ledger->running(2);
        const QList<core::MessageId> ids = m_ledger->sending(mailing, 1);
        m_ledger->record(m_ledger->outcome(ids[0], MessageStatus::Sent));
        const Message first = m_ledger->message(ids[0]);
        editPhone(first.client, 77); // it was sent to the old phone, which now becomes free for the other client
        const core::MessageId second = m_ledger->claim(mailing).value(0).id;
        COMMIT(unit.messages.release({second}, std::nullopt, {}));
        editPhone(m_ledger->message(second).client, 1);
        QCOMPARE(m_ledger->message(second).status, MessageStatus::Cancelled);
        QCOMPARE(m_ledger->message(ids[0]).phone, phoneNumber(1));
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Sent, 1}, {MessageStatus::Cancelled, 1}}));
    }

    void recoversWhatAGatewayRecognises()
    {
        const Mailing mailing = m_ledger->running(2);
        const QList<core::MessageId> ids = m_ledger->sending(mailing, 1, u"Hello, 1"_qs);
        m_ledger->now += 1h;
        QCOMPARE(COMMIT(unit.messages.recoverInterrupted({m_ledger->gateway}, m_ledger->now, 100)), 1);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Pending, 2}}));
        QCOMPARE(m_ledger->message(ids[0]).attempts, 0);
        const QList<Attempt> attempts = LOOK(unit.messages.attempts(ids[0]));
        QCOMPARE(attempts.size(), 1);
        QCOMPARE(attempts[0].kind, AnswerKind::Interrupted);
        QCOMPARE(attempts[0].number, 1);
        const QList<ClaimedMessage> claimed = m_ledger->claim(mailing);
        QCOMPARE(claimed.size(), 2);
        for (const ClaimedMessage &message : claimed) {
            QCOMPARE(message.firm, message.id == ids[0]);
            QCOMPARE(message.firmText, message.firm ? u"Hello, 1"_qs : QString());
        }
    }

    void givesUpWhatAGatewayWouldNotRecognise()
    {
        const Mailing mailing = m_ledger->running(2);
        m_ledger->sending(mailing, 1);
        const core::GatewayId other = otherGateway();
        QCOMPARE(COMMIT(unit.messages.recoverInterrupted({other}, m_ledger->now, 100)), 1);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Pending, 1}, {MessageStatus::Unknown, 1}}));
        QCOMPARE(COMMIT(unit.messages.recoverInterrupted({}, m_ledger->now, 100)), 0);
    }

    void writesDownAnAcceptanceThatComesToLightAfterRecovery()
    {
        const Mailing mailing = m_ledger->running(2);
        const QList<core::MessageId> ids = m_ledger->sending(mailing);
        MessageOutcome plain = m_ledger->outcome(ids[0], MessageStatus::Sent);
        plain.requestId = ids[0].value;
        MessageOutcome told = m_ledger->outcome(ids[1], MessageStatus::Sent);
        told.gatewayMessageId = u"gw-2"_qs;
        const core::Instant answered = m_ledger->now;
        m_ledger->now += 1h;
        QCOMPARE(COMMIT(unit.messages.recoverInterrupted({}, m_ledger->now, 100)), 2);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Unknown, 2}}));

        COMMIT(unit.messages.record({plain, told}, core::InstanceId{77}));
        for (const core::MessageId id : ids) {
            const Message message = m_ledger->message(id);
            QCOMPARE(message.status, MessageStatus::Sent);
            QCOMPARE(message.sentAt, std::optional(answered));
            QCOMPARE(message.endedAt, std::optional(answered));
            QVERIFY(!message.error);
        }
        QCOMPARE(m_ledger->message(ids[1]).gatewayMessageId, u"gw-2"_qs);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Sent, 2}}));
        QVERIFY(LOOK(unit.mailings.statistics(mailing.id, m_ledger->now)).errors.isEmpty());
    }

    void writesDownNothingElseAfterRecovery_data()
    {
        QTest::addColumn<MessageStatus>("told");
        QTest::newRow("a no") << MessageStatus::Failed;
        QTest::newRow("a later attempt") << MessageStatus::Pending;
        QTest::newRow("nothing certain") << MessageStatus::Unknown;
    }

    void writesDownNothingElseAfterRecovery()
    {
        QFETCH(const MessageStatus, told);
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->sending(mailing).value(0);
        COMMIT(unit.messages.recoverInterrupted({}, m_ledger->now, 100));
        m_ledger->record(m_ledger->failure(id, told, AnswerKind::Transient, 500));
        QCOMPARE(m_ledger->message(id).status, MessageStatus::Unknown);
        QCOMPARE(m_ledger->message(id).error->kind, AnswerKind::Interrupted);
        QCOMPARE(LOOK(unit.messages.attempts(id)).size(), 1);
    }

    void leavesUnknownWhatBecameSoForAnotherReason()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->sending(mailing).value(0);
        m_ledger->record(m_ledger->failure(id, MessageStatus::Unknown, AnswerKind::Timeout));
        m_ledger->record(m_ledger->outcome(id, MessageStatus::Sent));
        QCOMPARE(m_ledger->message(id).status, MessageStatus::Unknown);
    }

    void doesNotSendAgainWhatWasAcceptedBeforeItWasRecovered()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->sending(mailing).value(0);
        COMMIT(unit.messages.recoverInterrupted({m_ledger->gateway}, m_ledger->now, 100));
        COMMIT(unit.messages.record({m_ledger->outcome(id, MessageStatus::Sent)}, core::InstanceId{77}));
        QCOMPARE(m_ledger->message(id).status, MessageStatus::Sent);
        QVERIFY(m_ledger->claim(mailing).isEmpty());
    }

    void doesNotTakeAnEarlierRequestForThatOfARetry()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->sending(mailing).value(0);
        MessageOutcome accepted = m_ledger->outcome(id, MessageStatus::Sent);
        accepted.requestId = id.value;
        m_ledger->record(accepted);
        COMMIT(unit.messages.retry(mailing.id, {MessageStatus::Sent}, {}, 10, m_ledger->now));
        const qint64 fresh = m_ledger->claim(mailing).value(0).requestId;
        QVERIFY(fresh != id.value);
        m_ledger->mark({id});

        m_ledger->record(accepted);
        QCOMPARE(m_ledger->message(id).status, MessageStatus::Sending);
        accepted.requestId = fresh;
        m_ledger->record(accepted);
        QCOMPARE(m_ledger->message(id).status, MessageStatus::Sent);
    }

    void anInterruptionUsesUpNoAttempt()
    {
        const Mailing mailing = m_ledger->running(1);
        for (int death = 0; death < 20; ++death) {
            const QList<core::MessageId> ids = m_ledger->sending(mailing, 1);
            QCOMPARE(COMMIT(unit.messages.recoverInterrupted({m_ledger->gateway}, m_ledger->now, 100)), 1);
            QCOMPARE(m_ledger->message(ids[0]).attempts, 0);
            QCOMPARE(LOOK(unit.messages.attempts(ids[0])).size(), death + 1);
        }
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Pending, 1}}));
    }

    void recoversInBatches()
    {
        const Mailing mailing = m_ledger->running(5);
        m_ledger->sending(mailing);
        QCOMPARE(COMMIT(unit.messages.recoverInterrupted({m_ledger->gateway}, m_ledger->now, 3)), 3);
        QCOMPARE(COMMIT(unit.messages.recoverInterrupted({m_ledger->gateway}, m_ledger->now, 3)), 2);
        QCOMPARE(COMMIT(unit.messages.recoverInterrupted({m_ledger->gateway}, m_ledger->now, 3)), 0);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Pending, 5}}));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::MessageRecordContractTest)
#include "messagerecordcontracttest.moc"
