// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of MessageRepository: claims, leases, and what may go out. On every backend.

#include "tests/storage/ledger.h"

#include <QSet>

using namespace core::domain;
using namespace core::interfaces;
using namespace std::chrono_literals;

namespace tests {

class MessageClaimContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Ledger> m_ledger;
    ContractWorkspace *m_workspace = nullptr;

    static QList<core::MessageId> idsOf(const QList<ClaimedMessage> &messages)
    {
        QList<core::MessageId> ids;
        for (const ClaimedMessage &message : messages)
            ids.append(message.id);
        return ids;
    }

private Q_SLOTS:
    void initTestCase_data() { ContractWorkspace::addBackends(); }
    void init()
    {
        m_ledger = std::make_unique<Ledger>();
        m_workspace = m_ledger->workspace();
    }
    void cleanup() { m_ledger.reset(); }

    void tellsTheDispatcherWhatItNeeds()
    {
        COMMIT(unit.clients.insert(
            aClient().phone(1).operatorCode(u"555"_qs).timezone(u"Asia/Omsk"_qs).attribute(u"name"_qs, u"Anna"_qs)));
        const Mailing mailing = m_ledger->add(aMailing());
        m_ledger->choose(mailing);
        const QList<ClaimedMessage> claimed = m_ledger->claim(mailing, 10, true);
        QCOMPARE(claimed.size(), 1);
        const ClaimedMessage &message = claimed[0];
        QCOMPARE(message.mailing, mailing.id);
        QCOMPARE(message.requestId, message.id.value);
        QCOMPARE(message.phone, phoneNumber(1));
        QCOMPARE(message.operatorCode, u"555"_qs);
        QCOMPARE(message.timezone, u"Asia/Omsk"_qs);
        QCOMPARE(message.attributes, (Attributes{{u"name"_qs, u"Anna"_qs}}));
        QCOMPARE(message.attempts, 0);
        QVERIFY(!message.firm);
        QCOMPARE(m_ledger->message(message.id).client, message.client);
        QCOMPARE(m_ledger->message(message.id).status, MessageStatus::Pending);
    }

    void leavesWhatATextMayNameOutUnlessAskedFor()
    {
        COMMIT(unit.clients.insert(
            aClient().phone(1).operatorCode(u"555"_qs).timezone(u"Asia/Omsk"_qs).attribute(u"name"_qs, u"Anna"_qs)));
        const Mailing mailing = m_ledger->add(aMailing());
        m_ledger->choose(mailing);
        const QList<ClaimedMessage> claimed = m_ledger->claim(mailing);
        QCOMPARE(claimed.size(), 1);
        QVERIFY(claimed[0].attributes.isEmpty());
        QVERIFY(claimed[0].operatorCode.isEmpty());
        QCOMPARE(claimed[0].timezone, u"Asia/Omsk"_qs);
    }

    void tellsTheZoneOfEach()
    {
        const QStringList zones{u"Asia/Omsk"_qs, u"UTC"_qs, u"Asia/Omsk"_qs};
        for (int i = 0; i < 3; ++i)
            COMMIT(unit.clients.insert(aClient().phone(i + 1).timezone(zones[i])));
        const Mailing mailing = m_ledger->add(aMailing());
        m_ledger->choose(mailing);
        QStringList told;
        for (const ClaimedMessage &message : m_ledger->claim(mailing))
            told << message.timezone;
        QCOMPARE(told, zones);
    }

    void givesNoMessageTwiceWhileALeaseLives()
    {
        const Mailing mailing = m_ledger->running(5);
        const QList<core::MessageId> first = idsOf(m_ledger->claim(mailing, 3));
        const QList<core::MessageId> second = idsOf(m_ledger->claim(mailing, 3));
        QCOMPARE(first.size(), 3);
        QCOMPARE(second.size(), 2);
        QCOMPARE(QSet<core::MessageId>(first.begin(), first.end()).intersect({second.begin(), second.end()}).size(), 0);
        m_ledger->now += Ledger::lease - 1ms;
        QVERIFY(m_ledger->claim(mailing).isEmpty());
    }

