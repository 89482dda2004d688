// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/backend.h"
#include "core/storage/dispatchlock.h"

#include <QTemporaryDir>
#include <QtTest>

using app::Backend;
using app::Engine;
using core::domain::MailingStatistics;
using core::domain::MessageStatus;

namespace tests {

namespace {

constexpr int patience = 20'000;

template <typename T>
core::Result<T> result(const QFuture<core::Result<T>> &future)
{
    // The event loop goes on meanwhile, as it does in the program.
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
        return core::Failure(core::Error::make(core::ErrorKind::Timeout, "test.timeout"));
    return future.result();
}

/** Ends a backend as the program does: what is in flight finishes before anything is taken apart. */
struct Ending
{
    void operator()(Backend *backend) const
    {
        QSignalSpy stopped(&backend->engine(), &Engine::stopped);
        backend->engine().stop();
        (void)QTest::qWaitFor([&] { return !stopped.isEmpty(); }, patience);
        delete backend;
    }
};

using Opened = std::unique_ptr<Backend, Ending>;

} // namespace

/** The engine in the backend it is made for: who may dispatch, how it ends. */
class EngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder.emplace();
        qputenv("HELIOGRAPH_KEY_FILE", folder->filePath(u"workspace.key"_qs).toLocal8Bit());
    }

    void cleanup() { folder.reset(); }

    void theRightIsDecidedAtTheStart()
    {
        const auto backend = open();
        QSignalSpy decided(&backend->engine(), &Engine::rightDecided);

        backend->engine().start();

        QCOMPARE(told(decided), QList<bool>{true});
    }

    void aSecondBackendIsToldOnceAndTakesOver()
    {
        auto first = open();
        first->engine().start();
        const auto second = open();
        QSignalSpy decided(&second->engine(), &Engine::rightDecided);

        second->engine().start();

        QCOMPARE(told(decided), QList<bool>{false});
        QSignalSpy snapshots(&second->engine().monitor(), &core::interfaces::EngineMonitor::snapshotTaken);
        QVERIFY2(!decided.wait(1500), "it asks again every second, but has nothing new to tell");
        QCOMPARE(snapshots.count(), 0);
        first.reset();
        QTRY_COMPARE(told(decided), (QList<bool>{false, true}));
        QTRY_VERIFY2(!snapshots.isEmpty(), "it has the right, but does not dispatch");
    }

    void whoEndsWithoutTheRightEndsAtOnce()
    {
        const auto first = open();
        first->engine().start();
        const auto second = open();
        second->engine().start();
        QSignalSpy stopped(&second->engine(), &Engine::stopped);
        QSignalSpy decided(&second->engine(), &Engine::rightDecided);

        second->engine().stop();

        QCOMPARE(stopped.count(), 0); // who listens may destroy it
        QTRY_COMPARE(stopped.count(), 1);
        QCOMPARE(decided.count(), 0);
    }

    void whoWorksBesideTheEngineIsToldThatItStops()
    {
        const auto backend = open();
        backend->engine().start();
        QSignalSpy stopping(&backend->engine(), &Engine::stopping);
        QSignalSpy stopped(&backend->engine(), &Engine::stopped);

        backend->engine().stop();

        QCOMPARE(stopping.count(), 1); // at once, not when all is finished
        QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, patience);
    }

    void onceStoppedAnotherTakesOverAndItMayBeginAgain()
    {
        const auto first = open();
        first->engine().start();
        const auto second = open();
        second->engine().start();
        QSignalSpy taken(&second->engine(), &Engine::rightDecided);
        QSignalSpy stopped(&first->engine(), &Engine::stopped);

        first->engine().stop();
        QTRY_COMPARE(stopped.count(), 1);
        QVERIFY(!first->engine().isRightDecided());
        QTRY_COMPARE(told(taken), QList<bool>{true}); // the first one still lives, but keeps nothing

        QSignalSpy decided(&first->engine(), &Engine::rightDecided);
        QSignalSpy snapshots(&first->engine().monitor(), &core::interfaces::EngineMonitor::snapshotTaken);
        first->engine().start();
        QCOMPARE(told(decided), QList<bool>{false});
        QSignalSpy secondStopped(&second->engine(), &Engine::stopped);
        second->engine().stop();
        QTRY_COMPARE(secondStopped.count(), 1);
        QTRY_COMPARE(told(decided), (QList<bool>{false, true}));
        QTRY_VERIFY2(!snapshots.isEmpty() && snapshots.last().first().value<core::interfaces::EngineSnapshot>().dispatching,
                     "the dispatcher of the second time works");
    }

    void aFolderThatVanishedIsAnErrorOfItsOwn()
    {
        const auto backend = open();
        QSignalSpy failed(&backend->engine(), &Engine::failed);
        QSignalSpy decided(&backend->engine(), &Engine::rightDecided);
        QSignalSpy snapshots(&backend->engine().monitor(), &core::interfaces::EngineMonitor::snapshotTaken);
        // Its connections may just be making their files.
        QTRY_VERIFY(QDir(folder->path()).removeRecursively());

        backend->engine().start();

        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<core::Error>().code, u"dispatch.lock_file"_qs);
        QCOMPARE(decided.count(), 0);
        const auto problem = [&] { return snapshots.last().first().value<core::interfaces::EngineSnapshot>().problem; };
        QCOMPARE(problem(), u"dispatch.lock_file"_qs);

        QSignalSpy stopped(&backend->engine(), &Engine::stopped);
        backend->engine().stop(); // who does not want to send is troubled by nothing
        QCOMPARE(problem(), QString());
        QTRY_COMPARE(stopped.count(), 1);

        backend->engine().start();
        QCOMPARE(failed.count(), 2);
        QCOMPARE(problem(), u"dispatch.lock_file"_qs);
        QVERIFY(QDir().mkpath(folder->path()));
        const auto other = core::storage::DispatchLock::tryTake(workspaceUrl());
        QVERIFY(other && *other);
        QTRY_COMPARE(told(decided), QList<bool>{false}); // tried again by itself
        QCOMPARE(problem(), QString());
        QCOMPARE(failed.count(), 2);
    }

    void stopFinishesWhatIsInFlight()
    {
        const auto backend = open();
        addClients(*backend, 200);
        addSlowGateway(*backend);
        const core::MailingId mailing = startMailing(*backend);
        backend->engine().start();
        QTRY_VERIFY_WITH_TIMEOUT(statistics(*backend, mailing).counts[MessageStatus::Sent] > 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(statistics(*backend, mailing).counts[MessageStatus::Sending] > 0, patience);
        QSignalSpy stopped(&backend->engine(), &Engine::stopped);

        backend->engine().stop();

        QTRY_COMPARE_WITH_TIMEOUT(stopped.count(), 1, patience);
        const MailingStatistics after = statistics(*backend, mailing);
        QCOMPARE(after.counts[MessageStatus::Sending], 0);
        QCOMPARE(after.counts[MessageStatus::Unknown], 0);
        QVERIFY2(after.counts[MessageStatus::Pending] > 0, "it began with new ones instead of stopping");
        QCOMPARE(after.counts.total(), 200);
    }

    void destroyingItDuringAnImportEndsTheImport()
    {
        std::unique_ptr<Backend> backend(open().release());
        constexpr int rows = 200'000;
        std::atomic<qint64> read = 0;
        const auto import = backend->services().imports.run(
            actor(*backend), request(rows),
            [&read](const core::services::ImportProgress &progress) { read = progress.bytesRead; });
        QTRY_VERIFY_WITH_TIMEOUT(read > 0, patience);
        QVERIFY(!import.isFinished());

        backend.reset();

        QVERIFY2(import.isFinished(), "who waits for it would wait for ever");
        QVERIFY(import.resultCount() == 1 || import.isCanceled());
        const auto again = open();
        const auto in = result(again->services().clients.count({}));
        QVERIFY2(in && *in < rows, "the database is sound, and the import did not run to its end");
    }

private:
    [[nodiscard]] core::storage::DatabaseUrl workspaceUrl() const
    {
        return core::storage::DatabaseUrl::sqliteFile(folder->filePath(u"workspace.db"_qs));
    }

    [[nodiscard]] Opened open() const { return Opened(Backend::open(workspaceUrl(), clock)->release()); }

    static QList<bool> told(const QSignalSpy &decided)
    {
        QList<bool> mine;
        for (const QVariantList &arguments : decided)
            mine << arguments.first().toBool();
        return mine;
    }

    static core::domain::Actor actor(const Backend &backend)
    {
        const core::domain::User &user = backend.localUser();
        return {user.id, user.email, user.role};
    }

    [[nodiscard]] core::services::ImportRequest request(int clients) const
    {
        QFile file(folder->filePath(u"clients.csv"_qs));
        QByteArray list = "phone\n";
        for (int i = 1; i <= clients; ++i)
            list += QByteArray::number(79990000000 + i) + '\n';
        if (!file.open(QIODevice::WriteOnly) || file.write(list) != list.size())
            qFatal("cannot write the list");
        core::services::ImportRequest request;
        request.path = file.fileName();
        return request;
    }

    void addClients(Backend &backend, int clients) const
    {
        const auto report = result(backend.services().imports.run(actor(backend), request(clients)));
        QVERIFY(report && report->counts.added == clients);
    }

    /** A connection is busy for a third of a second with each message. */
    static void addSlowGateway(Backend &backend)
    {
        core::domain::GatewayEdit edit;
        edit.name = u"simulator"_qs;
        edit.kind = u"simulator"_qs;
        edit.connections = 4;
        edit.options = {{u"latency"_qs, u"300"_qs}};
        QVERIFY(result(backend.services().gateways.add(actor(backend), edit)));
    }

    [[nodiscard]] core::MailingId startMailing(Backend &backend) const
    {
        core::domain::MailingEdit edit;
        edit.name = u"Sale"_qs;
        edit.text = u"Hello"_qs;
        edit.startAt = clock.now();
        edit.endAt = clock.now() + std::chrono::hours{1};
        const auto mailing = result(backend.services().mailings.createScheduled(actor(backend), edit, {}));
        return mailing ? mailing->id : core::MailingId();
    }

    static MailingStatistics statistics(Backend &backend, core::MailingId mailing)
    {
        return result(backend.services().statistics.mailing(mailing)).value_or(MailingStatistics());
    }

    core::SystemClock clock;
    std::optional<QTemporaryDir> folder;
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::EngineTest)
#include "enginetest.moc"
