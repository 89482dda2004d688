// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/databasecopy.h"
#include "core/storage/dispatchlock.h"
#include "core/storage/unfinishedcopy.h"
#include "tests/storage/copyplaces.h"

#include <QtTest>

namespace tests {

using core::ErrorKind;
using core::Status;
using core::storage::CopyProgress;
using core::storage::DatabaseUrl;
using core::storage::TableSchema;
using Phase = CopyProgress::Phase;

/** What becomes of both databases, and what is not begun at all. */
class DatabaseMoveTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<CopyPlaces> m_places;

private Q_SLOTS:
    void init() { m_places = std::make_unique<CopyPlaces>(); }
    void cleanup() { m_places.reset(); }

    void takesAWorkspaceThatNobodyHasUsedForEmpty_data() { CopyPlaces::addKinds(); }

    void takesAWorkspaceThatNobodyHasUsedForEmpty()
    {
        QFETCH(QString, kind);
        const DatabaseUrl source = m_places->workspace(CopyPlaces::other(kind));
        fill(source);
        const DatabaseUrl target = m_places->workspace(kind);
        const auto report = copyDatabase(source, target, always);
        QVERIFY2(report, qPrintable(told(report)));
        QCOMPARE(contentsOf(target), contentsOf(source));
        QCOMPARE(numberOf(*opened(target), u"SELECT count(*) FROM workspace"_qs), 1);
    }

