// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/databasecopy.h"
#include "tests/storage/copyplaces.h"

#include <QtTest>

namespace tests {

using core::ErrorKind;
using core::Status;
using core::storage::CopyProgress;
using core::storage::CopyWatcher;
using core::storage::DatabaseUrl;
using Phase = CopyProgress::Phase;

namespace {

/** Stops with the first batch of tags. */
CopyWatcher untilTags()
{
    return [](const CopyProgress &progress) { return progress.table != u"tags"; };
}

} // namespace

/** What is copied, held against another way of reading it. */
class DatabaseCopyTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<CopyPlaces> m_places;

private Q_SLOTS:
    void init() { m_places = std::make_unique<CopyPlaces>(); }
    void cleanup() { m_places.reset(); }

    void copiesEveryRowOfEveryTable_data() { CopyPlaces::addDirections(); }

    void copiesEveryRowOfEveryTable()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const DatabaseUrl source = m_places->workspace(from);
        fill(source);
        addTags(source, 1200);
        const auto wanted = contentsOf(source);
        QVERIFY(wanted.size() > 20);
        for (const QStringList &rows : wanted)
            QVERIFY(rows.size() >= 3);
        const QString origin = u"SELECT id FROM workspace"_qs;
        const QStringList workspaceId = textsOf(*opened(source), origin);

        const DatabaseUrl target = m_places->nothing(to);
        const auto report = copyDatabase(source, target, always);

