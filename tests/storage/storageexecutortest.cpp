// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/storageexecutor.h"
#include "core/interfaces/gatewayrepository.h"
#include "core/interfaces/settingsrepository.h"
#include "core/interfaces/userrepository.h"
#include "tests/storage/testdatabase.h"
#include "tests/support/builders.h"

#include <QSignalSpy>
#include <QtTest>

#include <semaphore>

namespace tests {

using core::interfaces::Change;
using core::interfaces::Changes;
using core::interfaces::Lane;
using core::interfaces::UnitOfWork;
using core::storage::StorageExecutor;

class StorageExecutorTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestDatabase> m_database;

    /** Holds the writing thread until it is opened, so that jobs pile up. */
    struct Gate
    {
        std::binary_semaphore entered{0};
        std::binary_semaphore opened{0};

        QFuture<core::Status> closeOn(StorageExecutor &executor)
        {
            auto held = executor.write(Lane::Dispatch, [this](UnitOfWork &) -> core::Status {
                entered.release();
                opened.acquire();
                return {};
            });
            entered.acquire();
            return held;
        }
    };

    static auto remembering(const QString &value)
    {
        return [value](UnitOfWork &unit) { return unit.settings.remember(u"k"_qs, value); };
    }

private Q_SLOTS:
    void init() { m_database = std::make_unique<TestDatabase>(); }

    void finishesAfterTheCommit()
    {
        StorageExecutor executor(m_database->url());
        QVERIFY(executor.write(Lane::Interactive, remembering(u"1"_qs)).result());
        QCOMPARE(m_database->read([](UnitOfWork &unit) { return unit.settings.remembered(u"k"_qs); }), u"1"_qs);
    }