    void refusesATargetThatIsNotEmpty_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("table");
        for (const QString &kind : {u"sqlite"_qs, u"postgresql"_qs}) {
            const QByteArray name = kind.toLatin1();
            QTest::addRow("a setting, %s", name.constData())
                << kind << u"INSERT INTO settings VALUES ('zone', 'UTC')"_qs << u"settings"_qs;
            QTest::addRow("another user, %s", name.constData())
                << kind << u"INSERT INTO users (email, name, role, active) VALUES ('a@b', '', 1, 1)"_qs << u"users"_qs;
            QTest::addRow("moved, %s", name.constData())
                << kind << u"UPDATE workspace SET moved_to = 'x'"_qs << u"workspace"_qs;
        }
    }

    void refusesATargetThatIsNotEmpty()
    {
        QFETCH(QString, kind);
        QFETCH(QString, sql);
        QFETCH(QString, table);
        const DatabaseUrl source = m_places->workspace(CopyPlaces::other(kind));
        const DatabaseUrl target = m_places->workspace(kind);
        run(target, sql);
        const auto before = contentsOf(target);

        const auto refused = copyDatabase(source, target, always);

        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE(refused.error().code, u"copy.not_empty"_qs);
        QCOMPARE(refused.error().args, (QStringList{target.text(), table}));
        QCOMPARE(contentsOf(target), before);
        QCOMPARE(told(core::storage::prepareDatabase(source)), u"done"_qs);
    }

    void refusesTheCopyOfAnotherWorkspace()
    {
        const DatabaseUrl target = m_places->nothing(u"sqlite"_qs);
        QVERIFY(!copyDatabase(m_places->workspace(u"sqlite"_qs), target, [](const CopyProgress &) { return false; }));
        const auto refused = copyDatabase(m_places->workspace(u"sqlite"_qs), target, always);
        QCOMPARE(refused.error().args, (QStringList{target.text(), u"unfinished_copy"_qs}));
    }

    void refusesWritesOnConnectionsThatAreOpen_data() { CopyPlaces::addKinds(); }

    void refusesWritesOnConnectionsThatAreOpen()
    {
        QFETCH(QString, kind);
        const DatabaseUrl source = m_places->workspace(kind);
        fill(source);
        const auto before = contentsOf(source);
        const auto window = opened(source);
        QCOMPARE(numberOf(*window, u"SELECT count(*) FROM tags"_qs), 3);
        QVERIFY(copyDatabase(source, m_places->nothing(CopyPlaces::other(kind)), always));

        for (const TableSchema &table : tablesOf(*window)) {
            const QString column = table.columns.first().name;
            for (const QString &sql :
                 {u"DELETE FROM \"%1\""_qs.arg(table.name), u"UPDATE \"%1\" SET \"%2\" = \"%2\""_qs.arg(table.name, column),
                  u"INSERT INTO \"%1\" SELECT * FROM \"%1\""_qs.arg(table.name)}) {
                const Status refused = window->runText(sql, u"test"_qs);
                QVERIFY2(!refused, qPrintable(sql));
                QVERIFY2(refused.error().code == u"database.moved_away", qPrintable(sql + told(refused)));
                QCOMPARE(refused.error().kind, ErrorKind::Conflict);
            }
        }
        QCOMPARE(contentsOf(source), before);
    }

    void idsGoOnAboveAllThatWereEverGiven_data() { CopyPlaces::addDirections(); }

    void idsGoOnAboveAllThatWereEverGiven()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const DatabaseUrl source = m_places->workspace(from);
        const QString client =
            u"INSERT INTO clients (phone, operator_code, timezone_id, attributes, created_at, updated_at) "
            "VALUES (%1, '', 1, '', 0, 0)"_qs;
        const QString message = u"INSERT INTO messages (mailing_id, phone, status, created_at) VALUES (1, %1, 0, 0)"_qs;
        const QString instance = u"INSERT INTO instances (label, started_at, seen_at, counted) VALUES ('', 0, 0, 0)"_qs;
        for (int i = 1; i <= 3; ++i) {
            run(source, client.arg(i));
            run(source, message.arg(i));
            run(source, instance);
        }
        run(source, u"DELETE FROM clients WHERE phone = 3"_qs);
        run(source, u"DELETE FROM messages WHERE phone = 3"_qs);
        run(source, u"DELETE FROM instances"_qs);
        const qint64 base = numberOf(*opened(source), u"SELECT message_id_base FROM workspace"_qs);

        const DatabaseUrl target = m_places->nothing(to);
        const auto report = copyDatabase(source, target, always);
        QVERIFY2(report, qPrintable(told(report)));
        run(target, client.arg(9));
        run(target, message.arg(9));
        run(target, instance);

        const auto connection = opened(target);
        QCOMPARE(numberOf(*connection, u"SELECT max(id) FROM clients"_qs), 4);
        QCOMPARE(numberOf(*connection, u"SELECT max(id) FROM instances"_qs), 4); // messages still name the others
        const qint64 newBase = numberOf(*connection, u"SELECT message_id_base FROM workspace"_qs);
        QVERIFY(newBase > base + 3 && newBase < (qint64{1} << 52));
        QCOMPARE(numberOf(*connection, u"SELECT id FROM messages WHERE phone = 9"_qs), newBase + 1);
        QCOMPARE(numberOf(*connection, u"SELECT id FROM messages WHERE phone = 1"_qs), base + 1);
    }

    void drawsAnotherNumberForEveryCopy()
    {
        const DatabaseUrl first = m_places->workspace(u"sqlite"_qs);
        const QString query = u"SELECT message_id_base FROM workspace"_qs;
        QList<qint64> bases{numberOf(*opened(first), query)};
        DatabaseUrl last = first;
        for (int i = 0; i < 20; ++i) { // and they do not run out
            const DatabaseUrl next = m_places->nothing(u"sqlite"_qs);
            const auto report = copyDatabase(last, next, always);
            QVERIFY2(report, qPrintable(told(report)));
            bases << numberOf(*opened(next), query);
            QVERIFY(bases.last() > bases[bases.size() - 2] && bases.last() < (qint64{1} << 52));
            last = next;
        }
    }

    void refusesWhatIsBeingSentFrom_data() { CopyPlaces::addKinds(); }

    void refusesWhatIsBeingSentFrom()
    {
        QFETCH(QString, kind);
        const DatabaseUrl source = m_places->workspace(kind);
        const QString enter =
            u"INSERT INTO instances (label, started_at, seen_at, counted) VALUES ('desk (7)', 0, %1, 1)"_qs;
        run(source, enter.arg(QDateTime::currentMSecsSinceEpoch() - 30'000));
        const DatabaseUrl target = m_places->nothing(CopyPlaces::other(kind));
        {
            auto lock = kind == u"sqlite" ? std::move(*core::storage::DispatchLock::tryTake(source)) : nullptr;
            const auto refused = copyDatabase(source, target, always);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Conflict);
            QCOMPARE(refused.error().code, u"copy.dispatched"_qs);
            QCOMPARE(refused.error().args, QStringList{u"desk (7)"_qs});
        }
        // Who died without a word is not waited for any longer than others do.
        run(source, u"UPDATE instances SET seen_at = seen_at - 60000"_qs);
        const auto report = copyDatabase(source, target, always);
        QVERIFY2(report, qPrintable(told(report)));
    }

    void saysThatItWasDoneBefore_data() { CopyPlaces::addDirections(); }

    void saysThatItWasDoneBefore()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const DatabaseUrl source = m_places->workspace(from);
        const DatabaseUrl target = m_places->nothing(to);
        QVERIFY(copyDatabase(source, target, always));

        const auto again = copyDatabase(source, target, always);
        QVERIFY2(again, qPrintable(told(again)));
        QVERIFY(again->wasDone);

        const auto elsewhere = copyDatabase(source, m_places->nothing(u"sqlite"_qs), always);
        QCOMPARE(elsewhere.error().code, u"database.moved"_qs);
        QCOMPARE(elsewhere.error().args, QStringList{target.text()});
    }

    void endsWhatWasCutBetweenTheLastTwoSteps()
    {
        const DatabaseUrl source = m_places->workspace(u"sqlite"_qs);
        const DatabaseUrl givenUp = m_places->nothing(u"sqlite"_qs);
        QVERIFY(
            !copyDatabase(source, givenUp, [](const CopyProgress &progress) { return progress.phase != Phase::Verifying; }));
        const DatabaseUrl target = m_places->nothing(u"sqlite"_qs);
        QVERIFY(copyDatabase(source, target, always));
        QVERIFY(core::storage::UnfinishedCopy::begin(
            *opened(target), {textsOf(*opened(source), u"SELECT id FROM workspace"_qs).first(), source.text()}));
        QCOMPARE(core::storage::prepareDatabase(target).error().code, u"database.unfinished_copy"_qs);

        QCOMPARE(copyDatabase(source, givenUp, always).error().code, u"database.moved"_qs);
        QCOMPARE(core::storage::prepareDatabase(givenUp).error().code, u"database.unfinished_copy"_qs);

        const auto report = copyDatabase(source, target, always);
        QVERIFY2(report, qPrintable(told(report)));
        QVERIFY(report->wasDone);
        QCOMPARE(told(core::storage::prepareDatabase(target)), u"done"_qs);
    }

    void refusesToCopyNothingAndItself()
    {
        const DatabaseUrl nowhere = m_places->nothing(u"sqlite"_qs);
        QCOMPARE(copyDatabase(nowhere, m_places->workspace(u"sqlite"_qs), always).error().code, u"copy.no_source"_qs);
        QVERIFY(!QFile::exists(nowhere.path()));
        const DatabaseUrl source = m_places->workspace(u"sqlite"_qs);
        QCOMPARE(copyDatabase(source, source, always).error().fields.first().code, u"copy.same"_qs);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::DatabaseMoveTest)
#include "databasemovetest.moc"