    void countsTheLeasesThatRun()
    {
        const Mailing mailing = m_ledger->running(5);
        QCOMPARE(LOOK(unit.messages.countLeased(m_ledger->now)), 0);
        m_ledger->claim(mailing, 3);
        QCOMPARE(LOOK(unit.messages.countLeased(m_ledger->now)), 3);
        QCOMPARE(LOOK(unit.messages.countLeased(m_ledger->now + Ledger::lease)), 0);
    }

    void givesMessagesAgainWhenTheLeaseHasEnded()
    {
        const Mailing mailing = m_ledger->running(2);
        const QList<core::MessageId> first = idsOf(m_ledger->claim(mailing));
        m_ledger->now += Ledger::lease + 1ms;
        QList<core::MessageId> again = idsOf(m_ledger->claim(mailing));
        std::sort(again.begin(), again.end());
        QCOMPARE(again, first);
    }

    void keepsAMessageWhoseLeaseIsRenewed()
    {
        const Mailing mailing = m_ledger->running(2);
        const QList<core::MessageId> claimed = idsOf(m_ledger->claim(mailing));
        m_ledger->now += Ledger::lease / 2;
        COMMIT(unit.messages.renewLeases({claimed[0]}, m_ledger->now + Ledger::lease, {}));
        m_ledger->now += Ledger::lease / 2 + 1ms;
        QCOMPARE(idsOf(m_ledger->claim(mailing)), QList<core::MessageId>{claimed[1]});
    }

    void givesReleasedMessagesAgainWhenTheyAreDue()
    {
        const Mailing mailing = m_ledger->running(2);
        const QList<core::MessageId> claimed = idsOf(m_ledger->claim(mailing));
        COMMIT(unit.messages.release({claimed[0]}, std::nullopt, {}));
        COMMIT(unit.messages.release({claimed[1]}, m_ledger->now + 10s, {}));
        QCOMPARE(idsOf(m_ledger->claim(mailing)), QList<core::MessageId>{claimed[0]});
        m_ledger->now += 10s;
        QCOMPARE(idsOf(m_ledger->claim(mailing)), QList<core::MessageId>{claimed[1]});
        QCOMPARE(m_ledger->message(claimed[1]).attempts, 0);
    }

    void putsOffWhoeverWasNotEditedSince()
    {
        const Mailing mailing = m_ledger->running(3);
        const QList<core::MessageId> claimed = idsOf(m_ledger->claim(mailing));
        core::domain::Client edited = LOOK(unit.clients.find(m_ledger->message(claimed[1]).client));
        edited.tags = QStringList{QStringLiteral("moved")};
        edited.updatedAt = m_ledger->now + 1ms;
        COMMIT(unit.clients.update(edited));

        COMMIT(unit.messages.putOff({claimed[0], claimed[1]}, m_ledger->now + 10s, m_ledger->now, {}));
        COMMIT(unit.messages.putOff({claimed[2]}, m_ledger->now + 10s, m_ledger->now, core::InstanceId{77})); // not its
        QCOMPARE(idsOf(m_ledger->claim(mailing)), QList<core::MessageId>{claimed[1]});
        m_ledger->now += 10s;
        QCOMPARE(idsOf(m_ledger->claim(mailing)), QList<core::MessageId>{claimed[0]});
    }

    void endsEveryLeaseForANewDispatcher()
    {
        const Mailing mailing = m_ledger->running(3);
        m_ledger->claim(mailing);
        COMMIT(unit.messages.releaseOrphans());
        QCOMPARE(m_ledger->claim(mailing).size(), 3);
    }

