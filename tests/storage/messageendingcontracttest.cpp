// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of MessageRepository: expiry, cancellation, revival and retry. On every backend.

#include "tests/storage/ledger.h"

#include <QSet>

using namespace core::domain;
using namespace core::interfaces;
using namespace std::chrono_literals;

namespace tests {

class MessageEndingContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Ledger> m_ledger;
    ContractWorkspace *m_workspace = nullptr;

    /** One message in every status that a gateway's answer can bring about, and one that is still pending. */
    struct Spread
    {
        Mailing mailing;
        core::MessageId sent;
        core::MessageId failed;
        core::MessageId unknown;
        core::MessageId sending;
        core::MessageId pending;
    };

    Spread spread()
    {
        Spread spread{m_ledger->running(5), {}, {}, {}, {}, {}};
        const QList<core::MessageId> ids = m_ledger->sending(spread.mailing, 4);
        spread.sent = ids[0];
        spread.failed = ids[1];
        spread.unknown = ids[2];
        spread.sending = ids[3];
        MessageOutcome sent = m_ledger->outcome(ids[0], MessageStatus::Sent);
        sent.gatewayMessageId = u"gw"_qs;
        MessageOutcome unknown = m_ledger->failure(ids[2], MessageStatus::Unknown, AnswerKind::Timeout);
        unknown.firm = true;
        COMMIT(unit.messages.record(
            {sent, m_ledger->failure(ids[1], MessageStatus::Failed, AnswerKind::Rejected, 400), unknown}, {}));
        for (const core::MessageId id : m_ledger->ids(spread.mailing)) {
            if (!ids.contains(id))
                spread.pending = id;
        }
        return spread;
    }

    ClaimedMessage claimed(const Mailing &mailing, core::MessageId id)
    {
        for (const ClaimedMessage &message : m_ledger->claim(mailing)) {
            if (message.id == id)
                return message;
        }
        return {};
    }

    /** A pending message whose earlier request may have been accepted. */
    core::MessageId firmPending(const Mailing &mailing)
    {
        const core::MessageId id = m_ledger->sending(mailing, 1).value(0);
        MessageOutcome noAnswer = m_ledger->failure(id, MessageStatus::Pending, AnswerKind::Timeout);
        noAnswer.firm = true;
        noAnswer.nextAttemptAt = m_ledger->now + 1min;
        m_ledger->record(noAnswer);
        return id;
    }

private Q_SLOTS:
    void initTestCase_data() { ContractWorkspace::addBackends(); }
    void init()
    {
        m_ledger = std::make_unique<Ledger>();
        m_workspace = m_ledger->workspace();
    }
    void cleanup() { m_ledger.reset(); }

    void expiresOnlyWhatIsPending()
    {
        const Spread spread = this->spread();
        QCOMPARE(COMMIT(unit.messages.expirePending(spread.mailing.id, 100, m_ledger->now)), 1);
        QCOMPARE(m_ledger->message(spread.pending).status, MessageStatus::Expired);
        QCOMPARE(m_ledger->counts(spread.mailing), Ledger::expected({{MessageStatus::Sent, 1},
                                                                     {MessageStatus::Failed, 1},
                                                                     {MessageStatus::Unknown, 1},
                                                                     {MessageStatus::Sending, 1},
                                                                     {MessageStatus::Expired, 1}}));
    }