        QVERIFY2(report, qPrintable(told(report)));
        QCOMPARE(report->tables, wanted.size());
        QCOMPARE(report->rows, std::accumulate(wanted.begin(), wanted.end(), qint64(0),
                                               [](qint64 sum, const auto &rows) { return sum + rows.size(); }));
        QVERIFY(!report->wasDone);
        QCOMPARE(contentsOf(target), wanted);
        QCOMPARE(textsOf(*opened(target), origin), workspaceId);
        QCOMPARE(told(core::storage::prepareDatabase(target)), u"done"_qs);
        QCOMPARE(contentsOf(source), wanted);
        QCOMPARE(core::storage::prepareDatabase(source).error().args, QStringList{target.text()});
    }

    void goesOnWhereItStopped_data() { CopyPlaces::addDirections(); }

    void goesOnWhereItStopped()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const DatabaseUrl source = m_places->workspace(from);
        fill(source);
        addTags(source, 1200);
        const DatabaseUrl target = m_places->nothing(to);

        const auto stopped = copyDatabase(source, target, untilTags());

        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QCOMPARE(stopped.error().code, u"copy.stopped"_qs);
        QCOMPARE(told(core::storage::prepareDatabase(source)), u"done"_qs);
        QCOMPARE(core::storage::prepareDatabase(target).error().code, u"database.unfinished_copy"_qs);
        QCOMPARE(numberOf(*opened(target), u"SELECT count(*) FROM tags"_qs), 500);

        // The original stays in use. Phones and names change owners: what the copy has of before must not stand in the way.
        run(source, u"UPDATE tags SET folded = 'of 1003' WHERE id = 1400"_qs);
        run(source, u"UPDATE tags SET folded = 'tag 1400' WHERE id = 1003"_qs);
        run(source, u"DELETE FROM tags WHERE id = 1100"_qs);
        run(source, u"DELETE FROM clients WHERE id = 20"_qs);
        run(source, u"DELETE FROM attribute_keys WHERE clients > 0"_qs);
        const auto wanted = contentsOf(source);
        QList<Phase> phases;
        const auto report = copyDatabase(source, target, [&phases](const CopyProgress &progress) {
            if (phases.isEmpty() || phases.last() != progress.phase)
                phases << progress.phase;
            return true;
        });

        QVERIFY2(report, qPrintable(told(report)));
        QCOMPARE(phases, (QList<Phase>{Phase::Comparing, Phase::Copying, Phase::Verifying}));
        QCOMPARE(contentsOf(target), wanted);
        QCOMPARE(told(core::storage::prepareDatabase(target)), u"done"_qs);
    }

    void keepsWhatAnEarlierAttemptHasCopied()
    {
        const DatabaseUrl source = m_places->workspace(u"sqlite"_qs);
        addTags(source, 1200);
        const DatabaseUrl target = m_places->nothing(u"postgresql"_qs);
        QVERIFY(!copyDatabase(source, target, untilTags()));
        // Who has written a row last.
        const QString writers = u"SELECT DISTINCT CAST(xmin AS TEXT) FROM tags WHERE id < 1500"_qs;
        const QStringList before = textsOf(*opened(target), writers);
        QCOMPARE(before.size(), 1);

        const auto report = copyDatabase(source, target, always);

        QVERIFY2(report, qPrintable(told(report)));
        QCOMPARE(textsOf(*opened(target), writers), before);
    }

    void tellsHowFarItIs()
    {
        const DatabaseUrl source = m_places->workspace(u"sqlite"_qs);
        addTags(source, 1200);
        QMap<Phase, CopyProgress> last;
        qint64 steps = 0;
        QVERIFY(copyDatabase(source, m_places->nothing(u"sqlite"_qs), [&](const CopyProgress &progress) {
            last.insert(progress.phase, progress);
            ++steps;
            return true;
        }));
        QVERIFY(steps > 6);
        QCOMPARE(last.value(Phase::Copying).of, 1201); // and the local user
        QCOMPARE(last.value(Phase::Copying).rows, 1201);
        QCOMPARE(last.value(Phase::Verifying).rows, 1201);
        QVERIFY(!last.contains(Phase::Comparing));
    }

    void looksAtATargetWithoutFillingIt_data() { CopyPlaces::addDirections(); }

    void looksAtATargetWithoutFillingIt()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const DatabaseUrl source = m_places->workspace(from);
        addTags(source, 1200);
        const DatabaseUrl target = m_places->nothing(to);
        const auto before = contentsOf(source);

        QCOMPARE(told(checkCopy(source, target)), u"done"_qs);
        QCOMPARE(numberOf(*opened(target), u"SELECT count(*) FROM tags"_qs), 0);
        QCOMPARE(contentsOf(source), before);
        QVERIFY(!copyDatabase(source, target, untilTags()));
        QCOMPARE(told(checkCopy(source, target)), u"done"_qs); // a part of the same copy

        const DatabaseUrl other = m_places->workspace(to);
        addTags(other, 1);
        const auto used = checkCopy(source, other);
        QCOMPARE(used.error().code, u"copy.not_empty"_qs);
        QCOMPARE(used.error().args, (QStringList{other.text(), u"tags"_qs}));
        const DatabaseUrl stranger = m_places->workspace(from);
        QCOMPARE(checkCopy(stranger, target).error().args, (QStringList{target.text(), u"unfinished_copy"_qs}));
        QCOMPARE(checkCopy(source, source).error().fields.value(0).code, u"copy.same"_qs);
    }

    void findsADifference_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("rows");
        for (const QString &kind : {u"sqlite"_qs, u"postgresql"_qs}) {
            const QByteArray name = kind.toLatin1();
            QTest::addRow("another value, %s", name.constData())
                << kind << u"UPDATE tags SET label = 'x' WHERE id = 6"_qs << u"3"_qs;
            QTest::addRow("a row less, %s", name.constData()) << kind << u"DELETE FROM tags WHERE id = 7"_qs << u"2"_qs;
            QTest::addRow("a row more, %s", name.constData())
                << kind << u"INSERT INTO tags (id, label, folded) VALUES (8, 'x', 'x')"_qs << u"4"_qs;
        }
    }

    void findsADifference()
    {
        QFETCH(QString, kind);
        QFETCH(QString, sql);
        QFETCH(QString, rows);
        const DatabaseUrl source = m_places->workspace(CopyPlaces::other(kind));
        fill(source);
        const DatabaseUrl target = m_places->nothing(kind);
        bool isPlanted = false;

        const auto refused = copyDatabase(source, target, [&](const CopyProgress &progress) {
            if (progress.phase == Phase::Verifying && !std::exchange(isPlanted, true))
                run(target, sql);
            return true;
        });

        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Corrupt);
        QCOMPARE(refused.error().code, u"copy.differs"_qs);
        QCOMPARE(refused.error().args, (QStringList{u"tags"_qs, u"3"_qs, rows}));
        QCOMPARE(told(core::storage::prepareDatabase(source)), u"done"_qs);
        QCOMPARE(core::storage::prepareDatabase(target).error().code, u"database.unfinished_copy"_qs);
    }

    void letsNobodyWriteIntoTheSourceMeanwhile_data() { CopyPlaces::addKinds(); }

    void letsNobodyWriteIntoTheSourceMeanwhile()
    {
        QFETCH(QString, kind);
        const DatabaseUrl source = m_places->workspace(kind);
        const auto window = opened(source);
        QVERIFY(window->runText(kind == u"sqlite" ? u"PRAGMA busy_timeout = 0"_qs : u"SET lock_timeout = '50ms'"_qs,
                                u"test"_qs));
        Status written;
        qint64 seen = 0;

        const auto report =
            copyDatabase(source, m_places->nothing(CopyPlaces::other(kind)), [&](const CopyProgress &progress) {
                if (progress.phase == Phase::Copying) {
                    written = window->runText(u"INSERT INTO instances (label, started_at, seen_at, counted) "
                                              "VALUES ('late', 0, 0, 0)"_qs,
                                              u"test"_qs);
                    seen = numberOf(*window, u"SELECT count(*) FROM users"_qs);
                }
                return true;
            });

        QVERIFY2(report, qPrintable(told(report)));
        QVERIFY(!written);
        QCOMPARE(written.error().code, u"database.locked"_qs);
        QCOMPARE(seen, 1);
    }

    void namesARowThatTheServerCannotStore()
    {
        const DatabaseUrl source = m_places->workspace(u"sqlite"_qs);
        run(source, u"INSERT INTO settings VALUES ('odd', 'a' || char(0) || 'b')"_qs);
        const auto refused = copyDatabase(source, m_places->nothing(u"postgresql"_qs), always);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"copy.unstorable"_qs);
        QCOMPARE(refused.error().args, (QStringList{u"settings"_qs, u"odd"_qs, u"value"_qs}));
        QVERIFY(copyDatabase(source, m_places->nothing(u"sqlite"_qs), always));
    }

    void namesARowThatDoesNotFitItsColumn()
    {
        const DatabaseUrl source = m_places->workspace(u"sqlite"_qs);
        run(source, u"INSERT INTO clients (id, phone, operator_code, timezone_id, attributes, created_at, updated_at) "
                    "VALUES (4, 'unknown', '', 1, '', 0, 0)"_qs);
        const auto refused = copyDatabase(source, m_places->nothing(u"postgresql"_qs), always);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Corrupt);
        QCOMPARE(refused.error().code, u"copy.value"_qs);
        QCOMPARE(refused.error().args, (QStringList{u"clients"_qs, u"4"_qs, u"phone"_qs}));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::DatabaseCopyTest)
#include "databasecopytest.moc"
