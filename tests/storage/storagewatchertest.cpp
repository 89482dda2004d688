// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/storagewatcher.h"
#include "core/interfaces/settingsrepository.h"
#include "tests/storage/testdatabase.h"

#include <QSignalSpy>
#include <QtTest>

#include <atomic>

namespace tests {

using core::interfaces::Changes;
using core::interfaces::Lane;
using core::interfaces::UnitOfWork;
using core::storage::StorageWatcher;

class StorageWatcherTest : public QObject
{
    Q_OBJECT

    static core::Status remember(UnitOfWork &unit)
    {
        return unit.settings.remember(u"k"_qs, QString::number(QRandomGenerator::global()->generate()));
    }

private Q_SLOTS:
    void noticesCommitsOfOthers()
    {
        TestDatabase database;
        std::atomic<int> noticed = 0;
        const StorageWatcher watcher(database.url(), [&noticed] { ++noticed; });
        // Until it has looked once, it cannot know what is new.
        QTRY_VERIFY((database.write(remember), noticed > 0));
        const int before = noticed;
        database.write(remember);
        QTRY_VERIFY(noticed > before);
    }

    void waitsForADatabaseThatIsNotThereYet()
    {
        QTemporaryDir folder;
        const auto url = core::storage::DatabaseUrl::sqliteFile(folder.filePath(u"later/w.db"_qs));
        std::atomic<int> noticed = 0;
        const StorageWatcher watcher(url, [&noticed] { ++noticed; });
        QVERIFY(QDir(folder.path()).mkdir(u"later"_qs));
        const auto opened = core::storage::openDirectly(url);
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().code + opened.error().detail));
        QTRY_VERIFY(((*opened)->write(Lane::Interactive, remember).takeResult().has_value(), noticed > 0));
    }

    void tellsOfEverythingWhenAnotherProcessWrites()
    {
        TestDatabase other;
        const auto workspace = core::storage::Workspace::open(other.url());
        QVERIFY(workspace);
        QVERIFY((*workspace)->executor().write(Lane::Interactive, remember).result());
        QSignalSpy changed(&(*workspace)->changes(), &core::interfaces::ChangeFeed::changed);
        QTRY_VERIFY((other.write(remember), !changed.isEmpty()));
        QCOMPARE(changed.first().first().value<Changes>(), core::interfaces::everythingChanged);
    }

    void doesNotTakeItsOwnCommitsForForeignOnes()
    {
        TestDatabase seeder;
        const auto workspace = core::storage::Workspace::open(seeder.url());
        QVERIFY(workspace);
        QSignalSpy changed(&(*workspace)->changes(), &core::interfaces::ChangeFeed::changed);
        std::atomic<int> looked = 0;
        const StorageWatcher witness(seeder.url(), [&looked] { ++looked; });
        // The witness, which looks as often as the workspace's own watcher, has seen several of these commits.
        while (looked < 3)
            QVERIFY((*workspace)
                        ->executor()
                        .write(Lane::Interactive,
                               [](UnitOfWork &unit) {
                                   return unit.settings.set(u"zone"_qs,
                                                            QString::number(QRandomGenerator::global()->generate()));
                               })
                        .result());
        QVERIFY(!changed.isEmpty());
        for (const QList<QVariant> &emitted : changed)
            QCOMPARE(emitted.first().value<Changes>(), Changes(core::interfaces::Change::Settings));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::StorageWatcherTest)
#include "storagewatchertest.moc"
