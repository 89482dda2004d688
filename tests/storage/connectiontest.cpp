// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/connection.h"
#include "core/storage/statement.h"
#include "core/storage/transaction.h"
#include "tests/storage/testdatabase.h"
#include "tests/support/builders.h"

#include <QtTest>

namespace tests {

using core::ErrorKind;
using core::storage::Connection;
using core::storage::DatabaseUrl;
using core::storage::Row;
using core::storage::Statement;
using core::storage::Transaction;

class ConnectionTest : public QObject
{
    Q_OBJECT

    static core::Status remember(Connection &connection, const QString &key, const QString &value = u"v"_qs)
    {
        Statement save(connection, "remembered_save");
        return save.bind(":key", key).bind(":value", value).run();
    }

    static qint64 remembered(Connection &connection) { return numberOf(connection, u"SELECT count(*) FROM remembered"_qs); }

private Q_SLOTS:
    void setsTheDatabaseUp()
    {
        TestDatabase database;
        const auto connection = database.connect();
        QCOMPARE(numberOf(*connection, u"SELECT journal_mode = 'wal' FROM pragma_journal_mode"_qs), 1);
        QCOMPARE(numberOf(*connection, u"PRAGMA foreign_keys"_qs), 1);
        QCOMPARE(numberOf(*connection, u"PRAGMA synchronous"_qs), 2);
        QVERIFY(connection->setDurable(false));
        QCOMPARE(numberOf(*connection, u"PRAGMA synchronous"_qs), 1);
        QVERIFY(connection->setDurable(true));
        QCOMPARE(numberOf(*connection, u"PRAGMA synchronous"_qs), 2);
    }

    void rollsBackUnlessCommitted()
    {
        TestDatabase database;
        const auto connection = database.connect();
        {
            const auto transaction = Transaction::begin(*connection, Transaction::Kind::Write);
            QVERIFY(transaction);
            QVERIFY(remember(*connection, u"lost"_qs));
        }
        QCOMPARE(remembered(*connection), 0);
        {
            auto transaction = Transaction::begin(*connection, Transaction::Kind::Write);
            QVERIFY(remember(*connection, u"kept"_qs));
            QVERIFY(transaction->commit());
        }
        QCOMPARE(remembered(*connection), 1);
    }

    void letsReadersSeeOneSnapshotWhileAnotherWrites()
    {
        TestDatabase database;
        const auto writer = database.connect();
        const auto reader = database.connect(Connection::Access::ReadOnly);
        auto snapshot = Transaction::begin(*reader, Transaction::Kind::Read);
        QCOMPARE(remembered(*reader), 0);
        QVERIFY(remember(*writer, u"new"_qs));
        QCOMPARE(remembered(*reader), 0);
        QVERIFY(snapshot->commit());
        QCOMPARE(remembered(*reader), 1);
    }

    void saysThatTheDiskIsFull()
    {
        TestDatabase database;
        const auto connection = database.connect();
        const qint64 pages = numberOf(*connection, u"PRAGMA page_count"_qs);
        QVERIFY(connection->runText(u"PRAGMA max_page_count = %1"_qs.arg(pages), u"test"_qs));
        core::Status stored;
        for (int i = 0; i < 100 && stored; ++i)
            stored = remember(*connection, QString::number(i), QString(4000, u'x'));
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, ErrorKind::Unavailable);
        QCOMPARE(stored.error().code, u"database.full"_qs);
        QVERIFY(stored.error().detail.contains(u"remembered_save"));
    }

    void goesOnAfterAFullDisk()
    {
        TestDatabase database;
        const auto connection = database.connect();
        const qint64 pages = numberOf(*connection, u"PRAGMA page_count"_qs);
        QVERIFY(connection->runText(u"PRAGMA max_page_count = %1"_qs.arg(pages), u"test"_qs));
        {
            auto transaction = Transaction::begin(*connection, Transaction::Kind::Write);
            core::Status stored;
            for (int i = 0; i < 100 && stored; ++i)
                stored = remember(*connection, QString::number(i), QString(4000, u'x'));
            QVERIFY(!stored);
        }
        QCOMPARE(remembered(*connection), 0);
        QVERIFY(connection->runText(u"PRAGMA max_page_count = 1000000"_qs, u"test"_qs));
        auto transaction = Transaction::begin(*connection, Transaction::Kind::Write);
        QVERIFY(remember(*connection, u"again"_qs));
        QVERIFY(transaction->commit());
        QCOMPARE(remembered(*connection), 1);
    }

    void saysThatItMayNotWrite()
    {
        TestDatabase database;
        const auto connection = database.connect(Connection::Access::ReadOnly);
        const auto refused = remember(*connection, u"k"_qs);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
        QCOMPARE(refused.error().code, u"database.read_only"_qs);
    }

    void saysWhatCannotBeOpened_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("name");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("no folder") << QByteArray() << u"missing/w.db"_qs << ErrorKind::Unavailable
                                   << u"database.unreadable"_qs;
        QTest::newRow("a folder") << QByteArray() << QString() << ErrorKind::Unavailable << u"database.unreadable"_qs;
        QTest::newRow("a text") << QByteArray(5000, 'x') << u"w.db"_qs << ErrorKind::Corrupt
                                << u"database.not_a_database"_qs;
    }

    void saysWhatCannotBeOpened()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, name);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, code);
        QTemporaryDir folder;
        const QString path = folder.filePath(name);
        if (!content.isEmpty()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(content), content.size());
        }
        const auto opened = Connection::open(DatabaseUrl::sqliteFile(path), Connection::Access::ReadWrite);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, code);
        QCOMPARE(opened.error().kind, kind);
    }

    void namesTheStatementThatFailed()
    {
        TestDatabase database;
        const auto connection = database.connect();
        const auto failed = Statement(*connection, "no_such_statement").run();
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::Internal);
        QVERIFY(failed.error().detail.contains(u"no_such_statement"));
    }

    void readsNothingDifferentlyFromZeroAndEmpty()
    {
        TestDatabase database;
        const auto connection = database.connect();
        Statement insert(*connection, "remembered_save");
        QVERIFY(insert.bind(":key", u"k"_qs).bind(":value", QString()).run());
        Statement find(*connection, "remembered_find");
        const auto empty = find.bind(":key", u"k"_qs).first([](Row &row) { return row.optionalText(); });
        QVERIFY(empty && *empty && **empty);
        QVERIFY((**empty)->isEmpty());
        Statement other(*connection, "remembered_find");
        const auto none = other.bind(":key", u"other"_qs).first([](Row &row) { return row.text(); });
        QVERIFY(none);
        QVERIFY(!*none);
    }

    void stepsThroughOneStatementWithinItself()
    {
        TestDatabase database;
        const auto connection = database.connect();
        QVERIFY(remember(*connection, u"a"_qs, u"1"_qs));
        QVERIFY(remember(*connection, u"b"_qs, u"2"_qs));
        QStringList seen;
        Statement outer(*connection, "remembered_find");
        QVERIFY(outer.bind(":key", u"a"_qs).forEach([&](Row &row) {
            Statement inner(*connection, "remembered_find");
            const auto other = inner.bind(":key", u"b"_qs).first([](Row &innerRow) { return innerRow.text(); });
            seen << row.text() << other->value();
        }));
        QCOMPARE(seen, (QStringList{u"1"_qs, u"2"_qs}));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ConnectionTest)
#include "connectiontest.moc"