    void rollsBackWhatReturnsAnError()
    {
        StorageExecutor executor(m_database->url());
        const auto result =
            executor
                .write(Lane::Interactive,
                       [](UnitOfWork &unit) -> core::Result<int> {
                           HELIOGRAPH_TRY(unit.settings.remember(u"k"_qs, u"half"_qs));
                           return core::Failure(core::Error::make(core::ErrorKind::Conflict, "test.refused"));
                       })
                .result();
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"test.refused"_qs);
        QCOMPARE(executor.read([](UnitOfWork &unit) { return unit.settings.remembered(u"k"_qs); }).result().value(),
                 QString());
    }

    void keepsTheOrderWithinALane()
    {
        StorageExecutor executor(m_database->url());
        QList<int> order;
        QList<QFuture<core::Status>> futures;
        for (int i = 0; i < 50; ++i)
            futures << executor.write(Lane::Interactive, [&order, i](UnitOfWork &) -> core::Status {
                order << i;
                return {};
            });
        for (const auto &future : futures)
            QVERIFY(future.result());
        QVERIFY(std::is_sorted(order.cbegin(), order.cend()));
        QCOMPARE(order.size(), 50);
    }

    void commitsTogetherWhatWaitsInTheDispatchLane()
    {
        StorageExecutor executor(m_database->url());
        QSignalSpy commits(&executor.changes(), &core::interfaces::ChangeFeed::changed);
        const auto adding = [](const QString &name) {
            return [name](UnitOfWork &unit) { return unit.gateways.insert(aGateway().name(name)); };
        };
        Gate gate;
        const auto held = gate.closeOn(executor);
        QList<QFuture<core::Result<core::GatewayId>>> futures;
        for (int i = 0; i < 6; ++i)
            futures << executor.write(Lane::Dispatch, adding(QString::number(i)));
        gate.opened.release();
        for (const auto &future : futures)
            QVERIFY(future.result());
        executor.close();
        QCOMPARE(commits.size(), 2); // of four and of two
    }

    void noneFailsForAnotherOneOfTheDispatchLane()
    {
        StorageExecutor executor(m_database->url());
        Gate gate;
        const auto held = gate.closeOn(executor);
        const auto noting = [](const QString &key) {
            return [key](UnitOfWork &unit) { return unit.settings.remember(key, key); };
        };
        const auto first = executor.write(Lane::Dispatch, noting(u"first"_qs));
        const auto refused = executor.write(Lane::Dispatch, [](UnitOfWork &unit) -> core::Status {
            HELIOGRAPH_TRY(unit.settings.remember(u"half"_qs, u"half"_qs));
            return core::Failure(core::Error::make(core::ErrorKind::Conflict, "test.refused"));
        });
        const auto last = executor.write(Lane::Dispatch, noting(u"last"_qs));
        gate.opened.release();
        QVERIFY(first.result() && last.result());
        QCOMPARE(refused.result().error().code, u"test.refused"_qs);
        const auto kept = [this](const QString &key) {
            return m_database->read([key](UnitOfWork &unit) { return unit.settings.remembered(key); });
        };
        QCOMPARE(kept(u"first"_qs), u"first"_qs);
        QCOMPARE(kept(u"half"_qs), QString());
        QCOMPARE(kept(u"last"_qs), u"last"_qs);
    }

    void lanesTakeTurns()
    {
        StorageExecutor executor(m_database->url());
        Gate gate;
        const auto held = gate.closeOn(executor);
        QString order;
        QList<QFuture<core::Status>> futures;
        const auto submit = [&](Lane lane, QChar sign) {
            futures << executor.write(lane, [&order, sign](UnitOfWork &) -> core::Status {
                order += sign;
                return {};
            });
        };
        for (int i = 0; i < 20; ++i)
            submit(Lane::Bulk, u'b');
        for (int i = 0; i < 3; ++i)
            submit(Lane::Dispatch, u'd');
        submit(Lane::Interactive, u'i');
        gate.opened.release();
        for (const auto &future : futures)
            QVERIFY(future.result());
        // An import of twenty batches lets the three claims, together, and the click through after one batch.
        QCOMPARE(order, u"ibddd"_qs + QString(19, u'b'));
    }

    void tellsWhatACommitTouched()
    {
        StorageExecutor executor(m_database->url());
        QSignalSpy changed(&executor.changes(), &core::interfaces::ChangeFeed::changed);
        QVERIFY(
            executor.write(Lane::Interactive, [](UnitOfWork &unit) { return unit.gateways.insert(aGateway()); }).result());
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().value<Changes>(), Changes(Change::Gateways));
    }

    void tellsNothingOfWhatWasRolledBack()
    {
        StorageExecutor executor(m_database->url());
        QSignalSpy changed(&executor.changes(), &core::interfaces::ChangeFeed::changed);
        QVERIFY(!executor
                     .write(Lane::Interactive,
                            [](UnitOfWork &unit) -> core::Status {
                                HELIOGRAPH_TRY(unit.gateways.insert(aGateway()));
                                return core::Failure(core::Error::make(core::ErrorKind::Cancelled, "cancelled"));
                            })
                     .result());
        QVERIFY(executor.write(Lane::Interactive, [](UnitOfWork &unit) { return unit.settings.set(u"a"_qs, u"b"_qs); })
                    .result());
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().value<Changes>(), Changes(Change::Settings));
    }

    void readsWhileItWrites()
    {
        StorageExecutor executor(m_database->url());
        Gate gate;
        const auto held = gate.closeOn(executor);
        QVERIFY(executor.read([](UnitOfWork &unit) { return unit.users.localUser(); }).result());
        gate.opened.release();
        QVERIFY(held.result());
    }

    void doesNotWriteInReads()
    {
        StorageExecutor executor(m_database->url());
        const auto refused =
            executor.read([](UnitOfWork &unit) { return unit.settings.remember(u"k"_qs, u"v"_qs); }).result();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"database.read_only"_qs);
    }

    void finishesEveryFutureWhenItEnds()
    {
        auto executor = std::make_unique<StorageExecutor>(m_database->url());
        Gate gate;
        const auto running = gate.closeOn(*executor);
        QList<QFuture<core::Status>> waiting;
        for (const Lane lane : {Lane::Dispatch, Lane::Interactive, Lane::Bulk})
            waiting << executor->write(lane, remembering(u"never"_qs));
        std::unique_ptr<QThread> ending(QThread::create([&executor] { executor.reset(); }));
        ending->start();
        for (const auto &future : waiting) {
            const core::Status ended = future.result();
            QVERIFY(!ended);
            QCOMPARE(ended.error().kind, core::ErrorKind::Cancelled);
            QCOMPARE(ended.error().code, u"database.closing"_qs);
        }
        QVERIFY(!running.isFinished());
        gate.opened.release();
        QVERIFY(ending->wait(10000));
        QVERIFY(running.result());
        QCOMPARE(m_database->read([](UnitOfWork &unit) { return unit.settings.remembered(u"k"_qs); }), QString());
    }

    void refusesWhatComesAfterItsEnd()
    {
        StorageExecutor executor(m_database->url());
        QVERIFY(executor.write(Lane::Interactive, remembering(u"1"_qs)).result());
        executor.close();
        for (const core::Status &late : {executor.write(Lane::Interactive, remembering(u"2"_qs)).result(),
                                         executor.read([](UnitOfWork &) -> core::Status { return {}; }).result()}) {
            QVERIFY(!late);
            QCOMPARE(late.error().kind, core::ErrorKind::Cancelled);
            QCOMPARE(late.error().code, u"database.closing"_qs);
        }
        executor.close(); // once more is no harm
        QCOMPARE(m_database->read([](UnitOfWork &unit) { return unit.settings.remembered(u"k"_qs); }), u"1"_qs);
    }

    void refusesMoreThanItCanHold()
    {
        StorageExecutor executor(m_database->url());
        Gate gate;
        const auto held = gate.closeOn(executor);
        QList<QFuture<core::Status>> futures;
        for (int i = 0; i < 1001; ++i)
            futures << executor.write(Lane::Bulk, [](UnitOfWork &) -> core::Status { return {}; });
        const core::Status refused = futures.last().result();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, core::ErrorKind::Throttled);
        auto other = executor.write(Lane::Interactive, remembering(u"goes in"_qs));
        gate.opened.release();
        QVERIFY(other.result());
        QVERIFY(futures.first().result());
    }

    void saysWhetherOtherThanBulkWorkWaits()
    {
        StorageExecutor executor(m_database->url());
        Gate gate;
        auto running = gate.closeOn(executor);
        auto bulk = executor.write(Lane::Bulk, remembering(u"1"_qs));
        executor.checkForForeignCommits();
        QVERIFY(!executor.isAwaited());
        auto urgent = executor.write(Lane::Dispatch, remembering(u"2"_qs));
        QVERIFY(executor.isAwaited());
        gate.opened.release();
        QVERIFY(running.result() && bulk.result() && urgent.result());
        QVERIFY(!executor.isAwaited());
    }

    void comesBackWithTheDatabase()
    {
        QTemporaryDir folder;
        const auto url = core::storage::DatabaseUrl::sqliteFile(folder.filePath(u"away/w.db"_qs));
        StorageExecutor executor(url);
        const auto failed = executor.write(Lane::Interactive, remembering(u"1"_qs)).result();
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, core::ErrorKind::Unavailable);
        QVERIFY(QDir(folder.path()).mkdir(u"away"_qs));
        QVERIFY(core::storage::prepareDatabase(url));
        QVERIFY(executor.write(Lane::Interactive, remembering(u"1"_qs)).result());
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::StorageExecutorTest)
#include "storageexecutortest.moc"
