// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/databasecopier.h"

#include "core/interfaces/settingsrepository.h"
#include "core/storage/transaction.h"
#include "tests/storage/workspacefolder.h"

#include <QtTest>

#include <atomic>
#include <thread>

namespace tests {

using core::interfaces::UnitOfWork;
using core::interfaces::WhenPresent;
using core::storage::DatabaseCopier;
using core::storage::DatabaseUrl;
using core::storage::Transaction;

/** Backups; how they come back: databasereplacementtest.cpp. */
class DatabaseCopierTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WorkspaceFolder> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<WorkspaceFolder>(); }

    void aBackupHoldsWhatIsCommitted()
    {
        TestDatabase database;
        const auto writer = database.connect();
        QVERIFY(writer->runText(u"INSERT INTO remembered VALUES ('mark', 'committed')"_qs, u"test"_qs));
        const auto open = Transaction::begin(*writer, Transaction::Kind::Write);
        QVERIFY(open);
        QVERIFY(writer->runText(u"UPDATE remembered SET value = 'not yet'"_qs, u"test"_qs));

        const auto bytes = DatabaseCopier(database.url()).backUp(m_folder->path(u"saved.db"_qs));

        QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().code + bytes.error().detail));
        QCOMPARE(*bytes, QFileInfo(m_folder->path(u"saved.db"_qs)).size());
        QCOMPARE(m_folder->files(), QStringList{u"saved.db"_qs});
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(m_folder->path(u"saved.db"_qs)) & others));
        QCOMPARE(m_folder->markOf(u"saved.db"_qs), u"committed"_qs);
    }

    void aWriterDoesNotWaitForIt()
    {
        TestDatabase database;
        QVERIFY(
            database.connect()->runText(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) "
                                        "INSERT INTO remembered SELECT 'key ' || i, hex(randomblob(200)) FROM n"_qs,
                                        u"test"_qs));
        std::atomic<bool> ended = false;
        std::optional<core::Result<qint64>> copied;
        std::thread copying([&] {
            copied = DatabaseCopier(database.url()).backUp(m_folder->path(u"saved.db"_qs));
            ended = true;
        });
        const auto written = [this] {
            const auto parts = QDir(m_folder->path({})).entryInfoList({u"*.part"_qs});
            return parts.isEmpty() ? qint64{0} : parts.first().size();
        };
        int duringTheCopy = 0; // commits that began and ended while it grew
        while (!ended) {
            const qint64 before = written();
            database.write([](UnitOfWork &unit) { return unit.settings.remember(u"mark"_qs, u"meanwhile"_qs); });
            duringTheCopy += before > 0 && written() > before ? 1 : 0;
        }
        copying.join();

        QVERIFY(*copied);
        // One that had to wait would end with the copy.
        QVERIFY2(duringTheCopy > 1, qPrintable(QString::number(duringTheCopy)));
        QCOMPARE(numberOf(*m_folder->opened(m_folder->url(u"saved.db"_qs)),
                          u"SELECT count(*) FROM remembered WHERE key LIKE 'key %'"_qs),
                 200'000);
    }

    void aPlaceThatCannotBeIsRefused_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("code");

        QTest::newRow("itself") << u"w.db"_qs << u"backup.same_file"_qs;
        QTest::newRow("itself by another name") << u"link.db"_qs << u"backup.same_file"_qs;
        QTest::newRow("what is there") << u"other.db"_qs << u"file.exists"_qs;
        QTest::newRow("a link into nowhere") << u"nowhere.db"_qs << u"file.exists"_qs;
        QTest::newRow("folder") << u"folder"_qs << u"file.is_folder"_qs;
        QTest::newRow("no folder") << u"missing/saved.db"_qs << u"file.no_folder"_qs;
        QTest::newRow("unwritable") << u"/proc/saved.db"_qs << u"file.unwritable"_qs;
    }

    void aPlaceThatCannotBeIsRefused()
    {
        QFETCH(QString, target);
        QFETCH(QString, code);
        m_folder->makeWorkspace(u"w.db"_qs, u"here"_qs);
        m_folder->write(u"other.db"_qs, "precious");
        QVERIFY(QFile::link(m_folder->path(u"w.db"_qs), m_folder->path(u"link.db"_qs)));
        QVERIFY(QFile::link(m_folder->path(u"gone.db"_qs), m_folder->path(u"nowhere.db"_qs)));
        QVERIFY(QDir(m_folder->path({})).mkdir(u"folder"_qs));
        const QStringList before = m_folder->files();

        const QString place = target.startsWith(u'/') ? target : m_folder->path(target);
        const auto refused = DatabaseCopier(m_folder->url(u"w.db"_qs)).backUp(place);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, code);
        QCOMPARE(m_folder->files(), before);
        QCOMPARE(m_folder->contentOf(u"other.db"_qs), QByteArray("precious"));
    }

    void aDamagedWorkspaceLeavesNoBackup()
    {
        m_folder->makeWorkspace(u"w.db"_qs, u"here"_qs);
        QVERIFY(m_folder->opened(m_folder->url(u"w.db"_qs))->runText(u"PRAGMA journal_mode = DELETE"_qs, u"test"_qs));
        QByteArray content = m_folder->contentOf(u"w.db"_qs);
        QVERIFY(content.size() > 12 * 4096);
        content.replace(8 * 4096, 4 * 4096, QByteArray(4 * 4096, '\xff')); // whole pages, whatever is in them
        m_folder->write(u"w.db"_qs, content);
        const QStringList before = m_folder->files();

        const auto refused = DatabaseCopier(m_folder->url(u"w.db"_qs)).backUp(m_folder->path(u"saved.db"_qs));

        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, core::ErrorKind::Corrupt);
        QCOMPARE(m_folder->files(), before);
    }

    void nothingIsMadeOfNothing()
    {
        const auto refused = DatabaseCopier(m_folder->url(u"misspelt.db"_qs)).backUp(m_folder->path(u"saved.db"_qs));

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"file.missing"_qs);
        QCOMPARE(m_folder->files(), QStringList());
    }

    void postgresqlIsLeftToItsOwnPrograms()
    {
        DatabaseCopier copier(*DatabaseUrl::parse(u"postgresql://me@db:5432/sms"_qs));
        const auto noBackup = copier.backUp(m_folder->path(u"it's.dump"_qs));
        const auto noRestore = copier.bringIn(m_folder->path(u"it's.dump"_qs), WhenPresent::Refuse);

        QVERIFY(!noBackup && !noRestore);
        QCOMPARE(noBackup.error().code, u"backup.postgresql"_qs);
        QCOMPARE(noRestore.error().code, u"restore.postgresql"_qs);
        const QStringList words{u"'%1'"_qs.arg(m_folder->path(u"it'\\''s.dump"_qs)), u"'postgresql://me@db:5432/sms'"_qs};
        QCOMPARE(noBackup.error().args, words);
        QCOMPARE(noRestore.error().args, words);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::DatabaseCopierTest)
#include "databasecopiertest.moc"
