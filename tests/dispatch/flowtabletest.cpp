// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/flowtable.h"

#include "tests/support/manualclock.h"

#include <QtTest>

using namespace std::chrono_literals;
using core::MailingId;
using core::MessageId;
using core::dispatch::FlowTable;
using core::dispatch::MailingFlow;
using core::dispatch::PreparedMessage;
using core::dispatch::TakenMessage;

namespace tests {

class FlowTableTest : public QObject
{
    Q_OBJECT

    const core::Instant m_now = at("2024-03-01T08:00:00Z");

    PreparedMessage message(qint64 id, core::Milliseconds leaseLeft = 60s) const
    {
        PreparedMessage prepared;
        prepared.claimed.id = {id};
        prepared.leaseUntil = m_now + leaseLeft;
        return prepared;
    }
    void claim(FlowTable &table, qint64 mailing, std::initializer_list<qint64> ids) const
    {
        for (const qint64 id : ids)
            table.flowOf({mailing}).claimed.push_back(message(id));
    }
    static QList<qint64> idsOf(const std::vector<TakenMessage> &taken)
    {
        QList<qint64> ids;
        for (const TakenMessage &one : taken)
            ids.append(one.message.claimed.id.value);
        return ids;
    }

private Q_SLOTS:
    void takesAMessageOfEachMailingInTurn()
    {
        FlowTable table;
        claim(table, 1, {11, 12, 13, 14});
        claim(table, 2, {21});
        claim(table, 3, {31, 32});
        QCOMPARE(idsOf(table.takeClaimed(6)), (QList<qint64>{11, 21, 31, 12, 32, 13}));
        QCOMPARE(table.inHand(), 1);
    }

    void takesNoMoreThanAsked_data()
    {
        QTest::addColumn<int>("most");
        QTest::addColumn<int>("taken");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("some") << 2 << 2;
        QTest::newRow("more than there is") << 100 << 3;
    }
    void takesNoMoreThanAsked()
    {
        QFETCH(int, most);
        FlowTable table;
        claim(table, 1, {1, 2, 3});
        QTEST(int(table.takeClaimed(most).size()), "taken");
    }

    void tellsWhoseAMessageIsAndWithWhichText()
    {
        FlowTable table;
        MailingFlow &flow = table.flowOf({7});
        flow.plan.textVersion = 3;
        flow.plan.goesOutAsWritten = true;
        flow.claimed.push_back(message(1));
        const auto taken = table.takeClaimed(1);
        QCOMPARE(taken.front().mailing, MailingId{7});
        QCOMPARE(taken.front().textVersion, 3);
        QVERIFY(taken.front().goesOutAsWritten);
    }

    void leavesAMailingWithEnoughForItsOwnRate()
    {
        FlowTable table;
        MailingFlow &slow = table.flowOf({1});
        slow.plan.rate = 1;
        slow.ready.push_back(message(1));
        slow.ready.push_back(message(2));
        claim(table, 1, {3});
        claim(table, 2, {21, 22});
        QCOMPARE(idsOf(table.takeClaimed(10)), (QList<qint64>{21, 22}));
        QCOMPARE(table.ready(), 2);
    }

    void servesTheMailingAfterTheOneServedLast()
    {
        FlowTable table;
        for (const qint64 id : {1, 2, 3})
            table.flowOf({id}).plan.id = {id};
        QList<qint64> served;
        for (int i = 0; i < 5; ++i) {
            QVERIFY(table.serveNext([&served](MailingFlow &flow) {
                served.append(flow.plan.id.value);
                return true;
            }));
        }
        QCOMPARE(served, (QList<qint64>{1, 2, 3, 1, 2}));
    }

    void asksEachMailingOnceWhenNoneCanBeServed()
    {
        FlowTable table;
        for (const qint64 id : {1, 2, 3})
            table.flowOf({id});
        int asked = 0;
        QVERIFY(!table.serveNext([&asked](MailingFlow &) {
            ++asked;
            return false;
        }));
        QCOMPARE(asked, 3);
        QVERIFY(!FlowTable().serveNext([](MailingFlow &) { return true; }));
    }

    void takesEverythingThatIsReady()
    {
        FlowTable table;
        table.flowOf({1}).ready.push_back(message(1));
        table.flowOf({2}).ready.push_back(message(2));
        claim(table, 2, {3});
        QCOMPARE(table.takeReady().size(), std::size_t(2));
        QCOMPARE(table.ready(), 0);
        QCOMPARE(table.inHand(), 1);
    }

    void visitsOnlyWhoHasSomethingInHand()
    {
        FlowTable table;
        table.flowOf({1});
        claim(table, 2, {21});
        int visited = 0;
        table.forEachBusy([&visited](MailingFlow &flow) {
            ++visited;
            QCOMPARE(flow.inHand(), std::size_t(1));
        });
        QCOMPARE(visited, 1);
    }

    void knowsWhichLeasesEndSoonUntilTheyAreRenewed()
    {
        FlowTable table;
        table.flowOf({1}).claimed.push_back(message(1, 10s));
        table.flowOf({1}).claimed.push_back(message(2, 50s));
        table.flowOf({2}).ready.push_back(message(3, 1s)); // marked: it needs no lease
        QCOMPARE(table.leasesEndingBefore(m_now + 30s), QList<MessageId>{{1}});
        table.leasesRenewed({{1}}, m_now + 60s);
        QVERIFY(table.leasesEndingBefore(m_now + 30s).isEmpty());
    }

    void forgetsAMailing()
    {
        FlowTable table;
        claim(table, 1, {1});
        table.remove({1});
        QVERIFY(!table.find({1}));
        QVERIFY(table.mailings().isEmpty());
        QCOMPARE(table.inHand(), 0);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::FlowTableTest)
#include "flowtabletest.moc"
