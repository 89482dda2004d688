// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/clientconditions.h"
#include "tests/storage/testdatabase.h"

#include <QRegularExpression>
#include <QtTest>

namespace tests {

using core::storage::Connection;

/** What is read while people look on goes by an index, however large the tables are. */
class QueryPlanTest : public QObject
{
    Q_OBJECT

    /** The statement as it is run, with 1 for every value. */
    static QString statementText(const Connection &connection, const QByteArray &name, const QList<QByteArray> &filter)
    {
        QString sql = connection.text(name.constData());
        QStringList conditions;
        for (const QByteArray &fragment : filter)
            conditions << u'(' + connection.text(fragment.constData()).remove(QLatin1String("{n}")) + u')';
        sql.replace(QLatin1String("{filter}"), conditions.join(QLatin1String(" AND ")));
        return sql.replace(QRegularExpression(QStringLiteral(":\\w+")), QStringLiteral("1"));
    }

    /** The list or count that a query of people gives, by id. */
    static QString listText(const Connection &connection, const QByteArray &statement,
                            const core::interfaces::ClientQuery &query)
    {
        QString sql = connection.text(statement.constData());
        sql.replace(QLatin1String("{filter}"), core::storage::clientConditions(connection, query).text());
        sql.replace(QLatin1String("{sort}"), connection.text("client_sort_id"));
        return sql.replace(QRegularExpression(QStringLiteral(":\\w+")), QStringLiteral("1"));
    }

private Q_SLOTS:
    void listsByTimeInTheOrderOfTheIndex_data()
    {
        QTest::addColumn<QList<QByteArray>>("filter");
        QTest::addColumn<QString>("index");
        const QByteArray status("message_has_status");
        const QByteArray anywhere("message_has_final_status");
        const QByteArray since("message_ended_since");
        const QByteArray until("message_ended_until");
        const QByteArray after("message_ended_before_row");
        const QByteArray mailing("message_of_mailing");
        const QString all = u"messages_by_end (status=? AND ended_at"_qs;
        const QString one = u"messages_of_mailing_by_end (mailing_id=? AND status=? AND ended_at"_qs;
        QTest::newRow("since") << QList{anywhere, since} << all;
        QTest::newRow("within") << QList{anywhere, since, until} << all;
        QTest::newRow("the next page") << QList{anywhere, since, after} << all;
        QTest::newRow("of a mailing since") << QList{mailing, status, since} << one;
        QTest::newRow("of a mailing until") << QList{mailing, status, until} << one;
        QTest::newRow("of a mailing, the next page") << QList{mailing, status, since, until, after} << one;
    }

    void listsByTimeInTheOrderOfTheIndex()
    {
        QFETCH(QList<QByteArray>, filter);
        QFETCH(QString, index);
        TestDatabase database;
        const auto connection = database.connect();
        for (const char *statement : {"message_page_by_end_descending", "message_page_by_end_ascending", "message_count"}) {
            const QString plan = planOf(*connection, statementText(*connection, statement, filter)).join(u'\n');
            QVERIFY2(plan.contains(index), qPrintable(plan));
            QVERIFY2(!plan.contains(u"B-TREE"), qPrintable(plan)); // nothing is sorted: a page reads what it shows
        }
    }

    void listsClientsInTheOrderOfAnIndex_data()
    {
        QTest::addColumn<QByteArray>("statement");
        QTest::addColumn<QByteArray>("sort");
        QTest::addColumn<QString>("index");
        QTest::newRow("last change") << QByteArray("client_page_descending") << QByteArray("client_sort_updated_at")
                                     << u"clients_by_updated_at"_qs;
        QTest::newRow("zone") << QByteArray("client_page_by_timezone_ascending") << QByteArray("client_sort_timezone")
                              << u"clients_by_timezone (timezone_id=?)"_qs;
        QTest::newRow("operator") << QByteArray("client_page_ascending") << QByteArray("client_sort_operator_code")
                                  << u"clients_by_operator_code"_qs;
    }

