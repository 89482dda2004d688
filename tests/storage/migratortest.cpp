// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/migrator.h"
#include "core/storage/connection.h"
#include "tests/storage/testdatabase.h"

#include <QtTest>

namespace tests {

using core::ErrorKind;
using core::storage::Connection;
using core::storage::DatabaseUrl;
using core::storage::Migration;
using core::storage::Migrator;
using core::storage::StatementCatalog;

class MigratorTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_file = 0;

    DatabaseUrl freshUrl()
    {
        const QString path = m_folder.filePath(u"%1/w.db"_qs.arg(++m_file));
        QDir().mkpath(QFileInfo(path).absolutePath());
        return DatabaseUrl::sqliteFile(path);
    }

    static std::unique_ptr<Connection> opened(const DatabaseUrl &url)
    {
        return std::move(*Connection::open(url, Connection::Access::ReadWrite));
    }

    static QList<Migration> known() { return StatementCatalog::migrations(u"sqlite"_qs); }

    static QList<Migration> knownAnd(const QStringList &statements)
    {
        QList<Migration> migrations = known();
        const int number = int(migrations.size()) + 1;
        migrations << Migration{number, u"%1_next"_qs.arg(number, 4, 10, QChar(u'0')), u"sum"_qs, statements};
        return migrations;
    }

    static core::Status migrate(const DatabaseUrl &url, const QList<Migration> &migrations)
    {
        const auto connection = opened(url);
        return Migrator(*connection, url, migrations).run();
    }

    static QStringList copies(const DatabaseUrl &url)
    {
        return QFileInfo(url.path()).dir().entryList({u"*before-upgrade*"_qs});
    }

    static QStringList columnsOf(Connection &connection, const QString &schema, const QString &table)
    {
        return textsOf(connection, u"SELECT name FROM pragma_table_info('%1', '%2')"_qs.arg(table, schema));
    }

private Q_SLOTS:
    void makesAWorkspaceOfNothing()
    {
        const DatabaseUrl url = freshUrl();
        QVERIFY(core::storage::prepareDatabase(url));
        const auto connection = opened(url);
        QCOMPARE(numberOf(*connection, u"SELECT count(*) FROM schema_migrations"_qs), known().size());
        QCOMPARE(numberOf(*connection, u"SELECT count(*) FROM workspace WHERE length(id) = 36"_qs), 1);
        QVERIFY(copies(url).isEmpty());
    }

    void changesNothingTheSecondTime()
    {
        const DatabaseUrl url = freshUrl();
        QVERIFY(core::storage::prepareDatabase(url));
        const QString query = u"SELECT message_id_base FROM workspace"_qs;
        const qint64 base = numberOf(*opened(url), query);
        QVERIFY(core::storage::prepareDatabase(url));
        QCOMPARE(numberOf(*opened(url), query), base);
        QVERIFY(copies(url).isEmpty());
    }

    void beginsMessageIdsAtARandomNumberBelow2To52()
    {
        QSet<qint64> bases;
        for (int i = 0; i < 8; ++i) {
            const DatabaseUrl url = freshUrl();
            QVERIFY(core::storage::prepareDatabase(url));
            const auto connection = opened(url);
            const qint64 base = numberOf(*connection, u"SELECT seq FROM sqlite_sequence WHERE name = 'messages'"_qs);
            QVERIFY(base > 0 && base < (qint64{1} << 52));
            bases << base;
        }
        QCOMPARE(bases.size(), 8);
        // Eight draws of 52 bits that all lie in the lowest 2^44 would be a generator of another width.
        QVERIFY(*std::max_element(bases.cbegin(), bases.cend()) > (qint64{1} << 44));
    }

    void copiesTheFileBeforeItChangesTheSchema()
    {
        const DatabaseUrl url = freshUrl();
        QVERIFY(core::storage::prepareDatabase(url));
        QVERIFY(opened(url)->runText(u"INSERT INTO settings VALUES ('zone', 'UTC')"_qs, u"test"_qs));
        QVERIFY(migrate(url, knownAnd({u"DROP TABLE settings"_qs})));

        QCOMPARE(copies(url).size(), 1);
        const auto copy = opened(DatabaseUrl::sqliteFile(QFileInfo(url.path()).dir().filePath(copies(url).first())));
        QCOMPARE(numberOf(*copy, u"SELECT count(*) FROM settings"_qs), 1);
        QCOMPARE(numberOf(*copy, u"SELECT count(*) FROM schema_migrations"_qs), known().size());
    }

