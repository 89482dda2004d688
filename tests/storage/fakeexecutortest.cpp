// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The fake executor: what it promises to the tests that stand on it.

#include "tests/support/builders.h"
#include "tests/support/fakeworkspace.h"

#include <QtTest>

using namespace core::interfaces;

namespace tests {

class FakeExecutorTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FakeWorkspace> m_workspace;

    QFuture<core::Result<core::ClientId>> insert(int phone)
    {
        return m_workspace->executor.write(
            Lane::Interactive, [phone](UnitOfWork &unit) { return unit.clients.insert(aClient().phone(phone)); });
    }

    QFuture<core::Result<qint64>> count()
    {
        return m_workspace->executor.read([](UnitOfWork &unit) { return unit.clients.count({}); });
    }

private Q_SLOTS:
    void init() { m_workspace = std::make_unique<FakeWorkspace>(); }

    void runsAtOnce()
    {
        QVERIFY(insert(1).isFinished());
        QCOMPARE(count().result().value(), 1);
        QCOMPARE(m_workspace->executor.writes(), 1);
    }

    void rollsBackAFailedWrite()
    {
        const auto failed = m_workspace->executor.write(Lane::Bulk, [](UnitOfWork &unit) -> core::Status {
            HELIOGRAPH_TRY(unit.clients.insert(aClient()));
            return core::Failure(core::Error::make(core::ErrorKind::Cancelled, "internal"));
        });
        QCOMPARE(failed.result().error().kind, core::ErrorKind::Cancelled);
        QCOMPARE(count().result().value(), 0);
    }

    void failsAsAFullDiskDoes()
    {
        m_workspace->executor.failWrites(core::Error::make(core::ErrorKind::Unavailable, "internal"));
        QCOMPARE(insert(1).result().error().kind, core::ErrorKind::Unavailable);
        QCOMPARE(count().result().value(), 0);
        m_workspace->executor.failWrites({});
        QVERIFY(insert(1).result());
        m_workspace->executor.failReads(core::Error::make(core::ErrorKind::Unavailable, "internal"));
        QVERIFY(!count().result());
    }

    void holdsJobsInOrderUntilItIsToldToGoOn()
    {
        m_workspace->executor.hold();
        const auto inserted = insert(1);
        const auto counted = count();
        QVERIFY(!inserted.isFinished());
        QCOMPARE(m_workspace->executor.heldJobs(), 2);
        m_workspace->executor.resume();
        QVERIFY(inserted.isFinished());
        QCOMPARE(counted.result().value(), 1);
    }

    void tellsWhatAWriteChanged()
    {
        QList<Changes> told;
        connect(&m_workspace->feed, &ChangeFeed::changed, this, [&](Changes changes) { told.append(changes); });
        static_cast<void>(insert(1).result());
        static_cast<void>(insert(1).result()); // refused: the phone is taken
        static_cast<void>(count().result());
        QCOMPARE(told, QList<Changes>{Change::Clients});
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::FakeExecutorTest)
#include "fakeexecutortest.moc"
