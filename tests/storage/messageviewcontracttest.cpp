// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Contract of MessageRepository: what people look at, and the repair of counters. On every backend.

#include "tests/storage/ledger.h"

using namespace core::domain;
using namespace core::interfaces;
using namespace std::chrono_literals;

namespace tests {

class MessageViewContractTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Ledger> m_ledger;
    ContractWorkspace *m_workspace = nullptr;

    QList<core::MessageId> listed(const MessageQuery &query, bool descending = true)
    {
        QList<core::MessageId> ids;
        PageRequest request{{}, 2, {}, descending};
        do {
            const Page<Message> page = LOOK(unit.messages.page(query, request));
            for (const Message &message : page.rows)
                ids.append(message.id);
            request.after = page.next;
        } while (!request.after.isEmpty() && ids.size() < 100);
        [&] { QCOMPARE(LOOK(unit.messages.count(query)), ids.size()); }();
        return ids;
    }

    static QList<core::MessageId> reversed(QList<core::MessageId> ids)
    {
        std::reverse(ids.begin(), ids.end());
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

    void listsTheNewestFirstInPages()
    {
        const Mailing one = m_ledger->running(3);
        const Mailing two = m_ledger->running(2); // all five clients
        QCOMPARE(listed({one.id, {}, {}, {}, {}}), reversed(m_ledger->ids(one)));
        QCOMPARE(listed({}), reversed(m_ledger->ids(one) + m_ledger->ids(two)));
    }

    void goesOnWhereItWasWhenMessagesChange()
    {
        const Mailing mailing = m_ledger->running(5);
        const QList<core::MessageId> ids = reversed(m_ledger->ids(mailing));
        const Page<Message> page = LOOK(unit.messages.page({mailing.id, {}, {}, {}, {}}, {{}, 2, {}, true}));
        m_ledger->running(1);
        COMMIT(unit.messages.expirePending(mailing.id, 100, m_ledger->now));
        const Page<Message> rest = LOOK(unit.messages.page({mailing.id, {}, {}, {}, {}}, {page.next, 10, {}, true}));
        QCOMPARE(rest.rows.size(), 3);
        QCOMPARE(rest.rows[0].id, ids[2]);
        QCOMPARE(rest.rows[0].status, MessageStatus::Expired);
    }

    void refusesACursorThatWasMadeUp()
    {
        const auto page = ATTEMPT(unit.messages.page({}, {u"made up"_qs, 10, {}, true}));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, core::ErrorKind::InvalidInput);
        QCOMPARE(page.error().fields.value(0).field, u"cursor"_qs);
        QCOMPARE(page.error().fields.value(0).code, u"page:cursor"_qs);
    }

    void listsOnlyWhatMeetsAllConditions()
    {
        const Mailing mailing = m_ledger->running(4);
        const QList<core::MessageId> ids = m_ledger->ids(mailing);
        m_ledger->sending(mailing, 3);
        m_ledger->record(m_ledger->outcome(ids[0], MessageStatus::Sent));
        m_ledger->record(m_ledger->failure(ids[1], MessageStatus::Failed, AnswerKind::Rejected, 400));
        m_ledger->record(m_ledger->failure(ids[2], MessageStatus::Unknown, AnswerKind::Timeout));
        const core::ClientId client = m_ledger->message(ids[1]).client;

        QCOMPARE(listed({{}, client, {}, {}, {}}), QList<core::MessageId>{ids[1]});
        QCOMPARE(listed({{}, {}, {MessageStatus::Sent}, {}, {}}), QList<core::MessageId>{ids[0]});
        QCOMPARE(listed({{}, {}, {MessageStatus::Pending, MessageStatus::Sent}, {}, {}}),
                 (QList<core::MessageId>{ids[3], ids[0]}));
        QCOMPARE(listed({mailing.id, {}, {}, u"79990000002"_qs, {}}), QList<core::MessageId>{ids[1]});
        QCOMPARE(listed({mailing.id, {}, {}, u"7999"_qs, {}}), reversed(ids));
        QCOMPARE(listed({mailing.id, {}, {}, {}, errorLabel(AnswerKind::Rejected, 400)}), QList<core::MessageId>{ids[1]});
        QCOMPARE(listed({mailing.id, {}, {}, {}, errorLabel(AnswerKind::Timeout, 0)}), QList<core::MessageId>{ids[2]});
        QCOMPARE(listed({mailing.id, client, {MessageStatus::Sent}, {}, {}}), QList<core::MessageId>{});
    }