    void listsClientsInTheOrderOfAnIndex()
    {
        QFETCH(QByteArray, statement);
        QFETCH(QByteArray, sort);
        QFETCH(QString, index);
        TestDatabase database;
        const auto connection = database.connect();
        const QByteArray after =
            statement.endsWith("descending") ? "client_page_after_descending" : "client_page_after_ascending";
        for (const QList<QByteArray> &filter : {QList<QByteArray>{"condition_true"}, QList{after}}) {
            QString sql = statementText(*connection, statement, filter);
            const QString plan =
                planOf(*connection, sql.replace(u"{sort}"_qs, connection->text(sort.constData()))).join(u'\n');
            QVERIFY2(plan.contains(index), qPrintable(plan));
            // The tags of each client that is shown, and the page itself; nothing else is sorted.
            QCOMPARE(plan.count(u"B-TREE FOR ORDER BY"_qs), statement.contains("by_timezone") ? 1 : 2);
        }
    }

    void findsTaggedClientsByTheirTags()
    {
        TestDatabase database;
        const auto connection = database.connect();
        core::interfaces::ClientQuery query;
        query.tags = {u"vip"_qs};
        for (const char *statement : {"client_page_descending", "client_count"}) {
            const QString plan = planOf(*connection, listText(*connection, statement, query)).join(u'\n');
            QVERIFY2(plan.contains(u"client_tags_by_tag (tag_id=?)"), qPrintable(plan));
            QVERIFY2(!plan.contains(u"SCAN c"), qPrintable(plan));
        }
    }

    void sortsNobodyWhereTheFirstDigitsFitNearlyEverybody_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("access");
        QTest::newRow("one digit") << u"7"_qs << u"SCAN c"_qs;
        QTest::newRow("two digits") << u"+79"_qs << u"SCAN c"_qs;
        QTest::newRow("an operator") << u"+7916"_qs << u"SEARCH c USING COVERING INDEX sqlite_autoindex_clients_1"_qs;
    }

    void sortsNobodyWhereTheFirstDigitsFitNearlyEverybody()
    {
        QFETCH(QString, search);
        QFETCH(QString, access);
        TestDatabase database;
        const auto connection = database.connect();
        core::interfaces::ClientQuery query;
        query.search = search;
        const QString plan = planOf(*connection, listText(*connection, "client_page_descending", query)).join(u'\n');
        QVERIFY2(plan.contains(access), qPrintable(plan));
    }

    void listsEventsInTheOrderOfAnIndex_data()
    {
        QTest::addColumn<QList<QByteArray>>("filter");
        QTest::addColumn<QByteArray>("sort");
        QTest::addColumn<QString>("index");
        const QByteArray byId("event_sort_id");
        const QByteArray byTime("event_sort_time");
        const QByteArray after("event_page_after_descending");
        const QByteArray actor("event_by_actor");
        const QByteArray few("event_by_actor_among_few");
        const QByteArray since("event_since");
        const QByteArray until("event_until");
        QTest::newRow("the next page") << QList{after} << byId << u"INTEGER PRIMARY KEY (rowid<?)"_qs;
        QTest::newRow("of a mailing") << QList<QByteArray>{"event_of_mailing", few, after} << byId
                                      << u"events_by_mailing (mailing_id=?"_qs;
        QTest::newRow("of a client") << QList<QByteArray>{"event_of_client", few, after} << byId
                                     << u"events_by_client (client_id=?"_qs;
        QTest::newRow("of a message") << QList<QByteArray>{"event_of_message", few, after} << byId
                                      << u"events_by_message (message_id=?"_qs;
        QTest::newRow("by an actor") << QList{actor, after} << byId << u"events_by_actor (actor=? AND rowid<?)"_qs;
        QTest::newRow("within") << QList{since, until} << byTime << u"events_by_time (at>? AND at<?)"_qs;
        QTest::newRow("within, the next page") << QList{since, after} << byTime << u"events_by_time (at>? AND at<?)"_qs;
        QTest::newRow("by an actor within")
            << QList{actor, since, after} << byTime << u"events_by_actor_and_time (actor=? AND at>? AND at<?)"_qs;
    }

