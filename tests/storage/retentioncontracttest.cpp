// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of RetentionRepository. On every backend; counters are held against a recount after each batch.

#include "tests/storage/ledger.h"

using namespace core::domain;
using namespace core::interfaces;
using namespace std::chrono_literals;

namespace tests {

class RetentionContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Ledger> m_ledger;
    ContractWorkspace *m_workspace = nullptr;

    static QString textOf(const StatusCounts &counts)
    {
        QStringList numbers;
        for (const qint64 number : counts.counts)
            numbers << QString::number(number);
        return numbers.join(u' ');
    }

    static QStringList linesOf(const QList<BreakdownRow> &rows)
    {
        QStringList lines;
        for (const BreakdownRow &row : rows)
            lines << row.key + u": "_qs + textOf(row.counts);
        lines.sort();
        return lines;
    }

    /** Everything that pages, REST and reports tell of the mailing's past, line by line. */
    QStringList told(const Mailing &mailing)
    {
        const MailingStatistics statistics = LOOK(unit.mailings.statistics(mailing.id, m_ledger->now));
        QStringList errors;
        for (const ErrorCount &error : statistics.errors)
            errors << u"%1: %2"_qs.arg(error.label).arg(error.count);
        errors.sort();
        QStringList lines = errors;
        lines << textOf(statistics.counts) << core::toIso(statistics.firstSentAt.value_or(core::Instant{}))
              << core::toIso(statistics.lastSentAt.value_or(core::Instant{}));
        lines << linesOf(LOOK(unit.messages.byTimezone(mailing.id)));
        lines << linesOf(LOOK(unit.messages.byOperatorCode(mailing.id)));
        for (const ThroughputSlot &slot : LOOK(unit.mailings.throughput(mailing.id, {})))
            lines << u"%1 %2 %3"_qs.arg(core::toIso(slot.at)).arg(slot.sent).arg(slot.failed);
        lines << textOf(LOOK(unit.messages.countsSince({})));
        lines << textOf(LOOK(unit.messages.recount(mailing.id)));
        lines << textOf(LOOK(unit.mailings.workspaceStatistics(m_ledger->now)).messages);
        for (const GatewayCounts &gateway : LOOK(unit.mailings.countsByGateway()))
            lines << textOf(gateway.counts);
        return lines;
    }

    /** Counted row by row. */
    StatusCounts left(const Mailing &mailing)
    {
        StatusCounts counts;
        for (const Message &message : LOOK(unit.messages.page({mailing.id, {}, {}, {}, {}}, {{}, 1000, {}, true})).rows)
            ++counts[message.status];
        return counts;
    }

    StatusCounts summed(const Mailing &mailing)
    {
        StatusCounts counts;
        for (const MessageTotal &total : LOOK(unit.retention.messageTotals(mailing.id)))
            counts[total.status] += total.messages;
        return counts;
    }

    void record(const QList<core::MessageId> &ids, MessageStatus status)
    {
        for (const core::MessageId id : ids)
            m_ledger->record(m_ledger->outcome(id, status));
    }

    void end(Mailing mailing, MailingState state = MailingState::Finished)
    {
        mailing.state = state;
        mailing.updatedAt = m_ledger->now;
        COMMIT(unit.mailings.update(mailing));
    }

    /** Finished just now: 5 sent (one to another zone and operator, one to a client that is gone), 2 refused, 1 unknown. */
    Mailing finished()
    {
        COMMIT(unit.clients.insert(aClient().phone(100).operatorCode(u"912"_qs).timezone(u"Asia/Omsk"_qs)));
        const Mailing mailing = m_ledger->running(7);
        const QList<core::MessageId> ids = m_ledger->sending(mailing);
        record(ids.mid(0, 5), MessageStatus::Sent);
        m_ledger->now += 30s;
        m_ledger->record(m_ledger->failure(ids[5], MessageStatus::Failed, AnswerKind::Rejected, 400));
        m_ledger->record(m_ledger->failure(ids[6], MessageStatus::Failed, AnswerKind::Rejected, 400));
        m_ledger->record(m_ledger->failure(ids[7], MessageStatus::Unknown, AnswerKind::Timeout));
        const core::ClientId gone = m_ledger->clientOf(ids[1]).id;
        COMMIT(unit.clients.remove(gone));
        end(mailing);
        return mailing;
    }

    int remove(const Mailing &mailing, int limit = 1000)
    {
        return COMMIT(unit.retention.removeMessages(mailing.id, m_ledger->now - 24h, limit, m_ledger->now));
    }

    QList<core::MailingId> ended(core::MailingId after = {}, int limit = 10)
    {
        return LOOK(unit.retention.endedMailings(after, m_ledger->now - 24h, limit));
    }