    void listsWhatIsUnfinishedOfAllMailings()
    {
        const Mailing one = m_ledger->running(3);
        const Mailing two = m_ledger->running(1, aMailing().name(u"two"_qs)); // all four clients
        m_ledger->choose(one);                                                // the fourth as well, after all of two
        const QList<core::MessageId> ofOne = m_ledger->ids(one);
        const QList<core::MessageId> ofTwo = m_ledger->ids(two);
        QCOMPARE(ofOne.size(), 4);
        QCOMPARE(listed({{}, {}, {MessageStatus::Pending}, {}, {}}), reversed(ofOne.mid(0, 3) + ofTwo + ofOne.mid(3)));
        QCOMPARE(listed({{}, {}, {MessageStatus::Pending}, {}, {}}, false), ofOne.mid(0, 3) + ofTwo + ofOne.mid(3));
        QCOMPARE(listed({{}, {}, {MessageStatus::Sending}, {}, {}}), QList<core::MessageId>{});

        m_ledger->sending(one, 2);
        m_ledger->sending(two, 1);
        m_ledger->record(m_ledger->outcome(ofOne[0], MessageStatus::Sent));
        const core::MessageId sending = ofOne[1];
        QCOMPARE(listed({{}, {}, {MessageStatus::Sending}, {}, {}}), (QList<core::MessageId>{ofTwo[0], sending}));
        QCOMPARE(listed({one.id, {}, {MessageStatus::Sending}, {}, {}}), QList<core::MessageId>{sending});
        QCOMPARE(listed({{}, {}, {MessageStatus::Sending}, u"79990000002"_qs, {}}), QList<core::MessageId>{sending});
        QCOMPARE(listed({{}, {}, {MessageStatus::Pending, MessageStatus::Sent}, u"9990000"_qs, {}}),
                 reversed({ofOne[0], ofOne[2], ofTwo[1], ofTwo[2], ofTwo[3], ofOne[3]}));
        QCOMPARE(listed({}), reversed(ofOne.mid(0, 3) + ofTwo + ofOne.mid(3)));
        const StatusCounts counts = LOOK(unit.messages.recount(one.id));
        QCOMPARE(counts[MessageStatus::Sending], 1);
        QCOMPARE(counts[MessageStatus::Pending], 2);
        QCOMPARE(counts[MessageStatus::Sent], 1);
    }

    void listsWhatWaitsAfterAnErrorWithWhatEndedWithIt()
    {
        const Mailing mailing = m_ledger->running(5);
        const QList<core::MessageId> ids = m_ledger->ids(mailing);
        const QString label = errorLabel(AnswerKind::Transient, 500);
        m_ledger->sending(mailing, 4);
        m_ledger->record(m_ledger->failure(ids[0], MessageStatus::Pending, AnswerKind::Transient, 500));
        m_ledger->record(m_ledger->failure(ids[1], MessageStatus::Failed, AnswerKind::Transient, 500));
        m_ledger->record(m_ledger->failure(ids[2], MessageStatus::Pending, AnswerKind::Timeout));
        m_ledger->record(m_ledger->outcome(ids[3], MessageStatus::Sent));
        QCOMPARE(listed({mailing.id, {}, {}, {}, label}), (QList<core::MessageId>{ids[1], ids[0]}));
        QCOMPARE(listed({mailing.id, {}, {MessageStatus::Pending}, {}, label}), QList<core::MessageId>{ids[0]});
        QCOMPARE(listed({mailing.id, {}, {MessageStatus::Sent}, {}, label}), QList<core::MessageId>{});
        QCOMPARE(listed({{}, {}, {}, {}, label}), (QList<core::MessageId>{ids[1], ids[0]}));
    }