    void listsEventsInTheOrderOfAnIndex()
    {
        QFETCH(QList<QByteArray>, filter);
        QFETCH(QByteArray, sort);
        QFETCH(QString, index);
        TestDatabase database;
        const auto connection = database.connect();
        QString sql = statementText(*connection, "event_page_descending", filter);
        const QString plan = planOf(*connection, sql.replace(u"{sort}"_qs, connection->text(sort.constData()))).join(u'\n');
        QVERIFY2(plan.contains(index), qPrintable(plan));
        QVERIFY2(!plan.contains(u"B-TREE"), qPrintable(plan)); // nothing is sorted: a page reads what it shows
    }

    void sortsTheFewEventsOfAMailingByTime()
    {
        TestDatabase database;
        const auto connection = database.connect();
        QString sql =
            statementText(*connection, "event_page_descending",
                          {"event_of_mailing", "event_by_actor_among_few", "event_since", "event_page_after_descending"});
        const QString plan = planOf(*connection, sql.replace(u"{sort}"_qs, connection->text("event_sort_time"))).join(u'\n');
        QVERIFY2(plan.contains(u"events_by_mailing (mailing_id=?)"), qPrintable(plan));
    }

    void namesActorsWithoutReadingTheirEvents()
    {
        TestDatabase database;
        const auto connection = database.connect();
        const QStringList plan = planOf(*connection, statementText(*connection, "event_actor_list", {}));
        for (const QString &step : plan)
            QVERIFY2(!step.contains(QRegularExpression(u"SCAN (e|events)\\b"_qs)), qPrintable(plan.join(u'\n')));
        QVERIFY2(plan.join(u'\n').contains(u"(actor>?)"), qPrintable(plan.join(u'\n')));
    }

    void looksForADeletedClientAmongDeletionsOnly()
    {
        TestDatabase database;
        const auto connection = database.connect();
        const QString plan = planOf(*connection, statementText(*connection, "event_find_deleted_client", {})).join(u'\n');
        QVERIFY2(plan.contains(u"USING INDEX events_of_deletions"), qPrintable(plan));
    }

    void readsOfWhatWaitsAfterAnErrorNothingElse()
    {
        TestDatabase database;
        const auto connection = database.connect();
        for (const QString &sql :
             {statementText(*connection, "message_page_descending",
                            {"message_of_mailing", "message_has_error_of", "message_waits_again"}),
              statementText(*connection, "message_page_descending",
                            {"message_of_mailing", "message_has_error_of", "message_waits_again", "message_is_before"}),
              statementText(*connection, "message_count",
                            {"message_of_mailing", "message_has_error_of", "message_waits_again"})}) {
            const QString plan = planOf(*connection, sql).join(u'\n');
            QVERIFY2(plan.contains(u"messages_waiting_again"), qPrintable(plan));
        }
    }

