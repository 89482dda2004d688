// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/databasereplacement.h"

#include "core/interfaces/settingsrepository.h"
#include "core/storage/databasecopier.h"
#include "core/storage/migrator.h"
#include "tests/storage/workspacefolder.h"

#include <QtTest>

namespace tests {

using core::interfaces::UnitOfWork;
using core::interfaces::WhenPresent;
using core::storage::DatabaseCopier;
using core::storage::DispatchLock;
using core::storage::Migrator;
using core::storage::StatementCatalog;

/** How a backup comes back, through DatabaseCopier::bringIn(). */
class DatabaseReplacementTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WorkspaceFolder> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<WorkspaceFolder>(); }

    void aBackupBecomesAWorkspaceWithMessageIdsOfItsOwn()
    {
        m_folder->makeWorkspace(u"w.db"_qs, u"here"_qs);
        const QString base = u"SELECT message_id_base FROM workspace"_qs;
        const QString id = u"SELECT 1 FROM workspace WHERE id = '%1'"_qs.arg(
            textsOf(*m_folder->opened(m_folder->url(u"w.db"_qs)), u"SELECT id FROM workspace"_qs).value(0));
        const qint64 before = numberOf(*m_folder->opened(m_folder->url(u"w.db"_qs)), base);
        QVERIFY(DatabaseCopier(m_folder->url(u"w.db"_qs)).backUp(m_folder->path(u"saved.db"_qs)));
        const QByteArray saved = m_folder->contentOf(u"saved.db"_qs);

        auto replacement =
            DatabaseCopier(m_folder->url(u"new.db"_qs)).bringIn(m_folder->path(u"saved.db"_qs), WhenPresent::Refuse);
        QVERIFY2(replacement, replacement ? "" : qPrintable(replacement.error().code + replacement.error().detail));
        QVERIFY(!QFile::exists(m_folder->path(u"new.db"_qs)));
        QCOMPARE(*(*replacement)->putInPlace(), QString());
        replacement->reset();

        m_folder->removeLocks();
        QCOMPARE(m_folder->files(), (QStringList{u"new.db"_qs, u"saved.db"_qs, u"w.db"_qs}));
        QCOMPARE(m_folder->contentOf(u"saved.db"_qs), saved);
        QCOMPARE(m_folder->markOf(u"new.db"_qs), u"here"_qs);
        const auto connection = m_folder->opened(m_folder->url(u"new.db"_qs));
        QVERIFY(numberOf(*connection, base) > before);
        QCOMPARE(numberOf(*connection, base),
                 numberOf(*connection, u"SELECT seq FROM sqlite_sequence WHERE name = 'messages'"_qs));
        QCOMPARE(numberOf(*connection, id), 1); // and so the key opens its secrets
    }

    void anOlderBackupComesToTheNewestSchemaWithoutAFurtherCopy()
    {
        const QList<core::storage::Migration> known = StatementCatalog::migrations(u"sqlite"_qs);
        {
            const auto connection = m_folder->opened(m_folder->url(u"old.db"_qs));
            QVERIFY(Migrator(*connection, m_folder->url(u"old.db"_qs), {known.first()}).run());
        }
        auto replacement =
            DatabaseCopier(m_folder->url(u"new.db"_qs)).bringIn(m_folder->path(u"old.db"_qs), WhenPresent::Refuse);
        QVERIFY(replacement);
        QVERIFY((*replacement)->putInPlace());
        replacement->reset();

        m_folder->removeLocks();
        QCOMPARE(m_folder->files(), (QStringList{u"new.db"_qs, u"old.db"_qs}));
        const QString steps = u"SELECT count(*) FROM schema_migrations"_qs;
        QCOMPARE(numberOf(*m_folder->opened(m_folder->url(u"new.db"_qs)), steps), known.size());
        QCOMPARE(numberOf(*m_folder->opened(m_folder->url(u"old.db"_qs)), steps), 1);
    }

    void whatIsNoBackupIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");

        QTest::newRow("missing") << u"missing.db"_qs << u"file.missing"_qs;
        QTest::newRow("folder") << u"folder"_qs << u"file.is_folder"_qs;
        QTest::newRow("empty") << u"empty.db"_qs << u"restore.foreign"_qs;
        QTest::newRow("text") << u"notes.txt"_qs << u"restore.foreign"_qs;
        QTest::newRow("a stranger's database") << u"recipes.db"_qs << u"restore.foreign"_qs;
        QTest::newRow("newer") << u"newer.db"_qs << u"database.newer"_qs;
        QTest::newRow("cut off") << u"cut.db"_qs << u"restore.damaged"_qs;
        QTest::newRow("the workspace itself") << u"w.db"_qs << u"restore.same_file"_qs;
    }

    void whatIsNoBackupIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(QString, code);
        m_folder->makeWorkspace(u"w.db"_qs, u"here"_qs);
        QVERIFY(QDir(m_folder->path({})).mkdir(u"folder"_qs));
        m_folder->write(u"empty.db"_qs, {});
        m_folder->write(u"notes.txt"_qs, QByteArray(8192, 'x'));
        QVERIFY(m_folder->opened(m_folder->url(u"recipes.db"_qs))->runText(u"CREATE TABLE recipes (name)"_qs, u"test"_qs));
        m_folder->makeWorkspace(u"newer.db"_qs, u"later"_qs);
        QVERIFY(m_folder->opened(m_folder->url(u"newer.db"_qs))
                    ->runText(u"INSERT INTO schema_migrations VALUES (4711, 'later', 'x', 0)"_qs, u"test"_qs));
        QVERIFY(DatabaseCopier(m_folder->url(u"w.db"_qs)).backUp(m_folder->path(u"whole.db"_qs)));
        const QByteArray whole = m_folder->contentOf(u"whole.db"_qs);
        m_folder->write(u"cut.db"_qs, whole.left(whole.size() / 2 / 4096 * 4096));
        m_folder->removeLocks();
        const QStringList before = m_folder->files();

        const auto refused =
            DatabaseCopier(m_folder->url(u"w.db"_qs)).bringIn(m_folder->path(name), WhenPresent::KeepBeside);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, code);
        m_folder->removeLocks();
        QCOMPARE(m_folder->files(), before);
        QCOMPARE(m_folder->markOf(u"w.db"_qs), u"here"_qs);
    }

    void aWorkspaceThatIsThereIsReplacedOnlyWhenAskedAndKept()
    {
        m_folder->makeWorkspace(u"w.db"_qs, u"present"_qs);
        m_folder->makeWorkspace(u"other.db"_qs, u"saved"_qs);
        QVERIFY(QFile::setPermissions(m_folder->path(u"w.db"_qs), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        DatabaseCopier copier(m_folder->url(u"w.db"_qs));
        QCOMPARE(copier.bringIn(m_folder->path(u"other.db"_qs), WhenPresent::Refuse).error().code, u"restore.exists"_qs);
        QCOMPARE(m_folder->markOf(u"w.db"_qs), u"present"_qs);

        auto replacement = copier.bringIn(m_folder->path(u"other.db"_qs), WhenPresent::KeepBeside);
        QVERIFY2(replacement, replacement ? "" : qPrintable(replacement.error().code + replacement.error().detail));
        const auto former = (*replacement)->putInPlace();
        QVERIFY(former);
        replacement->reset();

        const QString name = QFileInfo(*former).fileName();
        QVERIFY2(name.startsWith(u"w.db.before-restore-20"), qPrintable(name));
        QCOMPARE(m_folder->markOf(u"w.db"_qs), u"saved"_qs);
        QCOMPARE(m_folder->markOf(name), u"present"_qs);
        QVERIFY(QFile::permissions(m_folder->path(u"w.db"_qs)) & QFile::ReadGroup);
    }

    void aReplacementThatIsGivenUpLeavesEverythingAsItWas()
    {
        m_folder->makeWorkspace(u"w.db"_qs, u"present"_qs);
        m_folder->makeWorkspace(u"other.db"_qs, u"saved"_qs);
        m_folder->removeLocks();
        const QStringList before = m_folder->files();

        auto replacement =
            DatabaseCopier(m_folder->url(u"w.db"_qs)).bringIn(m_folder->path(u"other.db"_qs), WhenPresent::KeepBeside);
        QVERIFY(replacement);
        const auto written = (*replacement)->executor().write(core::interfaces::Lane::Interactive, [](UnitOfWork &unit) {
            return unit.settings.remember(u"mark"_qs, u"changed"_qs);
        });
        QVERIFY(written.result());
        replacement->reset();

        m_folder->removeLocks();
        QCOMPARE(m_folder->files(), before);
        QCOMPARE(m_folder->markOf(u"w.db"_qs), u"present"_qs);
    }

    void aWorkspaceThatIsInUseIsLeftAlone()
    {
        m_folder->makeWorkspace(u"saved.db"_qs, u"saved"_qs);
        TestDatabase database; // keeps a connection, as a window or a server does
        DatabaseCopier copier(database.url());
        const auto open = copier.bringIn(m_folder->path(u"saved.db"_qs), WhenPresent::KeepBeside);
        QVERIFY(!open);
        QCOMPARE(open.error().code, u"restore.in_use"_qs);
        database.write([](UnitOfWork &unit) { return unit.settings.remember(u"still"_qs, u"works"_qs); });

        m_folder->makeWorkspace(u"w.db"_qs, u"present"_qs);
        const auto right = DispatchLock::tryTake(m_folder->url(u"w.db"_qs));
        QVERIFY(right && *right);
        const auto sending =
            DatabaseCopier(m_folder->url(u"w.db"_qs)).bringIn(m_folder->path(u"saved.db"_qs), WhenPresent::KeepBeside);
        QVERIFY(!sending);
        QCOMPARE(sending.error().code, u"restore.in_use"_qs);
        QCOMPARE(m_folder->markOf(u"w.db"_qs), u"present"_qs);
    }

    void nobodyDispatchesOrReadsWhileItIsReplaced()
    {
        m_folder->makeWorkspace(u"w.db"_qs, u"present"_qs);
        m_folder->makeWorkspace(u"saved.db"_qs, u"saved"_qs);
        auto replacement =
            DatabaseCopier(m_folder->url(u"w.db"_qs)).bringIn(m_folder->path(u"saved.db"_qs), WhenPresent::KeepBeside);
        QVERIFY(replacement);

        const auto right = DispatchLock::tryTake(m_folder->url(u"w.db"_qs));
        QVERIFY(right && !*right);
        const auto prepared = core::storage::prepareDatabase(m_folder->url(u"w.db"_qs));
        QVERIFY(!prepared);
        QCOMPARE(prepared.error().code, u"database.locked"_qs);

        QVERIFY((*replacement)->putInPlace());
        replacement->reset();
        QCOMPARE(m_folder->markOf(u"w.db"_qs), u"saved"_qs);
    }

    void whoeverMadeAWorkspaceMeanwhileKeepsIt()
    {
        m_folder->makeWorkspace(u"saved.db"_qs, u"saved"_qs);
        auto replacement =
            DatabaseCopier(m_folder->url(u"w.db"_qs)).bringIn(m_folder->path(u"saved.db"_qs), WhenPresent::Refuse);
        QVERIFY(replacement);
        m_folder->makeWorkspace(u"w.db"_qs, u"faster"_qs);

        const auto refused = (*replacement)->putInPlace();

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"file.exists"_qs);
        replacement->reset();
        QCOMPARE(m_folder->markOf(u"w.db"_qs), u"faster"_qs);
    }

    void whatIsTooDamagedToBeOpenedIsReplacedTogetherWithItsLog()
    {
        m_folder->makeWorkspace(u"saved.db"_qs, u"saved"_qs);
        m_folder->write(u"w.db"_qs, QByteArray(8192, 'x'));
        m_folder->write(u"w.db-wal"_qs, "a log of another file");

        auto replacement =
            DatabaseCopier(m_folder->url(u"w.db"_qs)).bringIn(m_folder->path(u"saved.db"_qs), WhenPresent::KeepBeside);
        QVERIFY2(replacement, replacement ? "" : qPrintable(replacement.error().code + replacement.error().detail));
        const auto former = (*replacement)->putInPlace();
        QVERIFY(former);
        replacement->reset();

        const QString name = QFileInfo(*former).fileName();
        QCOMPARE(m_folder->contentOf(name), QByteArray(8192, 'x'));
        QCOMPARE(m_folder->markOf(u"w.db"_qs), u"saved"_qs);
        QVERIFY(m_folder->contentOf(u"w.db-wal"_qs) != QByteArray("a log of another file"));
    }

    void aLogWithoutItsDatabaseIsNotTakenForTheNewOnes()
    {
        m_folder->makeWorkspace(u"saved.db"_qs, u"saved"_qs);
        m_folder->makeWorkspace(u"w.db"_qs, u"present"_qs);
        {
            const auto connection = m_folder->opened(m_folder->url(u"w.db"_qs));
            QVERIFY(connection->runText(u"UPDATE remembered SET value = 'from the log'"_qs, u"test"_qs));
            QVERIFY(QFile::copy(m_folder->path(u"w.db-wal"_qs), m_folder->path(u"kept"_qs)));
        }
        QVERIFY(QFile::remove(m_folder->path(u"w.db"_qs)));
        QVERIFY(QFile::rename(m_folder->path(u"kept"_qs), m_folder->path(u"w.db-wal"_qs)));

        auto replacement =
            DatabaseCopier(m_folder->url(u"w.db"_qs)).bringIn(m_folder->path(u"saved.db"_qs), WhenPresent::Refuse);
        QVERIFY(replacement);
        QVERIFY((*replacement)->putInPlace());
        replacement->reset();

        QCOMPARE(m_folder->markOf(u"w.db"_qs), u"saved"_qs);
        QCOMPARE(textsOf(*m_folder->opened(m_folder->url(u"w.db"_qs)), u"PRAGMA integrity_check"_qs), QStringList{u"ok"_qs});
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::DatabaseReplacementTest)
#include "databasereplacementtest.moc"
