// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

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
    static QString statementText(const Connection &connection, const QByteArray &name, const QByteArray &filter)
    {
        QString sql = connection.text(name.constData());
        if (!filter.isEmpty())
            sql.replace(QLatin1String("{filter}"), connection.text(filter.constData()).remove(QLatin1String("{n}")));
        return sql.replace(QRegularExpression(QStringLiteral(":\\w+")), QStringLiteral("1"));
    }

private Q_SLOTS:
    void goesByAnIndex_data()
    {
        QTest::addColumn<QByteArray>("statement");
        QTest::addColumn<QByteArray>("filter");
        QTest::newRow("messages of a status")
            << QByteArray("message_page_descending") << QByteArray("message_has_status_anywhere");
        QTest::newRow("messages of a client") << QByteArray("message_page_descending") << QByteArray("message_of_client");
        QTest::newRow("a client's pending ones") << QByteArray("message_list_pending_of_client") << QByteArray();
        QTest::newRow("what a window keeps waiting") << QByteArray("message_list_postponed") << QByteArray();
        QTest::newRow("what is to be retried") << QByteArray("message_list_retriable") << QByteArray();
        QTest::newRow("the chart of a mailing") << QByteArray("throughput_list") << QByteArray();
        QTest::newRow("the chart of all mailings") << QByteArray("throughput_list_all") << QByteArray();
    }

    void goesByAnIndex()
    {
        QFETCH(QByteArray, statement);
        QFETCH(QByteArray, filter);
        TestDatabase database;
        const auto connection = database.connect();
        const QStringList plan = planOf(*connection, statementText(*connection, statement, filter));
        QVERIFY(!plan.isEmpty());
        for (const QString &step : plan)
            QVERIFY2(!step.startsWith(QLatin1String("SCAN")), qPrintable(plan.join(u'\n')));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::QueryPlanTest)
#include "queryplantest.moc"
