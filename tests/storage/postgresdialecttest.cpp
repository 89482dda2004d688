// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/interfaces/settingsrepository.h"
#include "core/storage/connection.h"
#include "core/storage/dialect.h"
#include "core/storage/transaction.h"
#include "core/storage/workspace.h"
#include "tests/storage/postgresserver.h"

#include <QtTest>

#include <future>

namespace tests {

using core::ErrorKind;
using core::storage::Connection;
using core::storage::DatabaseUrl;
using core::storage::Transaction;

/** What a real server says, in our words. */
class PostgresDialectTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Connection> open(Connection::Access access = Connection::Access::ReadWrite) const
    {
        auto opened = Connection::open(m_url, access);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        return std::move(*opened);
    }

    static core::Error refusal(Connection &connection, const QString &sql)
    {
        const core::Status done = connection.runText(sql, u"test"_qs);
        return done ? core::Error::make(ErrorKind::Internal, "nothing") : done.error();
    }

    DatabaseUrl m_url = PostgresServer::shared().createWorkspace();

private Q_SLOTS:
    void cleanupTestCase() { PostgresServer::shared().dropDatabase(m_url); }

    void namesErrors_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("unique") << u"INSERT INTO tags (label, folded) VALUES ('a', 'a'), ('b', 'a')"_qs
                                << ErrorKind::Conflict << u"database.unique"_qs;
        QTest::newRow("constraint") << u"INSERT INTO tags (label, folded) VALUES (NULL, 'x')"_qs << ErrorKind::Conflict
                                    << u"database.constraint"_qs;
        QTest::newRow("statement") << u"SELECT nothing FROM nowhere"_qs << ErrorKind::Internal << u"database.statement"_qs;
        QTest::newRow("too long") << u"SET statement_timeout = 50; SELECT pg_sleep(5)"_qs << ErrorKind::Unavailable
                                  << u"database.locked"_qs;
        QTest::newRow("cut off") << u"SELECT pg_terminate_backend(pg_backend_pid()); SELECT 1"_qs << ErrorKind::Unavailable
                                 << u"database.lost"_qs;
    }

    void namesErrors()
    {
        QFETCH(QString, sql);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, code);
        const auto connection = open();
        core::Error error;
        for (const QString &statement : sql.split(u';'))
            error = refusal(*connection, statement);
        QCOMPARE(error.code, code);
        QCOMPARE(error.kind, kind);
        QVERIFY(!error.detail.isEmpty());
        QCOMPARE(core::storage::endsConnection(error), code == u"database.lost");
    }

    void writesNothingWhereOnlyReadingWasAskedFor()
    {
        const auto connection = open(Connection::Access::ReadOnly);
        QCOMPARE(refusal(*connection, u"DELETE FROM tags"_qs).code, u"database.server_read_only"_qs);
    }

    void saysThatADatabaseIsUnknown()
    {
        const auto url = DatabaseUrl::parse(m_url.text().replace(m_url.name(), u"nobody_made_this"_qs));
        QCOMPARE(core::storage::prepareDatabase(*url).error().code, u"database.unknown"_qs);
    }

    void refusesAnEncodingThatCannotHoldEveryText()
    {
        const auto admin = open();
        QVERIFY(admin->runText(u"CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"_qs, u"test"_qs));
        const auto url = DatabaseUrl::parse(m_url.text().replace(m_url.name(), u"latin"_qs));
        const core::Status refused = core::storage::prepareDatabase(*url);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"database.encoding"_qs);
        QCOMPARE(refused.error().args, QStringList{u"LATIN1"_qs});
        PostgresServer::shared().dropDatabase(*url);
    }

    void letsOneWriterWaitForAnotherButNotADispatcher()
    {
        const auto first = open();
        const auto second = open();
        QVERIFY(second->runText(u"SET lock_timeout = '100ms'"_qs, u"test"_qs));
        const auto writing = Transaction::begin(*first, Transaction::Kind::Write);
        QVERIFY(writing);
        QCOMPARE(Transaction::begin(*second, Transaction::Kind::Write).error().code, u"database.locked"_qs);
        QVERIFY(Transaction::begin(*second, Transaction::Kind::Dispatch));
    }

    void migratesOnceHoweverManyComeAtTheSameTime()
    {
        const DatabaseUrl url = PostgresServer::shared().createDatabase();
        std::vector<std::future<core::Status>> comers;
        for (int i = 0; i < 4; ++i)
            comers.push_back(std::async(std::launch::async, [url] { return core::storage::prepareDatabase(url); }));
        for (std::future<core::Status> &comer : comers) {
            const core::Status prepared = comer.get();
            QVERIFY2(prepared, qPrintable(prepared ? QString() : prepared.error().code + prepared.error().detail));
        }
        PostgresServer::shared().dropDatabase(url);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::PostgresDialectTest)
#include "postgresdialecttest.moc"