    void givesTheOldestDueTimeFirst()
    {
        const Mailing mailing = m_ledger->running(3);
        const QList<core::MessageId> ids = idsOf(m_ledger->claim(mailing));
        COMMIT(unit.messages.release({ids[0]}, m_ledger->now + 3s, {}));
        COMMIT(unit.messages.release({ids[1]}, m_ledger->now + 1s, {}));
        COMMIT(unit.messages.release({ids[2]}, m_ledger->now + 2s, {}));
        m_ledger->now += 3s;
        QCOMPARE(idsOf(m_ledger->claim(mailing, 1)), QList<core::MessageId>{ids[1]});
        QCOMPARE(idsOf(m_ledger->claim(mailing, 2)), (QList<core::MessageId>{ids[2], ids[0]}));
    }

    void tellsWhenTheNextMessageIsDue()
    {
        const Mailing mailing = m_ledger->running(2);
        const QList<core::MessageId> ids = idsOf(m_ledger->claim(mailing));
        QVERIFY(!LOOK(unit.messages.nextDue(mailing.id)));
        COMMIT(unit.messages.release({ids[0]}, m_ledger->now + 20s, {}));
        COMMIT(unit.messages.release({ids[1]}, m_ledger->now + 5s, {}));
        QCOMPARE(LOOK(unit.messages.nextDue(mailing.id)), std::optional(m_ledger->now + 5s));
        COMMIT(unit.messages.cancelPending(mailing.id, 10, m_ledger->now));
        QVERIFY(!LOOK(unit.messages.nextDue(mailing.id)));
    }

    void tellsWhichAreDueLate()
    {
        const Mailing mailing = m_ledger->running(4);
        const auto late = [&] { return LOOK(unit.messages.lateMessages(mailing.id, mailing.endAt)); };
        QCOMPARE(late().lastDue, std::optional(mailing.startAt));
        QCOMPARE(late().afterEnd, 0);
        const QList<core::MessageId> sending = m_ledger->sending(mailing, 3);
        const auto pauseUntil = [&](core::MessageId id, core::Instant next) {
            MessageOutcome outcome = m_ledger->outcome(id, MessageStatus::Pending);
            outcome.nextAttemptAt = next;
            m_ledger->record(outcome);
        };
        pauseUntil(sending[0], mailing.endAt - 1ms);
        QCOMPARE(late().lastDue, std::optional(mailing.endAt - 1ms));
        QCOMPARE(late().afterEnd, 0);
        pauseUntil(sending[1], mailing.endAt);
        pauseUntil(sending[2], mailing.endAt + 1h);
        QCOMPARE(late().lastDue, std::optional(mailing.endAt + 1h));
        QCOMPARE(late().afterEnd, 2);
        QCOMPARE(LOOK(unit.messages.pendingShareDueFrom(mailing.id, mailing.endAt, 100)), 0.5); // of all four
    }

    void countsLateOnesUpToABound()
    {
        constexpr int bound = LateMessages::mostCounted;
        const Mailing mailing = m_ledger->running(bound + 1);
        COMMIT(unit.messages.release(idsOf(m_ledger->claim(mailing, bound + 1)), mailing.endAt, {}));
        QCOMPARE(LOOK(unit.messages.lateMessages(mailing.id, mailing.endAt)).afterEnd, bound);
        QCOMPARE(LOOK(unit.messages.pendingShareDueFrom(mailing.id, mailing.endAt, 100)), 1.0);
    }

