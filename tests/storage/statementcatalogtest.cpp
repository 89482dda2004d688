// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/statementcatalog.h"
#include "core/storage/statement.h"
#include "tests/storage/testdatabase.h"

#include <QtTest>

namespace tests {

using core::storage::StatementCatalog;

class StatementCatalogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBlocksByName()
    {
        const auto catalog =
            StatementCatalog::fromTexts({u"-- a licence\n-- name: one\nSELECT 1;\n\n-- name: two\nSELECT\n2\n"_qs});
        QVERIFY(catalog);
        QCOMPARE(catalog->names(), (QStringList{u"one"_qs, u"two"_qs}));
        QCOMPARE(catalog->text(u"one"_qs), u"SELECT 1"_qs);
        QCOMPARE(catalog->text(u"two"_qs), u"SELECT\n2"_qs);
        QVERIFY(catalog->text(u"three"_qs).isEmpty());
    }

    void letsADialectReplaceABlock()
    {
        const auto catalog = StatementCatalog::fromTexts({u"-- name: one\nSELECT 1\n"_qs, u"-- name: one\nSELECT 2\n"_qs});
        QCOMPARE(catalog->text(u"one"_qs), u"SELECT 2"_qs);
    }

    void expandsReferencesWithTheReplacedBlock()
    {
        const auto catalog = StatementCatalog::fromTexts(
            {u"-- name: columns\na, {@rest}\n-- name: rest\nb\n-- name: all\nSELECT {@columns}\n"_qs,
             u"-- name: rest\nc\n"_qs});
        QVERIFY(catalog);
        QCOMPARE(catalog->text(u"all"_qs), u"SELECT a, c"_qs);
    }

    void leavesCommentsOutButNotWhatOnlyLooksLikeOne()
    {
        const auto catalog = StatementCatalog::fromTexts({u"-- name: one\n-- it's :fine\nSELECT '--', ':a' -- :b\n"_qs});
        QCOMPARE(catalog->text(u"one"_qs), u"SELECT '--', ':a'"_qs);
    }

    void refusesBrokenFiles_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a name twice in one file") << u"-- name: one\nSELECT 1\n-- name: one\nSELECT 2\n"_qs;
        QTest::newRow("a block without statement") << u"-- name: one\n-- nothing\n"_qs;
        QTest::newRow("a block without name") << u"-- name:\nSELECT 1\n"_qs;
        QTest::newRow("a reference to nothing") << u"-- name: one\nSELECT {@two}\n"_qs;
        QTest::newRow("a reference to itself") << u"-- name: one\nSELECT {@one}\n"_qs;
    }

    void refusesBrokenFiles()
    {
        QFETCH(QString, text);
        const auto catalog = StatementCatalog::fromTexts({text});
        QVERIFY(!catalog);
        QCOMPARE(catalog.error().code, u"database.catalog"_qs);
    }

    void splitsScriptsAtSemicolonsOutsideOfQuotes()
    {
        QCOMPARE(StatementCatalog::splitScript(u"-- c;\nA ';';\n\nB \"x;y\";;\nC"_qs),
                 (QStringList{u"A ';'"_qs, u"B \"x;y\""_qs, u"C"_qs}));
    }

    void numbersMigrationsFromOneWithoutGaps()
    {
        const auto migrations = StatementCatalog::migrations(u"sqlite"_qs);
        QVERIFY(!migrations.isEmpty());
        for (qsizetype i = 0; i < migrations.size(); ++i) {
            QCOMPARE(migrations[i].number, int(i + 1));
            QVERIFY(!migrations[i].statements.isEmpty());
            QCOMPARE(migrations[i].checksum.size(), 64);
        }
    }

    void everyCompiledInStatementIsUnderstoodBySqlite()
    {
        TestDatabase database;
        const auto connection = database.connect();
        int prepared = 0;
        const StatementCatalog &catalog = StatementCatalog::forDialect(u"sqlite"_qs);
        static const QRegularExpression beginning(u"^(SELECT|INSERT|UPDATE|DELETE)"_qs);
        for (const QString &name : catalog.names()) {
            QString sql = catalog.text(name);
            // Fragments are tried as part of the statements that use them (the contract suite runs them all).
            if (!beginning.match(sql).hasMatch() || sql.contains(u"{n}") || name == u"client_tag_ids")
                continue;
            // Those of a copy are for any table, and for one that is there only meanwhile (databasecopytest).
            if (sql.contains(u"{table}") || name.startsWith(u"unfinished_copy"))
                continue;
            sql.replace(u"{filter}"_qs, u"1 = 1"_qs).replace(u"{sort}"_qs, u"1"_qs);
            const auto query = connection->prepared(sql, name);
            QVERIFY2(query, qPrintable(name + (query ? QString() : query.error().detail)));
            ++prepared;
        }
        QVERIFY(prepared > 80);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::StatementCatalogTest)
#include "statementcatalogtest.moc"