    void listsByTheTimeOfTheEnding()
    {
        const Mailing mailing = m_ledger->running(6);
        const Mailing other = m_ledger->running(1, aMailing().name(u"other"_qs)); // to all seven
        const QList<core::MessageId> ids = m_ledger->ids(mailing);
        m_ledger->sending(mailing, 5);
        const core::Instant first = m_ledger->now;
        m_ledger->record(m_ledger->outcome(ids[4], MessageStatus::Sent));
        m_ledger->now += 1h;
        const core::Instant second = m_ledger->now;
        m_ledger->record(m_ledger->failure(ids[2], MessageStatus::Failed, AnswerKind::Rejected, 400));
        m_ledger->record(m_ledger->outcome(ids[3], MessageStatus::Sent)); // at the same time
        m_ledger->now += 1h;
        m_ledger->record(m_ledger->outcome(ids[0], MessageStatus::Sent));
        m_ledger->record(m_ledger->failure(ids[1], MessageStatus::Pending, AnswerKind::Timeout));
        m_ledger->now += 1min;
        COMMIT(unit.messages.cancelPendingOfClient(m_ledger->message(ids[5]).client, m_ledger->now));
        const core::MessageId cancelledThere = m_ledger->ids(other)[5];

        const auto within = [](std::optional<core::Instant> since, std::optional<core::Instant> until) {
            MessageQuery query;
            query.since = since;
            query.until = until;
            return query;
        };
        MessageQuery whole = within(first, std::nullopt);
        whole.mailing = mailing.id;
        QCOMPARE(listed(whole), (QList<core::MessageId>{ids[5], ids[0], ids[3], ids[2], ids[4]}));
        QCOMPARE(listed(within(second + 1ms, std::nullopt)), (QList<core::MessageId>{cancelledThere, ids[5], ids[0]}));
        QCOMPARE(listed(within(std::nullopt, second)), QList<core::MessageId>{ids[4]});
        QCOMPARE(listed(within(second, second + 1ms)), (QList<core::MessageId>{ids[3], ids[2]}));
        MessageQuery sent = within(second, std::nullopt);
        sent.statuses = {MessageStatus::Sent};
        QCOMPARE(listed(sent), (QList<core::MessageId>{ids[0], ids[3]}));
        MessageQuery waiting = within(first, std::nullopt);
        waiting.statuses = {MessageStatus::Pending};
        QCOMPARE(listed(waiting), QList<core::MessageId>{});
        MessageQuery ofClient = within(first, std::nullopt);
        ofClient.client = m_ledger->message(ids[5]).client;
        QCOMPARE(listed(ofClient), (QList<core::MessageId>{cancelledThere, ids[5]}));
        QCOMPARE(m_ledger->message(ids[2]).endedAt, std::optional(second));

        COMMIT(unit.messages.retry(mailing.id, {MessageStatus::Failed}, {}, 10, m_ledger->now));
        QCOMPARE(listed(within(second, second + 1ms)), QList<core::MessageId>{ids[3]});
        QCOMPARE(m_ledger->message(ids[2]).endedAt, std::optional<core::Instant>());
    }