    void halfACopyIsNeverTakenForOne()
    {
        const DatabaseUrl url = freshUrl();
        QVERIFY(core::storage::prepareDatabase(url));
        QFile half(url.path() + u".before-upgrade.part"_qs); // as a power cut leaves it
        QVERIFY(half.open(QIODevice::WriteOnly) && half.write("SQLite format 3") > 0);
        half.close();

        QVERIFY(migrate(url, knownAnd({u"DROP TABLE settings"_qs})));

        QCOMPARE(copies(url).size(), 1);
        QVERIFY2(!copies(url).first().endsWith(u".part"_qs), "the whole copy has its own name");
    }

    void knowsWhenTheMessagesOfTheFirstSchemaEnded()
    {
        const DatabaseUrl url = freshUrl();
        QVERIFY(migrate(url, known().mid(0, 1)));
        QVERIFY(opened(url)->runText(
            u"INSERT INTO messages (id, phone, mailing_id, created_at, status, sent_at, delivered_at) VALUES "
            "(1, 1, 1, 100, 0, NULL, NULL), (2, 2, 1, 100, 2, 500, NULL), (3, 3, 1, 100, 3, 500, 700), "
            "(4, 4, 1, 100, 5, NULL, NULL), (5, 5, 1, 100, 6, NULL, NULL)"_qs,
            u"test"_qs));
        QVERIFY(opened(url)->runText(u"INSERT INTO message_attempts (message_id, number, at, kind, http_status, answer) "
                                     "VALUES (4, 1, 300, 6, 400, ''), (4, 2, 400, 6, 400, '')"_qs,
                                     u"test"_qs));
        QVERIFY(opened(url)->runText(u"UPDATE messages SET error_kind = 4, error_status = 500 WHERE id = 1"_qs, u"test"_qs));
        QVERIFY(migrate(url, known()));
        const auto connection = opened(url);
        const auto endOf = [&](int id) {
            return numberOf(*connection, u"SELECT coalesce(ended_at, -1) FROM messages WHERE id = %1"_qs.arg(id));
        };
        QCOMPARE(endOf(1), -1);  // still waits
        QCOMPARE(endOf(2), 500); // sent
        QCOMPARE(endOf(3), 700); // delivered
        QCOMPARE(endOf(4), 400); // its last attempt
        QCOMPARE(endOf(5), 100); // expired: nothing else is known
        QCOMPARE(numberOf(*connection, u"SELECT waiting FROM mailing_errors WHERE kind = 4 AND http_status = 500"_qs), 1);
    }

    void usersOfTheFirstSchemaCameWithTheWorkspaceAndHaveNoPassword()
    {
        const DatabaseUrl url = freshUrl();
        QVERIFY(migrate(url, known().mid(0, 1)));
        QVERIFY(opened(url)->runText(u"UPDATE workspace SET created_at = 1709280000000"_qs, u"test"_qs));
        QVERIFY(migrate(url, known()));
        const auto connection = opened(url);
        QCOMPARE(textsOf(*connection, u"SELECT email FROM users WHERE password_hash IS NULL AND role = 2"_qs),
                 QStringList{u"local@localhost"_qs});
        QCOMPARE(numberOf(*connection, u"SELECT created_at FROM users"_qs), 1'709'280'000'000);
    }

    void mailingsOfAnEarlierSchemaHaveLostNoMessages()
    {
        const DatabaseUrl url = freshUrl();
        QVERIFY(migrate(url, known().mid(0, 6)));
        {
            const auto connection = opened(url);
            QStringList columns;
            QStringList values;
            for (const QString &column : columnsOf(*connection, u"main"_qs, u"mailings"_qs)) {
                columns << column;
                values << u"7"_qs;
            }
            QVERIFY(connection->runText(
                u"INSERT INTO mailings (%1) VALUES (%2)"_qs.arg(columns.join(u','), values.join(u',')), u"test"_qs));
        }
        QVERIFY(migrate(url, known()));
        const auto connection = opened(url);
        QCOMPARE(numberOf(*connection, u"SELECT count(*) FROM mailings WHERE id = 7 AND messages_removed_at IS NULL"_qs), 1);
        for (const QString &table : {u"message_totals"_qs, u"mailing_removals"_qs, u"event_totals"_qs})
            QCOMPARE(numberOf(*connection, u"SELECT count(*) FROM "_qs + table), 0);
    }

    void keepsEveryRowOfAnEarlierSchema_data()
    {
        QTest::addColumn<int>("number");
        for (int number = 1; number < known().size(); ++number)
            QTest::newRow(qPrintable(QString::number(number))) << number;
    }