    void expiresInBatchesWhateverIsLeasedOrWaiting()
    {
        const Mailing mailing = m_ledger->running(5);
        m_ledger->claim(mailing, 2);
        QCOMPARE(COMMIT(unit.messages.expirePending(mailing.id, 3, m_ledger->now)), 3);
        QCOMPARE(COMMIT(unit.messages.expirePending(mailing.id, 3, m_ledger->now)), 2);
        QCOMPARE(COMMIT(unit.messages.expirePending(mailing.id, 3, m_ledger->now)), 0);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Expired, 5}}));
    }

    void cancelsAndRevivesInBatches()
    {
        const Mailing mailing = m_ledger->running(5);
        m_ledger->claim(mailing, 2);
        QCOMPARE(COMMIT(unit.messages.cancelPending(mailing.id, 3, m_ledger->now)), 3);
        QCOMPARE(COMMIT(unit.messages.cancelPending(mailing.id, 3, m_ledger->now)), 2);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Cancelled, 5}}));
        QVERIFY(m_ledger->claim(mailing).isEmpty());
        QCOMPARE(COMMIT(unit.messages.reviveCancelled(mailing.id, 4, m_ledger->now)), 4);
        QCOMPARE(COMMIT(unit.messages.reviveCancelled(mailing.id, 4, m_ledger->now)), 1);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Pending, 5}}));
        QCOMPARE(m_ledger->claim(mailing).size(), 5);
    }

    void cancelsOnlyWhatIsPending()
    {
        const Spread spread = this->spread();
        QCOMPARE(COMMIT(unit.messages.cancelPending(spread.mailing.id, 100, m_ledger->now)), 1);
        QCOMPARE(m_ledger->message(spread.pending).status, MessageStatus::Cancelled);
        QCOMPARE(m_ledger->message(spread.sending).status, MessageStatus::Sending);
    }

    void cancelsAllPendingMessagesOfAClient()
    {
        const Mailing one = m_ledger->running(2);
        const Mailing two = m_ledger->add(aMailing().name(u"two"_qs));
        m_ledger->choose(two);
        const core::MessageId sent = m_ledger->sending(one, 1).value(0);
        m_ledger->record(m_ledger->outcome(sent, MessageStatus::Sent));
        const core::ClientId client = m_ledger->message(sent).client;
        QCOMPARE(COMMIT(unit.messages.cancelPendingOfClient(client, m_ledger->now)), 1);
        QCOMPARE(m_ledger->message(sent).status, MessageStatus::Sent);
        QCOMPARE(m_ledger->counts(one), Ledger::expected({{MessageStatus::Sent, 1}, {MessageStatus::Pending, 1}}));
        QCOMPARE(m_ledger->counts(two), Ledger::expected({{MessageStatus::Cancelled, 1}, {MessageStatus::Pending, 1}}));
        QCOMPARE(COMMIT(unit.messages.reviveCancelled(two.id, 100, m_ledger->now)), 0);
    }

    void keepsPhoneAndNumbersWhenAClientIsDeleted()
    {
        const Mailing mailing = m_ledger->running(2);
        const core::MessageId sent = m_ledger->sending(mailing, 1).value(0);
        m_ledger->record(m_ledger->outcome(sent, MessageStatus::Sent));
        for (const int phone : {1, 2}) {
            const core::ClientId client = LOOK(unit.clients.findByPhone(phoneNumber(phone)))->id;
            COMMIT(unit.messages.cancelPendingOfClient(client, m_ledger->now));
            COMMIT(unit.clients.remove(client));
        }
        const Message message = m_ledger->message(sent);
        QVERIFY(!message.client.isValid());
        QCOMPARE(message.phone, phoneNumber(1));
        QCOMPARE(message.clientName, QString());
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Sent, 1}, {MessageStatus::Cancelled, 1}}));
    }

    // Expired, cancelled and opted_out promise that the gateway never accepted the message (1-domain.md, Message).
    void neverCallsAMessageUnsentThatMayHaveBeenAccepted_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char *ending : {"expired", "cancelled", "client deleted", "filter edited", "opted out at the claim"})
            QTest::newRow(ending) << QString::fromLatin1(ending);
    }

    void neverCallsAMessageUnsentThatMayHaveBeenAccepted()
    {
        QFETCH(QString, ending);
        Mailing mailing = m_ledger->running(2);
        const core::MessageId firm = firmPending(mailing);
        Client client = m_ledger->clientOf(firm);
        m_ledger->now += 2min;
        if (ending == u"expired") {
            COMMIT(unit.messages.expirePending(mailing.id, 100, m_ledger->now));
        } else if (ending == u"cancelled") {
            COMMIT(unit.messages.cancelPending(mailing.id, 100, m_ledger->now));
        } else if (ending == u"client deleted") {
            COMMIT(unit.messages.cancelPendingOfClient(client.id, m_ledger->now));
        } else if (ending == u"filter edited") {
            mailing.filter.tags = QStringList{u"nobody"_qs};
            m_ledger->choose(mailing);
        } else {
            client.optedOutAt = m_ledger->now;
            COMMIT(unit.clients.update(client));
            m_ledger->claim(mailing);
        }
        QCOMPARE(m_ledger->message(firm).status, MessageStatus::Unknown);
    }

    void revivesWhatMayHaveBeenAcceptedAsItWas()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId firm = firmPending(mailing);
        COMMIT(unit.messages.cancelPending(mailing.id, 100, m_ledger->now));
        QCOMPARE(m_ledger->message(firm).status, MessageStatus::Unknown);
        QCOMPARE(COMMIT(unit.messages.reviveCancelled(mailing.id, 100, m_ledger->now)), 1);
        const ClaimedMessage again = claimed(mailing, firm);
        QVERIFY(again.firm);
        QCOMPARE(again.requestId, firm.value);
        QCOMPARE(again.attempts, 1);
    }

    void retriesOnlyTheStatusesAskedFor()
    {
        const Spread spread = this->spread();
        m_ledger->now += 1min;
        QCOMPARE(COMMIT(unit.messages.retry(spread.mailing.id, {MessageStatus::Failed}, {}, 100, m_ledger->now)).count, 1);
        const Message message = m_ledger->message(spread.failed);
        QCOMPARE(message.status, MessageStatus::Pending);
        QCOMPARE(message.attempts, 0);
        QCOMPARE(m_ledger->counts(spread.mailing), Ledger::expected({{MessageStatus::Sent, 1},
                                                                     {MessageStatus::Pending, 2},
                                                                     {MessageStatus::Unknown, 1},
                                                                     {MessageStatus::Sending, 1}}));
        const ClaimedMessage again = claimed(spread.mailing, spread.failed);
        QCOMPARE(again.requestId, spread.failed.value);
        QVERIFY(!again.firm);
        m_ledger->mark({spread.failed});
        QCOMPARE(m_ledger->message(spread.failed).attempts, 1);
    }

    void keepsTheEarlierAttemptsOfARetriedMessage()
    {
        const Spread spread = this->spread();
        COMMIT(unit.messages.retry(spread.mailing.id, {MessageStatus::Failed}, {}, 100, m_ledger->now));
        QVERIFY(claimed(spread.mailing, spread.failed).id.isValid());
        m_ledger->mark({spread.failed});
        m_ledger->record(m_ledger->failure(spread.failed, MessageStatus::Failed, AnswerKind::Rejected, 422));
        const QList<Attempt> attempts = LOOK(unit.messages.attempts(spread.failed));
        QCOMPARE(attempts.size(), 2);
        QCOMPARE(attempts[0].httpStatus, 400);
        QCOMPARE(attempts[1].httpStatus, 422);
    }

    void retriesAnUnknownMessageAsTheSameRequest()
    {
        const Spread spread = this->spread();
        COMMIT(unit.messages.retry(spread.mailing.id, {MessageStatus::Unknown}, {}, 100, m_ledger->now));
        const ClaimedMessage again = claimed(spread.mailing, spread.unknown);
        QCOMPARE(again.requestId, spread.unknown.value);
        QVERIFY(again.firm);
        QCOMPARE(again.firmGateway, m_ledger->gateway);
        QCOMPARE(again.firmText, u"Hello"_qs);
        QCOMPARE(again.attempts, 0);
    }

    void retriesAnAcceptedMessageAsANewRequest()
    {
        const Spread spread = this->spread();
        QCOMPARE(COMMIT(unit.messages.retry(spread.mailing.id, {MessageStatus::Sent}, {}, 100, m_ledger->now)).count, 1);
        const Message message = m_ledger->message(spread.sent);
        QVERIFY(!message.sentAt);
        QCOMPARE(message.gatewayMessageId, QString());
        const ClaimedMessage again = claimed(spread.mailing, spread.sent);
        QVERIFY(!again.firm);
        QSet<qint64> used;
        for (const core::MessageId id : m_ledger->ids(spread.mailing))
            used.insert(id.value);
        QVERIFY(again.requestId > 0);
        QVERIFY(!used.contains(again.requestId));

        m_ledger->mark({spread.sent});
        m_ledger->record(m_ledger->outcome(spread.sent, MessageStatus::Sent));
        COMMIT(unit.messages.retry(spread.mailing.id, {MessageStatus::Sent}, {}, 100, m_ledger->now));
        const qint64 third = claimed(spread.mailing, spread.sent).requestId;
        QVERIFY(third != again.requestId);
        const Mailing later = m_ledger->running(3); // no later message takes a number that was used
        for (const core::MessageId id : m_ledger->ids(later))
            QVERIFY(id.value != again.requestId && id.value != third);
    }

    void retriesNothingTwiceOverItsBatches()
    {
        const Mailing mailing = m_ledger->running(4);
        const QList<core::MessageId> ids = m_ledger->sending(mailing);
        for (const core::MessageId id : ids) {
            const bool sent = id == ids[1];
            m_ledger->record(m_ledger->outcome(id, sent ? MessageStatus::Sent : MessageStatus::Failed));
        }
        const QList<MessageStatus> statuses{MessageStatus::Failed, MessageStatus::Sent};
        const MessageBatch first = COMMIT(unit.messages.retry(mailing.id, statuses, {}, 3, m_ledger->now));
        QCOMPARE(first, (MessageBatch{3, ids[2]})); // by id, whatever their statuses
        for (const core::MessageId id : m_ledger->sending(mailing))
            m_ledger->record(m_ledger->outcome(id, MessageStatus::Sent)); // goes out between two batches
        const MessageBatch second = COMMIT(unit.messages.retry(mailing.id, statuses, first.last, 3, m_ledger->now));
        QCOMPARE(second, (MessageBatch{1, ids[3]}));
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Sent, 3}, {MessageStatus::Pending, 1}}));
    }

    void retriesInBatches()
    {
        const Mailing mailing = m_ledger->running(5);
        COMMIT(unit.messages.expirePending(mailing.id, 100, m_ledger->now));
        QCOMPARE(COMMIT(unit.messages.retry(mailing.id, {MessageStatus::Failed}, {}, 3, m_ledger->now)).count, 0);
        const QList<MessageStatus> statuses{MessageStatus::Failed, MessageStatus::Expired};
        QCOMPARE(COMMIT(unit.messages.retry(mailing.id, statuses, {}, 3, m_ledger->now)).count, 3);
        QCOMPARE(COMMIT(unit.messages.retry(mailing.id, statuses, {}, 3, m_ledger->now)).count, 2);
        QCOMPARE(COMMIT(unit.messages.retry(mailing.id, statuses, {}, 3, m_ledger->now)).count, 0);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Pending, 5}}));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::MessageEndingContractTest)
#include "messageendingcontracttest.moc"