    void append(const char *action, const char *actor, core::Milliseconds ago)
    {
        COMMIT(unit.events.append(
            {.at = m_ledger->now - ago, .actor = QString::fromLatin1(actor), .action = QString::fromLatin1(action)}));
    }

private Q_SLOTS:
    void initTestCase_data() { ContractWorkspace::addBackends(); }
    void init()
    {
        m_ledger = std::make_unique<Ledger>();
        m_workspace = m_ledger->workspace();
    }
    void cleanup() { m_ledger.reset(); }

    void whatStatisticsTellStaysTheSame()
    {
        const Mailing mailing = finished();
        m_ledger->now += 48h;
        const QStringList before = told(mailing);
        QVERIFY(before.contains(u"Asia/Omsk: 0 0 1 0 0 0 0 0 0 0"_qs) && before.contains(u"HTTP 400: 2"_qs));

        for (const int expected : {3, 3, 2, 0}) {
            QCOMPARE(remove(mailing, 3), expected);
            QCOMPARE(told(mailing), before);
        }
        QVERIFY(ended().isEmpty());
    }

    void totalsAndWhatIsLeftAddUpToWhatWasThere()
    {
        const Mailing mailing = finished();
        m_ledger->now += 48h;
        const StatusCounts before = left(mailing);
        QCOMPARE(before.total(), 8);

        while (remove(mailing, 3) > 0) {
            StatusCounts both = left(mailing);
            both += summed(mailing);
            QCOMPARE(both, before);
            QCOMPARE(LOOK(unit.messages.count({mailing.id, {}, {}, {}, {}})), left(mailing).total());
            QCOMPARE(LOOK(unit.messages.count({{}, {}, {MessageStatus::Sent}, {}, {}})), left(mailing)[MessageStatus::Sent]);
        }

        QCOMPARE(left(mailing).total(), 0);
        QCOMPARE(summed(mailing), before);
    }

    void totalsTellDayGatewayStatusOperatorZoneAndError()
    {
        COMMIT(unit.clients.insert(aClient().phone(100).operatorCode(u"912"_qs).timezone(u"Asia/Omsk"_qs)));
        const Mailing mailing = m_ledger->running(4, aMailing().times(m_ledger->now - 1h, m_ledger->now + 72h));
        const qint64 day = dayOf(m_ledger->now);
        const QList<core::MessageId> ids = m_ledger->sending(mailing, 4);
        record(ids.mid(0, 3), MessageStatus::Sent);
        m_ledger->now += 15h; // 00:00Z
        m_ledger->record(m_ledger->failure(ids[3], MessageStatus::Failed, AnswerKind::Transient, 503));
        COMMIT(unit.messages.cancelPending(mailing.id, 10, m_ledger->now));
        end(mailing, MailingState::Cancelled);
        m_ledger->now += 48h;

        QCOMPARE(remove(mailing, 2), 2); // batches meet in the same totals
        QCOMPARE(remove(mailing), 3);

        const QString moscow = u"Europe/Moscow"_qs;
        const core::GatewayId gateway = m_ledger->gateway;
        const QList<MessageTotal> expected{
            {day, gateway, MessageStatus::Sent, u"912"_qs, u"Asia/Omsk"_qs, {}, 0, 1, 1},
            {day, gateway, MessageStatus::Sent, u"999"_qs, moscow, {}, 0, 2, 2},
            {day + 1, {}, MessageStatus::Cancelled, u"999"_qs, moscow, {}, 0, 1, 0},
            {day + 1, gateway, MessageStatus::Failed, u"999"_qs, moscow, AnswerKind::Transient, 503, 1, 1},
        };
        QVERIFY(LOOK(unit.retention.messageTotals(mailing.id)) == expected);
    }

    void aDayBeginsAtMidnightUtc()
    {
        QCOMPARE(dayOf(at("1970-01-01T23:59:59.999Z")), 0);
        QCOMPARE(dayOf(at("1970-01-02T00:00:00Z")), 1);
    }

    void attemptsAndTextsGoWithTheirMessages()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->sending(mailing, 1, u"Hello Anna"_qs).value(0);
        m_ledger->record(m_ledger->failure(id, MessageStatus::Failed, AnswerKind::Rejected, 400));
        end(mailing);
        QCOMPARE(LOOK(unit.messages.attempts(id)).size(), 1);
        m_ledger->now += 48h;

        QCOMPARE(remove(mailing), 1);