    void knowsNoMessageThatWasNeverThere()
    {
        const auto found = ATTEMPT(unit.messages.find(core::MessageId{12345}));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, core::ErrorKind::NotFound);
        QCOMPARE(found.error().code, u"message.unknown"_qs);
    }

    void showsTheNameTheClientHasNow()
    {
        const Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->ids(mailing).value(0);
        QCOMPARE(m_ledger->message(id).clientName, u"1"_qs);
        Client client = m_ledger->clientOf(id);
        client.attributes[u"name"_qs] = u"Анна"_qs;
        COMMIT(unit.clients.update(client));
        QCOMPARE(m_ledger->message(id).clientName, u"Анна"_qs);
        QCOMPARE(LOOK(unit.messages.page({}, {})).rows.value(0).clientName, u"Анна"_qs);
    }

    void showsTheExactTextThatWentOut()
    {
        Mailing mailing = m_ledger->running(2);
        const QList<core::MessageId> ids = m_ledger->sending(mailing, 1);
        const core::MessageId other = m_ledger->claim(mailing).value(0).id;
        m_ledger->mark({other}, u"Hello, 2"_qs);
        m_ledger->record(m_ledger->outcome(ids[0], MessageStatus::Sent));
        m_ledger->record(m_ledger->outcome(other, MessageStatus::Sent));
        mailing.text = u"Edited"_qs;
        COMMIT(unit.mailings.update(mailing));
        QCOMPARE(LOOK(unit.messages.sentText(ids[0])), std::optional(u"Hello"_qs));
        QCOMPARE(LOOK(unit.messages.sentText(other)), std::optional(u"Hello, 2"_qs));
    }

    void showsTheVersionThatWentOut()
    {
        Mailing mailing = m_ledger->running(1);
        mailing.text = u"Edited"_qs;
        COMMIT(unit.mailings.update(mailing));
        const core::MessageId id = m_ledger->claim(mailing).value(0).id;
        COMMIT(unit.messages.markSending({{id, m_ledger->gateway, 1, 2, {}}}, m_ledger->now, {}));
        QCOMPARE(LOOK(unit.messages.sentText(id)), std::optional(u"Edited"_qs));
    }

    void showsTheTextThatARepeatKept()
    {
        Mailing mailing = m_ledger->running(1);
        const core::MessageId id = m_ledger->sending(mailing).value(0);
        MessageOutcome noAnswer = m_ledger->failure(id, MessageStatus::Pending, AnswerKind::Timeout);
        noAnswer.firm = true;
        m_ledger->record(noAnswer);
        mailing.text = u"Edited"_qs;
        COMMIT(unit.mailings.update(mailing));
        const core::GatewayId other = COMMIT(unit.gateways.insert(aGateway().name(u"other"_qs)));
        const QString kept = m_ledger->claim(mailing).value(0).firmText;
        COMMIT(unit.messages.markSending({{id, other, 1, 2, kept}}, m_ledger->now, {}));
        QCOMPARE(LOOK(unit.messages.sentText(id)), std::optional(u"Hello"_qs));
        m_ledger->record(noAnswer);
        QCOMPARE(m_ledger->claim(mailing).value(0).firmGateway, m_ledger->gateway);
    }

    void breaksDownByZoneAndCode()
    {
        COMMIT(unit.clients.insert(aClient().phone(1).operatorCode(u"111"_qs).timezone(u"UTC"_qs)));
        COMMIT(unit.clients.insert(aClient().phone(2).operatorCode(u"222"_qs).timezone(u"UTC"_qs)));
        COMMIT(unit.clients.insert(aClient().phone(3).operatorCode(u"222"_qs).timezone(u"Asia/Omsk"_qs)));
        const Mailing mailing = m_ledger->add(aMailing());
        m_ledger->choose(mailing);
        m_ledger->record(m_ledger->outcome(m_ledger->sending(mailing, 1).value(0), MessageStatus::Sent));

        QMap<QString, StatusCounts> zones;
        for (const BreakdownRow &row : LOOK(unit.messages.byTimezone(mailing.id)))
            zones.insert(row.key, row.counts);
        QCOMPARE(zones.size(), 2);
        QCOMPARE(zones[u"UTC"_qs], Ledger::expected({{MessageStatus::Sent, 1}, {MessageStatus::Pending, 1}}));
        QCOMPARE(zones[u"Asia/Omsk"_qs], Ledger::expected({{MessageStatus::Pending, 1}}));
        QMap<QString, StatusCounts> codes;
        for (const BreakdownRow &row : LOOK(unit.messages.byOperatorCode(mailing.id)))
            codes.insert(row.key, row.counts);
        QCOMPARE(codes.size(), 2);
        QCOMPARE(codes[u"111"_qs], Ledger::expected({{MessageStatus::Sent, 1}}));
        QCOMPARE(codes[u"222"_qs], Ledger::expected({{MessageStatus::Pending, 2}}));
    }

    void aSampleOfWhatIsPendingComesFromAllOfIt()
    {
        for (int i = 1; i <= 60; ++i) {
            const QString zone = i % 3 == 0 ? u"Asia/Omsk"_qs : u"UTC"_qs;
            COMMIT(unit.clients.insert(aClient().phone(i).timezone(i == 60 ? u"Asia/Tokyo"_qs : zone)));
        }
        Mailing other = m_ledger->add(aMailing());
        m_ledger->choose(other);
        const Mailing mailing = m_ledger->add(aMailing());
        QCOMPARE(LOOK(unit.messages.pendingByTimezone(mailing.id, 10)).size(), 0);
        m_ledger->choose(mailing);
        for (const core::MessageId id : m_ledger->sending(mailing, 30))
            m_ledger->record(m_ledger->outcome(id, MessageStatus::Sent));

        // More points than there are messages: each of them once.
        const QMap<QString, qint64> all{{u"UTC"_qs, 20}, {u"Asia/Omsk"_qs, 9}, {u"Asia/Tokyo"_qs, 1}};
        QCOMPARE(LOOK(unit.messages.pendingByTimezone(mailing.id, 500)), all);
        const QMap<QString, qint64> some = LOOK(unit.messages.pendingByTimezone(mailing.id, 15));
        QCOMPARE(some,
                 (QMap<QString, qint64>{{u"UTC"_qs, 9}, {u"Asia/Omsk"_qs, 5}, {u"Asia/Tokyo"_qs, 1}})); // every second one
    }

    void countsWhatHasHappenedSince()
    {
        const Mailing mailing = m_ledger->running(4);
        const QList<core::MessageId> ids = m_ledger->sending(mailing, 3);
        m_ledger->record(m_ledger->outcome(ids[0], MessageStatus::Sent));
        m_ledger->now += 1h;
        m_ledger->record(m_ledger->outcome(ids[1], MessageStatus::Sent));
        m_ledger->record(m_ledger->failure(ids[2], MessageStatus::Failed, AnswerKind::Rejected, 400));
        const StatusCounts all = LOOK(unit.messages.countsSince(m_ledger->now - 2h));
        QCOMPARE(all[MessageStatus::Sent], 2);
        QCOMPARE(all[MessageStatus::Failed], 1);
        const StatusCounts recent = LOOK(unit.messages.countsSince(m_ledger->now - 1min));
        QCOMPARE(recent[MessageStatus::Sent], 1);
        QCOMPARE(recent[MessageStatus::Failed], 1);
        const StatusCounts none = LOOK(unit.messages.countsSince(m_ledger->now + 1min));
        QCOMPARE(none[MessageStatus::Sent] + none[MessageStatus::Failed], 0);
    }

    void whatIsTriedAgainCountsAsItEndedLast()
    {
        const Mailing mailing = m_ledger->running(2);
        for (const core::MessageId id : m_ledger->sending(mailing, 2))
            m_ledger->record(m_ledger->failure(id, MessageStatus::Failed, AnswerKind::Rejected, 400));
        const core::Instant midnight = m_ledger->now - 2h;
        m_ledger->now += 1h;
        COMMIT(unit.messages.retry(mailing.id, {MessageStatus::Failed}, {}, 100, m_ledger->now));
        QCOMPARE(LOOK(unit.messages.countsSince(midnight)).total(), 0);

        for (const core::MessageId id : m_ledger->sending(mailing, 2))
            m_ledger->record(m_ledger->outcome(id, MessageStatus::Sent));
        const StatusCounts counts = LOOK(unit.messages.countsSince(midnight));
        QCOMPARE(counts[MessageStatus::Sent], 2);
        QCOMPARE(counts.total(), 2);
    }

    void repairsCountersThatAreRightWithoutChangingThem()
    {
        const Mailing mailing = m_ledger->running(3);
        m_ledger->record(m_ledger->outcome(m_ledger->sending(mailing, 1).value(0), MessageStatus::Sent));
        const StatusCounts before = m_ledger->counts(mailing);
        COMMIT(unit.messages.repairCounters(mailing.id));
        QCOMPARE(m_ledger->counts(mailing), before);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::MessageViewContractTest)
#include "messageviewcontracttest.moc"
