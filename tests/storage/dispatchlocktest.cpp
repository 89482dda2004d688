// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/dispatchlock.h"

#include <QtTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace tests {

using core::storage::DatabaseUrl;
using core::storage::DispatchLock;

class DispatchLockTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    DatabaseUrl url(const QString &name = u"w.db"_qs) const { return DatabaseUrl::sqliteFile(m_folder.filePath(name)); }

private Q_SLOTS:
    void isGivenToOneOnly()
    {
        auto first = DispatchLock::tryTake(url());
        QVERIFY(first && *first);
        const auto second = DispatchLock::tryTake(url());
        QVERIFY(second);
        QVERIFY(!*second);
        first->reset();
        const auto third = DispatchLock::tryTake(url());
        QVERIFY(third && *third);
    }

    void isTheSameByEveryNameOfTheFile()
    {
        QFile file(m_folder.filePath(u"named.db"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(file.fileName(), m_folder.filePath(u"link.db"_qs)));
        QVERIFY(QFile::link(m_folder.path(), m_folder.filePath(u"folder"_qs)));
        const auto first = DispatchLock::tryTake(url(u"named.db"_qs));
        QVERIFY(first && *first);
        for (const QString &name : {u"link.db"_qs, u"folder/named.db"_qs, u"folder/link.db"_qs, u"folder/../named.db"_qs}) {
            const auto second = DispatchLock::tryTake(url(name));
            QVERIFY2(second && !*second, qPrintable(name));
        }
        const auto fresh = DispatchLock::tryTake(url(u"folder/fresh.db"_qs));
        QVERIFY(fresh && *fresh);
        const auto again = DispatchLock::tryTake(url(u"fresh.db"_qs));
        QVERIFY(again && !*again);
    }

    void isAnotherOneForAnotherWorkspace()
    {
        const auto first = DispatchLock::tryTake(url());
        const auto other = DispatchLock::tryTake(url(u"other.db"_qs));
        QVERIFY(first && *first);
        QVERIFY(other && *other);
    }

    void passesOnWhenItsOwnerIsKilled()
    {
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t owner = ::fork();
        QVERIFY(owner >= 0);
        if (owner == 0) {
            const auto taken = DispatchLock::tryTake(url());
            const char said = taken && *taken ? 'y' : 'n';
            const bool told = ::write(ready[1], &said, 1) == 1;
            ::pause();
            ::_exit(told ? 0 : 1);
        }
        char said = 0;
        QCOMPARE(::read(ready[0], &said, 1), 1);
        QCOMPARE(said, 'y');
        const auto meanwhile = DispatchLock::tryTake(url());
        QVERIFY(meanwhile && !*meanwhile);

        QCOMPARE(::kill(owner, SIGKILL), 0);
        QCOMPARE(::waitpid(owner, nullptr, 0), owner);
        const auto after = DispatchLock::tryTake(url());
        QVERIFY(after && *after);
        ::close(ready[0]);
        ::close(ready[1]);
    }

    void saysWhereItCannotBe()
    {
        const auto refused = DispatchLock::tryTake(url(u"missing/w.db"_qs));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, core::ErrorKind::Unavailable);
        QCOMPARE(refused.error().code, u"dispatch.lock_file"_qs);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::DispatchLockTest)
#include "dispatchlocktest.moc"