    void keepsEveryRowOfAnEarlierSchema()
    {
        QFETCH(int, number);
        const DatabaseUrl url = freshUrl();
        QVERIFY(migrate(url, known().mid(0, number)));
        QStringList tables;
        {
            // Three rows in every table; what a column holds does not matter to an upgrade, only that it stays.
            const auto connection = opened(url);
            tables =
                textsOf(*connection, u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                                     "AND name NOT IN ('schema_migrations', 'workspace')"_qs);
            QVERIFY(tables.size() > 20);
            QVERIFY(connection->runText(u"PRAGMA foreign_keys = OFF"_qs, u"test"_qs));
            for (const QString &table : std::as_const(tables)) {
                const QStringList columns = columnsOf(*connection, u"main"_qs, table);
                for (int row = 5; row < 8; ++row) {
                    QStringList values;
                    for (qsizetype i = 0; i < columns.size(); ++i)
                        values << QString::number(row * 100 + i);
                    const QString insert = u"INSERT INTO %1 (%2) VALUES (%3)"_qs;
                    QVERIFY(connection->runText(insert.arg(table, columns.join(u','), values.join(u',')), table));
                }
            }
        }
        QVERIFY(core::storage::prepareDatabase(url));

        QCOMPARE(copies(url).size(), 1);
        const QString copy = QFileInfo(url.path()).dir().filePath(copies(url).first());
        const auto connection = opened(url);
        QVERIFY(connection->runText(u"ATTACH '%1' AS old"_qs.arg(copy), u"test"_qs));
        for (const QString &table : std::as_const(tables)) {
            const QString columns = columnsOf(*connection, u"old"_qs, table).join(u',');
            const QString lost = u"SELECT count(*) FROM (SELECT %1 FROM old.%2 EXCEPT SELECT %1 FROM main.%2)"_qs;
            QVERIFY2(numberOf(*connection, u"SELECT count(*) FROM old.%1"_qs.arg(table)) >= 3, qPrintable(table));
            QVERIFY2(numberOf(*connection, lost.arg(columns, table)) == 0, qPrintable(table));
        }
        QCOMPARE(textsOf(*connection, u"PRAGMA integrity_check"_qs), QStringList{u"ok"_qs});
        const QString schema = u"SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"_qs;
        const DatabaseUrl fresh = freshUrl();
        QVERIFY(core::storage::prepareDatabase(fresh));
        QCOMPARE(textsOf(*connection, schema), textsOf(*opened(fresh), schema));
    }

    void rollsAFailedStepBackAsAWhole()
    {
        const DatabaseUrl url = freshUrl();
        QVERIFY(core::storage::prepareDatabase(url));
        const auto failed = migrate(url, knownAnd({u"CREATE TABLE half (a)"_qs, u"CREATE TABLE half (a)"_qs}));
        QVERIFY(!failed);
        const auto connection = opened(url);
        QCOMPARE(numberOf(*connection, u"SELECT count(*) FROM sqlite_master WHERE name = 'half'"_qs), 0);
        QVERIFY(core::storage::prepareDatabase(url));
    }

    void refusesADatabaseOfANewerProgram()
    {
        const DatabaseUrl url = freshUrl();
        QVERIFY(migrate(url, knownAnd({u"CREATE TABLE later (a)"_qs})));
        const auto refused = core::storage::prepareDatabase(url);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE(refused.error().code, u"database.newer"_qs);
        QCOMPARE(refused.error().args, (QStringList{QString::number(known().size() + 1), QString::number(known().size())}));
    }

    void refusesAHistoryThatIsNotItsOwn()
    {
        const DatabaseUrl url = freshUrl();
        QVERIFY(core::storage::prepareDatabase(url));
        QVERIFY(opened(url)->runText(u"UPDATE schema_migrations SET checksum = 'x'"_qs, u"test"_qs));
        const auto refused = core::storage::prepareDatabase(url);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Corrupt);
        QCOMPARE(refused.error().code, u"database.changed_migration"_qs);
    }

    void leavesAStrangersDatabaseAlone()
    {
        const DatabaseUrl url = freshUrl();
        QVERIFY(opened(url)->runText(u"CREATE TABLE recipes (name)"_qs, u"test"_qs));
        const auto refused = core::storage::prepareDatabase(url);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"database.foreign"_qs);
        QCOMPARE(numberOf(*opened(url), u"SELECT count(*) FROM sqlite_master"_qs), 1);
    }

    void refusesAWorkspaceThatWasMoved()
    {
        const DatabaseUrl url = freshUrl();
        QVERIFY(core::storage::prepareDatabase(url));
        QVERIFY(opened(url)->runText(u"UPDATE workspace SET moved_to = 'postgresql://db/x'"_qs, u"test"_qs));
        const auto refused = core::storage::prepareDatabase(url);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"database.moved"_qs);
        QCOMPARE(refused.error().args, QStringList{u"postgresql://db/x"_qs});
    }

    void saysThatAServerDoesNotAnswer()
    {
        const QTemporaryDir nobody;
        const auto url = DatabaseUrl::parse(u"postgresql://a@/c?host="_qs + nobody.path());
        const auto refused = core::storage::prepareDatabase(*url);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
        QCOMPARE(refused.error().code, u"database.lost"_qs);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::MigratorTest)
#include "migratortest.moc"