    void goesByAnIndex_data()
    {
        QTest::addColumn<QByteArray>("statement");
        QTest::addColumn<QByteArray>("filter");
        QTest::newRow("messages of a status")
            << QByteArray("message_page_descending") << QByteArray("message_has_final_status");
        QTest::newRow("messages of a client") << QByteArray("message_page_descending") << QByteArray("message_of_client");
        QTest::newRow("a client's pending ones") << QByteArray("message_list_pending_of_client") << QByteArray();
        QTest::newRow("what a window keeps waiting") << QByteArray("message_list_postponed") << QByteArray();
        QTest::newRow("what is to be retried") << QByteArray("message_list_retriable") << QByteArray();
        QTest::newRow("the chart of a mailing") << QByteArray("throughput_list") << QByteArray();
        QTest::newRow("the chart of all mailings") << QByteArray("throughput_list_all") << QByteArray();
        QTest::newRow("whose request this is") << QByteArray("token_find_by_hash") << QByteArray();
        QTest::newRow("who signs in") << QByteArray("user_find_by_email") << QByteArray();
        QTest::newRow("who was wrong of late") << QByteArray("failed_sign_in_count") << QByteArray();
        QTest::newRow("what is forgotten with each failure") << QByteArray("failed_sign_in_forget") << QByteArray();
        QTest::newRow("sessions that expired") << QByteArray("token_delete_expired") << QByteArray();
        QTest::newRow("which mailings lose messages") << QByteArray("retention_list_mailings") << QByteArray();
        QTest::newRow("that a mailing lost some") << QByteArray("retention_mark_mailing") << QByteArray();
        QTest::newRow("which messages go") << QByteArray("retention_list_messages") << QByteArray();
        QTest::newRow("events that go") << QByteArray("event_delete_old") << QByteArray();
        QTest::newRow("totals of a mailing") << QByteArray("message_total_list") << QByteArray();
        QTest::newRow("what its totals add up to") << QByteArray("message_total_recount") << QByteArray();
        QTest::newRow("how many it lost") << QByteArray("mailing_removal_find") << QByteArray();
        QTest::newRow("how many it lost, anew") << QByteArray("mailing_removal_recount") << QByteArray();
    }

    void whatIsOldIsFoundByItsEnd()
    {
        TestDatabase database;
        const auto connection = database.connect();
        for (const char *statement : {"retention_list_mailings", "retention_mark_mailing", "retention_list_messages"}) {
            const QString plan = planOf(*connection, statementText(*connection, statement, {})).join(u'\n');
            QVERIFY2(plan.contains(u"COVERING INDEX messages_of_mailing_by_end (mailing_id=? AND status=? AND ended_at<?)"),
                     qPrintable(plan));
        }
        const QString events = planOf(*connection, statementText(*connection, "event_delete_old", {})).join(u'\n');
        QVERIFY2(events.contains(u"COVERING INDEX events_by_time (at<?)") && !events.contains(u"B-TREE"),
                 qPrintable(events));
    }

    /** Each takes the rows of a batch by their ids; only the list of ids is read from end to end. */
    void aBatchOfRemovalTouchesNoOtherRow()
    {
        TestDatabase database;
        const auto connection = database.connect();
        for (const char *statement : {"message_total_add", "mailing_removal_add", "message_attempt_delete",
                                      "message_text_delete", "message_delete"}) {
            const QStringList plan = planOf(*connection, statementText(*connection, statement, {}));
            QVERIFY(!plan.isEmpty());
            for (const QString &step : plan)
                QVERIFY2(!step.startsWith(u"SCAN") || step.startsWith(u"SCAN json_each"), qPrintable(plan.join(u'\n')));
        }
    }

    void breakdownsAndRecountsReadOneMailing()
    {
        TestDatabase database;
        const auto connection = database.connect();
        for (const char *statement :
             {"message_count_by_timezone", "message_count_by_operator_code", "message_recount", "mailing_error_recount"}) {
            const QStringList plan = planOf(*connection, statementText(*connection, statement, {}));
            QVERIFY(!plan.isEmpty());
            for (const QString &step : plan) // what was counted is few rows
                QVERIFY2(!step.startsWith(u"SCAN") || step == u"SCAN counted", qPrintable(plan.join(u'\n')));
        }
    }

    void goesByAnIndex()
    {
        QFETCH(QByteArray, statement);
        QFETCH(QByteArray, filter);
        TestDatabase database;
        const auto connection = database.connect();
        const QStringList plan = planOf(
            *connection, statementText(*connection, statement, filter.isEmpty() ? QList<QByteArray>() : QList{filter}));
        QVERIFY(!plan.isEmpty());
        for (const QString &step : plan)
            QVERIFY2(!step.startsWith(QLatin1String("SCAN")), qPrintable(plan.join(u'\n')));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::QueryPlanTest)
#include "queryplantest.moc"
