// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/writequeue.h"

#include <QtTest>
#include <atomic>
#include <thread>

namespace tests {

using core::storage::DatabaseUrl;
using core::storage::WriteQueue;

class WriteQueueTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    DatabaseUrl url() const { return DatabaseUrl::sqliteFile(m_folder.filePath(u"w.db"_qs)); }

private Q_SLOTS:
    void whoWaitsIsSeenByOthersAlone()
    {
        const WriteQueue waits(url());
        const WriteQueue other(url());
        QVERIFY(!other.isAwaited());
        {
            const WriteQueue::Place place(waits);
            QVERIFY(other.isAwaited());
            QVERIFY(!waits.isAwaited());
        }
        QVERIFY(!other.isAwaited());
    }

    void aServerHasNoFile()
    {
        QTemporaryDir here;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(here.path()));
        const WriteQueue queue(*DatabaseUrl::parse(u"postgresql://db/mailings"_qs));
        const WriteQueue::Place place(queue);
        queue.letOthersGo();
        QVERIFY(!queue.isAwaited());
        QVERIFY(QDir::setCurrent(before));
        QVERIFY(QDir(here.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void severalMayWaitAtOnce()
    {
        const WriteQueue first(url());
        const WriteQueue second(url());
        const WriteQueue third(url());
        std::optional<WriteQueue::Place> one(std::in_place, first);
        const WriteQueue::Place two(second);
        one.reset();
        QVERIFY(third.isAwaited());
    }

    void whoHasMuchToWriteGoesOnWhenNobodyWaitsAnyMore()
    {
        const WriteQueue waits(url());
        const WriteQueue bulk(url());
        bulk.letOthersGo(); // nobody waits
        std::optional<WriteQueue::Place> place(std::in_place, waits);
        std::atomic<bool> isHere = false;
        std::atomic<bool> hasLeft = false;
        bool wentOnAfterwards = false;
        std::thread importer([&] {
            isHere = true;
            bulk.letOthersGo();
            wentOnAfterwards = hasLeft;
        });
        QTRY_VERIFY(isHere);
        hasLeft = true;
        place.reset();
        importer.join();
        QVERIFY(wentOnAfterwards);
        // The right to go on is nobody's to keep.
        const WriteQueue::Place again(waits);
        QVERIFY(bulk.isAwaited());
    }

    void withoutAFileEverybodyIsAlone()
    {
        const DatabaseUrl nowhere = DatabaseUrl::sqliteFile(u"/proc/nowhere/w.db"_qs);
        const WriteQueue waits(nowhere);
        const WriteQueue other(nowhere);
        const WriteQueue::Place place(waits);
        QVERIFY(!other.isAwaited());
        other.letOthersGo();
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::WriteQueueTest)
#include "writequeuetest.moc"
