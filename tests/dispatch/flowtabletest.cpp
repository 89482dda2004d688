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
using core::dispatch::Turn;
using core::domain::Priority;

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
    static MailingFlow &flow(FlowTable &table, qint64 mailing, Priority priority = Priority::Normal)
    {
        MailingFlow &made = table.flowOf({mailing});
        made.plan.id = {mailing};
        made.plan.priority = priority;
        return made;
    }
    void claim(FlowTable &table, qint64 mailing, std::initializer_list<qint64> ids,
               Priority priority = Priority::Normal) const
    {
        for (const qint64 id : ids)
            flow(table, mailing, priority).claimed.push_back(message(id));
    }
    static QList<qint64> takeAll(FlowTable &table)
    {
        QList<qint64> ids;
        while (const auto taken = table.takeClaimed([](MailingFlow &) { return true; }))
            ids.append(taken->message.claimed.id.value);
        return ids;
    }
    static QList<qint64> serve(FlowTable &table, int times)
    {
        QList<qint64> served;
        for (int i = 0; i < times; ++i) {
            table.serveNext([&served](MailingFlow &flow) {
                served.append(flow.plan.id.value);
                return Turn::Used;
            });
        }
        return served;
    }

private Q_SLOTS:
    void takesAMessageOfEachMailingInTurn()
    {
        FlowTable table;
        claim(table, 1, {11, 12, 13, 14});
        claim(table, 2, {21});
        claim(table, 3, {31, 32});
        QCOMPARE(takeAll(table), (QList<qint64>{11, 21, 31, 12, 32, 13, 14}));
        QCOMPARE(table.inHand(), 0);
    }

    void goesOnInTurnWhenItIsAskedForOneAtATime()
    {
        FlowTable table;
        claim(table, 1, {11, 12, 13});
        claim(table, 2, {21, 22});
        QList<qint64> ids;
        for (int i = 0; i < 4; ++i) {
            ids.append(table.takeClaimed([](MailingFlow &) { return true; })->message.claimed.id.value);
            claim(table, 1, {14}); // the large one is never empty
        }
        QCOMPARE(ids, (QList<qint64>{11, 21, 12, 22}));
    }

    void takesHighPriorityFirst()
    {
        FlowTable table;
        claim(table, 1, {11, 12});
        claim(table, 2, {21, 22}, Priority::High);
        claim(table, 3, {31}, Priority::High);
        QCOMPARE(takeAll(table), (QList<qint64>{21, 31, 22, 11, 12}));
    }

    void takesNothingOfAMailingThatMayNotGive()
    {
        FlowTable table;
        claim(table, 1, {11});
        claim(table, 2, {21, 22});
        const auto taken = table.takeClaimed([](MailingFlow &flow) { return flow.plan.id.value == 2; });
        QCOMPARE(taken->message.claimed.id.value, 21);
        QVERIFY(!table.takeClaimed([](MailingFlow &) { return false; }));
        QCOMPARE(table.inHand(), 2);
    }

    void tellsWhoseAMessageIsAndWithWhichText()
    {
        FlowTable table;
        MailingFlow &seven = flow(table, 7);
        seven.plan.textVersion = 3;
        seven.plan.goesOutAsWritten = true;
        seven.claimed.push_back(message(1));
        const auto taken = table.takeClaimed([](MailingFlow &) { return true; });
        QCOMPARE(taken->mailing, MailingId{7});
        QCOMPARE(taken->textVersion, 3);
        QVERIFY(taken->goesOutAsWritten);
    }

    void servesTheMailingAfterTheOneServedLast()
    {
        FlowTable table;
        for (const qint64 id : {1, 2, 3})
            flow(table, id);
        QCOMPARE(serve(table, 5), (QList<qint64>{1, 2, 3, 1, 2}));
    }

    void servesHighPriorityBeforeEveryOther()
    {
        FlowTable table;
        for (const qint64 id : {1, 2, 3, 4})
            flow(table, id, id % 2 ? Priority::Normal : Priority::High);
        QCOMPARE(serve(table, 4), (QList<qint64>{2, 4, 2, 4}));
    }

    void nobodyOvertakesWhoWaitsForWhatAllShare()
    {
        FlowTable table;
        for (const qint64 id : {1, 2, 3})
            flow(table, id);
        QCOMPARE(serve(table, 1), QList<qint64>{1});
        QList<qint64> asked;
        const auto hold = [&asked](MailingFlow &flow) {
            asked.append(flow.plan.id.value);
            return Turn::Held;
        };
        QVERIFY(!table.serveNext(hold));
        QVERIFY(!table.serveNext(hold));
        QCOMPARE(asked, (QList<qint64>{2, 2}));
        QCOMPARE(serve(table, 2), (QList<qint64>{2, 3}));
    }

    void asksEachMailingOnceWhenNoneCanBeServed()
    {
        FlowTable table;
        for (const qint64 id : {1, 2, 3})
            flow(table, id);
        int asked = 0;
        QVERIFY(!table.serveNext([&asked](MailingFlow &) {
            ++asked;
            return Turn::Passed;
        }));
        QCOMPARE(asked, 3);
        QVERIFY(!FlowTable().serveNext([](MailingFlow &) { return Turn::Used; }));
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