        QVERIFY(LOOK(unit.messages.attempts(id)).isEmpty());
        QCOMPARE(ATTEMPT(unit.messages.find(id)).error().code, u"message.unknown"_qs);
    }

    void oldTextsGoWhileTheirMessagesStay()
    {
        const Mailing mailing = m_ledger->running(6, aMailing().times(m_ledger->now - 1h, m_ledger->now + 72h));
        const QList<core::MessageId> ids = m_ledger->sending(mailing, 5, u"Hello Anna"_qs);
        record(ids.mid(0, 3), MessageStatus::Sent);
        MessageOutcome noAnswer = m_ledger->failure(ids[3], MessageStatus::Unknown, AnswerKind::Timeout);
        noAnswer.firm = true; // tried again, it goes out as it did
        m_ledger->record(noAnswer);
        m_ledger->now += 48h; // the last one is still under way
        const core::MessageId recent = m_ledger->sending(mailing, 1, u"Hello Boris"_qs).value(0);
        record({recent}, MessageStatus::Sent);
        const core::Instant before = m_ledger->now - 24h;

        const OldTexts first = LOOK(unit.retention.oldTexts({}, before, 2));
        QCOMPARE(first.messages, ids.mid(0, 2));
        QCOMPARE(first.last, ids[1]);
        const OldTexts second = LOOK(unit.retention.oldTexts(first.last, before, 3));
        QCOMPARE(second.messages, ids.mid(2, 1));
        QCOMPARE(second.last, ids[4]);
        const OldTexts third = LOOK(unit.retention.oldTexts(second.last, before, 3));
        QVERIFY(third.messages.isEmpty());
        QVERIFY(!third.last.isValid());
        // Whoever asks for more than what is old gets no more.
        QCOMPARE(COMMIT(unit.retention.removeTexts(ids + QList{recent}, before)), 3);

        QCOMPARE(left(mailing).total(), 6);
        for (const core::MessageId id : ids.mid(0, 3))
            QCOMPARE(LOOK(unit.messages.sentText(id)), std::optional<QString>());
        for (const core::MessageId id : ids.mid(3))
            QCOMPARE(LOOK(unit.messages.sentText(id)), std::optional(u"Hello Anna"_qs));
        QCOMPARE(LOOK(unit.messages.sentText(recent)), std::optional(u"Hello Boris"_qs));
    }

    void aTextThatIsTheSameForEverybodyStays()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->sending(mailing).value(0);
        record({id}, MessageStatus::Sent);
        m_ledger->now += 48h;

        QVERIFY(LOOK(unit.retention.oldTexts({}, m_ledger->now, 10)).messages.isEmpty());
        QCOMPARE(COMMIT(unit.retention.removeTexts({}, m_ledger->now)), 0);
        QCOMPARE(LOOK(unit.messages.sentText(id)), std::optional(u"Hello"_qs));
    }

    void whatIsNotOldEnoughStays()
    {
        const Mailing mailing = m_ledger->running(3);
        const QList<core::MessageId> ids = m_ledger->sending(mailing);
        record(ids.mid(0, 1), MessageStatus::Sent);
        end(mailing);
        m_ledger->now += 1ms;
        record(ids.mid(1), MessageStatus::Sent); // answers that came late
        m_ledger->now += 24h;

        QCOMPARE(remove(mailing), 1);

        QCOMPARE(left(mailing), Ledger::expected({{MessageStatus::Sent, 2}}));
        QVERIFY(ended().isEmpty());
        m_ledger->now += 1ms;
        QCOMPARE(ended(), QList{mailing.id});
        QCOMPARE(remove(mailing), 2);
    }

    void aMailingThatHasNotEndedKeepsItsMessages_data()
    {
        QTest::addColumn<MailingState>("state");
        QTest::addColumn<bool>("touched");
        QTest::newRow("draft") << MailingState::Draft << false;
        QTest::newRow("scheduled") << MailingState::Scheduled << false;
        QTest::newRow("running") << MailingState::Running << false;
        QTest::newRow("paused") << MailingState::Paused << false;
        QTest::newRow("finished of late") << MailingState::Finished << true;
        QTest::newRow("cancelled of late") << MailingState::Cancelled << true;
    }

    void aMailingThatHasNotEndedKeepsItsMessages()
    {
        QFETCH(MailingState, state);
        QFETCH(bool, touched);
        const Mailing mailing = m_ledger->running(2);
        record(m_ledger->sending(mailing), MessageStatus::Sent);
        if (!touched)
            end(mailing, state);
        m_ledger->now += 48h;
        if (touched)
            end(mailing, state);

        QVERIFY(ended().isEmpty());
        QCOMPARE(remove(mailing), 0);

        QCOMPARE(left(mailing).total(), 2);
        QVERIFY(!LOOK(unit.mailings.find(mailing.id)).messagesRemovedAt);
    }

    void messagesThatStillWaitStay()
    {
        const Mailing mailing = m_ledger->running(3);
        record(m_ledger->sending(mailing, 2), MessageStatus::Sent);
        end(mailing, MailingState::Cancelled);
        m_ledger->now += 48h;

        QCOMPARE(remove(mailing), 2);

        QCOMPARE(left(mailing), Ledger::expected({{MessageStatus::Pending, 1}}));
    }

    void aMailingTellsWhenItLostMessages()
    {
        const Mailing mailing = finished();
        QVERIFY(!LOOK(unit.mailings.find(mailing.id)).messagesRemovedAt);
        m_ledger->now += 48h;
        remove(mailing, 3);
        QCOMPARE(LOOK(unit.mailings.find(mailing.id)).messagesRemovedAt, m_ledger->now);
        m_ledger->now += 1h;
        remove(mailing);
        const core::Instant last = m_ledger->now;
        m_ledger->now += 1h;
        QCOMPARE(remove(mailing), 0); // nothing more
        QCOMPARE(LOOK(unit.mailings.find(mailing.id)).messagesRemovedAt, last);

        COMMIT(unit.mailings.update(mailing)); // by somebody who read it before
        const Mailing stored = LOOK(unit.mailings.find(mailing.id));
        QCOMPARE(stored.messagesRemovedAt, last);
        const core::MailingId copy = COMMIT(unit.mailings.insert(stored));
        QVERIFY(!LOOK(unit.mailings.find(copy)).messagesRemovedAt); // it has lost nothing
    }

    void namesEndedMailingsByTheirIds()
    {
        QList<core::MailingId> ids;
        for (int i = 0; i < 3; ++i) {
            Mailing mailing = m_ledger->add(aMailing().name(QString::number(i)));
            if (i == 0)
                m_ledger->addClients(1, 2);
            m_ledger->choose(mailing);
            record(m_ledger->sending(mailing), MessageStatus::Sent);
            if (i == 2)
                mailing.archivedAt = m_ledger->now; // deleted ones too
            end(mailing, i == 1 ? MailingState::Cancelled : MailingState::Finished);
            ids << mailing.id;
        }
        end(m_ledger->add(aMailing().name(u"to nobody"_qs)));
        m_ledger->now += 48h;

        QCOMPARE(ended(), ids);
        QCOMPARE(ended({}, 2), ids.mid(0, 2));
        QCOMPARE(ended(ids[0]), ids.mid(1));
        QVERIFY(ended(ids[2]).isEmpty());
    }

    void countersAreMendedWithWhatWasRemoved()
    {
        const Mailing mailing = finished();
        m_ledger->now += 48h;
        const QStringList before = told(mailing);
        remove(mailing, 6);

        COMMIT(unit.messages.repairCounters(mailing.id));

        QCOMPARE(told(mailing), before);
        QCOMPARE(LOOK(unit.retention.removedCounts(mailing.id)), LOOK(unit.retention.recountRemoved(mailing.id)));
    }

    void anEmptyWorkspaceHasNothingToRemove()
    {
        QVERIFY(ended().isEmpty());
        QCOMPARE(COMMIT(unit.retention.removeMessages(core::MailingId{4711}, m_ledger->now, 10, m_ledger->now)), 0);
        QCOMPARE(COMMIT(unit.retention.removeEvents(m_ledger->now, 10)), 0);
        QVERIFY(LOOK(unit.retention.messageTotals(core::MailingId{4711})).isEmpty());
        QVERIFY(LOOK(unit.retention.eventTotals()).isEmpty());
        QCOMPARE(LOOK(unit.retention.removedCounts(core::MailingId{4711})).total(), 0);
    }

    void theOldestEventsGoFirstAndAreSummedByDay()
    {
        append("client.add", "cli:anna", 24h);
        append("client.add", "cli:anna", 72h);
        append("client.edit", "cli:anna", 71h);
        append("client.add", "dispatcher", 70h);
        append("client.add", "cli:anna", 69h);
        append("client.add", "cli:anna", 1h);
        const core::Instant before = m_ledger->now - 24h; // exactly then stays
        const qint64 day = dayOf(m_ledger->now - 72h);    // 09:00Z, so the four are of one day

        QCOMPARE(COMMIT(unit.retention.removeEvents(before, 3)), 3);
        QCOMPARE(LOOK(unit.events.count({})), 3);
        QCOMPARE(COMMIT(unit.retention.removeEvents(before, 3)), 1);
        QCOMPARE(COMMIT(unit.retention.removeEvents(before, 3)), 0);

        QCOMPARE(LOOK(unit.events.count({})), 2);
        const QList<EventTotal> expected{{day, u"cli:anna"_qs, u"client.add"_qs, 2},
                                         {day, u"cli:anna"_qs, u"client.edit"_qs, 1},
                                         {day, u"dispatcher"_qs, u"client.add"_qs, 1}};
        QVERIFY(LOOK(unit.retention.eventTotals()) == expected);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::RetentionContractTest)
#include "retentioncontracttest.moc"