    void settlesClientsWhoHaveOptedOutSince()
    {
        const Mailing mailing = m_ledger->running(3);
        Client client = LOOK(unit.clients.findByPhone(phoneNumber(2))).value();
        client.optedOutAt = m_ledger->now;
        COMMIT(unit.clients.update(client));
        QCOMPARE(m_ledger->claim(mailing).size(), 2);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Pending, 2}, {MessageStatus::OptedOut, 1}}));
    }

    void marksWhatGoesOutWithItsAttempt()
    {
        const Mailing mailing = m_ledger->running(2);
        const QList<core::MessageId> ids = idsOf(m_ledger->claim(mailing));
        QCOMPARE(COMMIT(unit.messages.markSending({{ids[0], m_ledger->gateway, 3, 1, {}}}, m_ledger->now, {})),
                 QList<core::MessageId>{ids[0]});
        const Message message = m_ledger->message(ids[0]);
        QCOMPARE(message.status, MessageStatus::Sending);
        QCOMPARE(message.attempts, 1);
        QCOMPARE(message.segments, 3);
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Pending, 1}, {MessageStatus::Sending, 1}}));
        QVERIFY(m_ledger->mark({ids[0]}).isEmpty()); // only pending ones go out
        QCOMPARE(m_ledger->message(ids[0]).attempts, 1);
    }

    void letsNothingOutOfAMailingThatMayNotSend_data()
    {
        QTest::addColumn<MailingState>("state");
        QTest::addColumn<bool>("archived");
        QTest::addColumn<qint64>("msPastTheEnd");
        QTest::addColumn<bool>("goesOut");
        const qint64 hour = -3'600'000;
        QTest::newRow("running") << MailingState::Running << false << hour << true;
        QTest::newRow("just before the end") << MailingState::Running << false << qint64(-1) << true;
        QTest::newRow("at the end") << MailingState::Running << false << qint64(0) << false;
        QTest::newRow("archived") << MailingState::Running << true << hour << false;
        QTest::newRow("paused") << MailingState::Paused << false << hour << false;
        QTest::newRow("scheduled") << MailingState::Scheduled << false << hour << false;
        QTest::newRow("cancelled") << MailingState::Cancelled << false << hour << false;
        QTest::newRow("finished") << MailingState::Finished << false << hour << false;
    }

    void letsNothingOutOfAMailingThatMayNotSend()
    {
        QFETCH(MailingState, state);
        QFETCH(bool, archived);
        QFETCH(qint64, msPastTheEnd);
        QFETCH(bool, goesOut);
        Mailing mailing = m_ledger->running(2);
        const QList<core::MessageId> ids = idsOf(m_ledger->claim(mailing));
        mailing.state = state;
        if (archived)
            mailing.archivedAt = m_ledger->now;
        COMMIT(unit.mailings.update(mailing));
        m_ledger->now = mailing.endAt + std::chrono::milliseconds{msPastTheEnd};
        QCOMPARE(m_ledger->mark(ids).size(), goesOut ? 2 : 0);
        QCOMPARE(m_ledger->message(ids[0]).status, goesOut ? MessageStatus::Sending : MessageStatus::Pending);
        QCOMPARE(m_ledger->message(ids[0]).attempts, goesOut ? 1 : 0);
    }

    void whatAClaimHasAnIntentForGoesOutAtOnce()
    {
        const Mailing mailing = m_ledger->running(4);
        const core::MessageId firm = m_ledger->sending(mailing, 1).value(0);
        MessageOutcome lost = m_ledger->failure(firm, MessageStatus::Pending, AnswerKind::Timeout);
        lost.firm = true;
        m_ledger->record(lost);
        const auto self = COMMIT(unit.instances.enter(u"self"_qs, m_ledger->now));
        QList<core::MessageId> asked;
        Claim claim{mailing.id, 10, m_ledger->now, m_ledger->now + 1min, false, false, self};
        claim.intentOf = [&](const ClaimedMessage &message) -> std::optional<SendIntent> {
            asked.append(message.id);
            if (asked.size() == 3)
                return std::nullopt;
            return SendIntent{message.id, m_ledger->gateway, 2, 1, u"Hello"_qs, message.claimedAt, mailing.id};
        };
        const QList<core::MessageId> leased = idsOf(COMMIT(unit.messages.claim(claim)));
        QCOMPARE(asked.size(), 3);
        QCOMPARE(QSet<core::MessageId>(leased.cbegin(), leased.cend()), (QSet<core::MessageId>{asked[2], firm}));
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Pending, 2}, {MessageStatus::Sending, 2}}));
        const Message going = m_ledger->message(asked[0]);
        QCOMPARE(going.status, MessageStatus::Sending);
        QCOMPARE(going.attempts, 1);
        QCOMPARE(going.segments, 2);
        QCOMPARE(LOOK(unit.messages.sentText(asked[0])), std::optional(u"Hello"_qs));

        // They are in the hands of who claimed them: nobody else gets them, and their answers are told.
        QVERIFY(COMMIT(unit.messages.claim({mailing.id, 10, m_ledger->now, m_ledger->now + 1min})).isEmpty());
        MessageOutcome putBack = m_ledger->outcome(asked[1], MessageStatus::Pending);
        putBack.attemptCounts = false;
        COMMIT(unit.messages.record({m_ledger->outcome(asked[0], MessageStatus::Sent), putBack}, self));
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Pending, 3}, {MessageStatus::Sent, 1}}));
        QCOMPARE(m_ledger->message(asked[1]).attempts, 0);
    }

    void nothingIsDueInAMailingThatHasEnded()
    {
        const Mailing mailing = m_ledger->running(1);
        m_ledger->now = mailing.endAt;
        QVERIFY(m_ledger->claim(mailing).isEmpty());
    }

    void letsNothingOutToAClientWhoOptedOutAfterTheClaim()
    {
        const Mailing mailing = m_ledger->running(2);
        const QList<core::MessageId> ids = idsOf(m_ledger->claim(mailing));
        Client client = m_ledger->clientOf(ids[0]);
        client.optedOutAt = m_ledger->now;
        COMMIT(unit.clients.update(client));
        QCOMPARE(m_ledger->mark(ids), QList<core::MessageId>{ids[1]});
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::OptedOut, 1}, {MessageStatus::Sending, 1}}));
        QCOMPARE(m_ledger->message(ids[0]).attempts, 0);
    }

    void letsNothingOutToAClientWhoWasEditedAfterTheClaim()
    {
        const Mailing mailing = m_ledger->running(2);
        const QList<ClaimedMessage> claimed = m_ledger->claim(mailing);
        QCOMPARE(claimed[0].claimedAt, m_ledger->now);
        Client client = m_ledger->clientOf(claimed[0].id);
        client.timezone = u"Asia/Omsk"_qs;
        client.updatedAt = m_ledger->now + 1ms;
        COMMIT(unit.clients.update(client));
        const auto intents = [&](const QList<ClaimedMessage> &messages) {
            QList<SendIntent> list;
            for (const ClaimedMessage &message : messages)
                list.append({message.id, m_ledger->gateway, 1, 1, {}, message.claimedAt, mailing.id});
            return list;
        };
        QCOMPARE(COMMIT(unit.messages.markSending(intents(claimed), m_ledger->now, {})),
                 QList<core::MessageId>{claimed[1].id});
        QCOMPARE(m_ledger->message(claimed[0].id).status, MessageStatus::Pending);
        COMMIT(unit.messages.release({claimed[0].id}, std::nullopt, {}));
        const QList<ClaimedMessage> again = m_ledger->claim(mailing); // by a clock that was set back since the edit
        QCOMPARE(again.value(0).timezone, u"Asia/Omsk"_qs);
        QCOMPARE(COMMIT(unit.messages.markSending(intents(again), m_ledger->now, {})),
                 QList<core::MessageId>{claimed[0].id});
    }

    void repeatsAFirmMessageToAClientWhoWasEdited()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->sending(mailing).value(0);
        MessageOutcome lost = m_ledger->failure(id, MessageStatus::Pending, AnswerKind::Timeout);
        lost.firm = true;
        m_ledger->record(lost);
        const ClaimedMessage claimed = m_ledger->claim(mailing).value(0);
        Client client = m_ledger->clientOf(id);
        client.updatedAt = m_ledger->now + 1h;
        COMMIT(unit.clients.update(client));
        const SendIntent intent{id, m_ledger->gateway, 1, 1, {}, claimed.claimedAt};
        QCOMPARE(COMMIT(unit.messages.markSending({intent}, m_ledger->now, {})), QList<core::MessageId>{id});
    }

    void wakesWhatWaitsForAWindowButNoRetryPause()
    {
        const Mailing mailing = m_ledger->running(5);
        const QList<core::MessageId> ids = idsOf(m_ledger->claim(mailing));
        m_ledger->mark({ids[0], ids[1]});
        for (const auto &[id, pause] : {std::pair(ids[0], 10min), std::pair(ids[1], 600min)}) {
            MessageOutcome failed = m_ledger->failure(id, MessageStatus::Pending, AnswerKind::Transient, 500);
            failed.nextAttemptAt = m_ledger->now + pause;
            m_ledger->record(failed);
        }
        COMMIT(unit.messages.release({ids[2], ids[3]}, m_ledger->now + 5min, {})); // ids[4] is still in somebody's hands
        const MessageBatch first = COMMIT(unit.messages.wakePostponed(mailing.id, {}, 2, m_ledger->now));
        QCOMPARE(first, (MessageBatch{2, ids[2]}));
        QCOMPARE(COMMIT(unit.messages.wakePostponed(mailing.id, first.last, 2, m_ledger->now)), (MessageBatch{1, ids[3]}));
        QList<core::MessageId> due = idsOf(m_ledger->claim(mailing));
        std::sort(due.begin(), due.end());
        QCOMPARE(due, (QList<core::MessageId>{ids[1], ids[2], ids[3]}));
    }

    void wakesTheMessagesOfAClientInAnotherZone()
    {
        const Mailing mailing = m_ledger->running(2);
        const QList<core::MessageId> ids = idsOf(m_ledger->claim(mailing));
        COMMIT(unit.messages.release(ids, m_ledger->now + 8h, {}));
        Client client = m_ledger->clientOf(ids[0]);
        client.updatedAt = m_ledger->now;
        client.consent = u"by phone"_qs;
        COMMIT(unit.clients.update(client));
        QVERIFY(m_ledger->claim(mailing).isEmpty());
        client.timezone = u"Asia/Omsk"_qs;
        COMMIT(unit.clients.update(client));
        QCOMPARE(idsOf(m_ledger->claim(mailing)), QList<core::MessageId>{ids[0]});
    }

    void letsNothingOutThatWasCancelledAfterTheClaim()
    {
        const Mailing mailing = m_ledger->running(2);
        const QList<core::MessageId> ids = idsOf(m_ledger->claim(mailing));
        COMMIT(unit.messages.cancelPending(mailing.id, 100, m_ledger->now));
        QVERIFY(m_ledger->mark(ids).isEmpty());
        QCOMPARE(m_ledger->counts(mailing), Ledger::expected({{MessageStatus::Cancelled, 2}}));
    }

    void takesBackWhatWasNeverBegunWithoutCountingIt()
    {
        const Mailing mailing = m_ledger->running(2);
        const QList<core::MessageId> ids = m_ledger->sending(mailing);
        COMMIT(unit.messages.takeBack({ids[0]}, m_ledger->now, {}));
        QCOMPARE(m_ledger->message(ids[0]).status, MessageStatus::Pending);
        QCOMPARE(m_ledger->message(ids[0]).attempts, 0);
        const QList<ClaimedMessage> again = m_ledger->claim(mailing);
        QCOMPARE(idsOf(again), QList<core::MessageId>{ids[0]});
        QVERIFY(!again[0].firm);
        m_ledger->record(m_ledger->outcome(ids[1], MessageStatus::Sent));
        COMMIT(unit.messages.takeBack({ids[1]}, m_ledger->now, {})); // too late
        QCOMPARE(m_ledger->message(ids[1]).status, MessageStatus::Sent);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::MessageClaimContractTest)
#include "messageclaimcontracttest.moc"
