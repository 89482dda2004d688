// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/retentionservice.h"

#include "core/services/integrityservice.h"
#include "core/storage/connection.h"
#include "core/storage/workspace.h"
#include "tests/services/mailingfixture.h"
#include "tests/support/fakedelay.h"

#include <QTemporaryDir>
#include <QtTest>

using core::MailingId;
using core::domain::MailingState;
using core::domain::MessageStatus;
using core::interfaces::Lane;
using core::interfaces::UnitOfWork;
using core::services::RetentionReport;
using core::services::RetentionService;
using core::services::StopFlag;
using tests::aMailing;
using tests::errorLine;
using tests::MailingFixture;

namespace {

constexpr int batch = RetentionService::batch;
constexpr std::chrono::hours day{24};

StopFlag noStop()
{
    return std::make_shared<std::atomic_bool>(false);
}

/** The same on fakes and on a database: a mailing to `number` clients, all sent, finished at `now`. */
core::Result<MailingId> addSent(UnitOfWork &unit, const core::domain::Mailing &planned, int number, core::Instant now)
{
    core::domain::Mailing mailing = planned;
    mailing.state = MailingState::Running;
    mailing.endAt = now + day;
    HELIOGRAPH_ASSIGN(mailing.id, unit.mailings.insert(mailing));
    HELIOGRAPH_ASSIGN(const auto step, unit.messages.chooseAudience(mailing, {}, number, now));
    Q_UNUSED(step);
    HELIOGRAPH_ASSIGN(const auto claimed,
                      unit.messages.claim({mailing.id, number, now, now + std::chrono::minutes{1}, false}));
    QList<core::interfaces::SendIntent> intents;
    QList<core::interfaces::MessageOutcome> outcomes;
    for (const auto &message : claimed) {
        intents.append({message.id, {}, 1, 1, u"Hello %1"_qs.arg(message.id.value)});
        outcomes.append({.id = message.id, .status = MessageStatus::Sent, .at = now});
    }
    HELIOGRAPH_TRY(unit.messages.markSending(intents, now, {}));
    HELIOGRAPH_TRY(unit.messages.record(outcomes, {}));
    mailing.state = MailingState::Finished;
    mailing.updatedAt = now;
    HELIOGRAPH_TRY(unit.mailings.update(mailing));
    return mailing.id;
}

} // namespace

class RetentionServiceTest : public QObject
{
    Q_OBJECT

private:
    struct Fixture : MailingFixture
    {
        tests::FakeDelay delay;
        RetentionService retention{workspace.executor, clock, delay};

        explicit Fixture(int keptDays = 30)
        {
            Q_UNUSED(workspace.settings.set(u"messages_kept_days"_qs, QString::number(keptDays)));
            Q_UNUSED(workspace.settings.set(u"events_kept_days"_qs, QString::number(keptDays)));
            Q_UNUSED(workspace.settings.set(u"texts_kept_days"_qs, QString::number(keptDays)));
        }

        void addClients(int number)
        {
            for (int i = 1; i <= number; ++i)
                Q_UNUSED(workspace.clients.insert(tests::aClient().phone(i)));
        }

        MailingId sent(int number, const QString &name = u"Sale"_qs)
        {
            return *addSent(workspace.unit, aMailing().name(name), number, clock.now());
        }

        void addEvents(int number)
        {
            for (int i = 0; i < number; ++i)
                Q_UNUSED(workspace.events.append({.at = clock.now(), .actor = u"cli:anna"_qs, .action = u"client.edit"_qs}));
        }

        core::Result<RetentionReport> run() { return retention.run(noStop()).result(); }
    };

private Q_SLOTS:
    void whatIsOlderThanTheSettingsSayGoes()
    {
        Fixture f;
        f.addClients(3);
        const MailingId old = f.sent(3);
        f.addEvents(2);
        f.clock.advance(30 * day);
        const MailingId recent = f.sent(3);
        f.addEvents(1);
        f.clock.advance(core::Milliseconds{1}); // the old ones are past their 30 days by as much

        QCOMPARE(*f.run(), (RetentionReport{.mailings = 1, .messages = 3, .events = 2}));

        QCOMPARE(f.workspace.data.messages.size(), 3);
        QCOMPARE(f.count(old, MessageStatus::Sent), 3); // the numbers stay
        QCOMPARE(f.mailing(old).messagesRemovedAt, f.clock.now());
        QVERIFY(!f.mailing(recent).messagesRemovedAt);
        QVERIFY(core::services::IntegrityService(f.workspace.executor).check(false).result()->problems.isEmpty());
    }

    void zeroDaysKeepForEver()
    {
        Fixture f(0);
        f.addClients(2);
        f.sent(2);
        f.addEvents(2);
        f.clock.advance(40'000 * day);
        const int writes = f.workspace.executor.writes();

        QCOMPARE(*f.run(), RetentionReport());

        QCOMPARE(f.workspace.data.messages.size(), 2);
        QCOMPARE(f.workspace.data.events.size(), 2);
        QVERIFY(f.workspace.executor.writes() - writes <= 1);
    }

    void byDefaultMessagesStayAndEventsAYear()
    {
        MailingFixture f;
        tests::FakeDelay delay;
        RetentionService retention(f.workspace.executor, f.clock, delay);
        Q_UNUSED(f.workspace.clients.insert(tests::aClient().phone(1)));
        QVERIFY(addSent(f.workspace.unit, aMailing(), 1, f.clock.now()));
        QVERIFY(f.workspace.events.append({.at = f.clock.now(), .actor = u"cli:anna"_qs, .action = u"client.edit"_qs}));
        f.clock.advance(366 * day);

        QCOMPARE(*retention.run(noStop()).result(), (RetentionReport{.texts = 1, .events = 1}));
    }

    void textsGoBeforeTheirMessages()
    {
        Fixture f(0);
        Q_UNUSED(f.workspace.settings.set(u"texts_kept_days"_qs, u"10"_qs));
        constexpr int clients = RetentionService::textBatch + 1;
        f.addClients(clients);
        const MailingId old = f.sent(clients);
        f.clock.advance(10 * day);
        const MailingId recent = f.sent(2);
        QCOMPARE(*f.run(), RetentionReport()); // not older yet
        f.clock.advance(core::Milliseconds{1});
        const auto pauses = f.delay.pauses().size();

        QCOMPARE(*f.run(), (RetentionReport{.texts = clients}));

        QCOMPARE(f.delay.pauses().size() - pauses, 3); // after each of two batches, and of the look for events
        QCOMPARE(f.count(old, MessageStatus::Sent), clients);
        QCOMPARE(f.workspace.data.messages.size(), clients + 2);
        QVERIFY(!f.mailing(old).messagesRemovedAt);
        const auto kept = std::count_if(f.workspace.data.messages.cbegin(), f.workspace.data.messages.cend(),
                                        [](const tests::FakeMessage &entry) { return !entry.renderedText.isEmpty(); });
        QCOMPARE(kept, f.count(recent, MessageStatus::Sent));
        QCOMPARE(*f.run(), RetentionReport());
    }

    void anEmptyWorkspaceLosesNothing()
    {
        Fixture f;
        f.clock.advance(1000 * day);

        QCOMPARE(*f.run(), RetentionReport());
        QVERIFY(f.workspace.data.events.isEmpty());
    }

    void manyGoInBatchesWithPausesBetween()
    {
        Fixture f;
        f.addClients(2 * batch + 1);
        const MailingId id = f.sent(2 * batch + 1);
        f.clock.advance(31 * day);
        const int writes = f.workspace.executor.writes();

        QCOMPARE(f.run()->messages, 2 * batch + 1);

        QCOMPARE(f.workspace.executor.writes() - writes, 4); // three of messages, one that looked for events
        QCOMPARE(f.delay.pauses(), QList<core::Milliseconds>(4, RetentionService::pause));
        QCOMPARE(f.workspace.data.events.size(), 1); // one a mailing, not one a batch
        QCOMPARE(f.lastEvent().action, u"mailing.remove_messages"_qs);
        QCOMPARE(f.lastEvent().actor, u"dispatcher"_qs);
        QCOMPARE(f.lastEvent().mailing, id);
        QCOMPARE(f.lastEvent().after, uR"({"messages":%1})"_qs.arg(2 * batch + 1));
    }

    void eachMailingHasItsTurn()
    {
        Fixture f;
        f.addClients(batch); // so that one batch is exactly full
        QList<MailingId> ids;
        for (int i = 0; i < 3; ++i)
            ids << f.sent(batch, QString::number(i));
        f.clock.advance(31 * day);

        QCOMPARE(*f.run(), (RetentionReport{.mailings = 3, .messages = 3 * batch}));

        for (const MailingId id : ids) {
            QVERIFY(f.mailing(id).messagesRemovedAt);
            QCOMPARE(f.count(id, MessageStatus::Sent), batch);
        }
    }

    void noBatchBeginsOnceItIsStopped()
    {
        Fixture f;
        f.addClients(3 * batch);
        const MailingId id = f.sent(3 * batch);
        f.clock.advance(31 * day);
        const StopFlag stop = noStop();
        f.delay.hold();
        const auto future = f.retention.run(stop);
        QVERIFY(!future.isFinished());
        QCOMPARE(f.workspace.data.messages.size(), 2 * batch);

        *stop = true;
        f.delay.release();

        QVERIFY(future.isFinished());
        QCOMPARE(*future.result(), (RetentionReport{.messages = batch, .stopped = true}));
        QCOMPARE(f.workspace.data.messages.size(), 2 * batch);
        QCOMPARE(f.count(id, MessageStatus::Sent), 3 * batch);

        QCOMPARE(f.run()->messages, 2 * batch); // the next run goes on
        QCOMPARE(f.lastEvent().after, uR"({"messages":%1})"_qs.arg(3 * batch));
    }

    void aBatchThatWaitsForItsTurnIsStoppedToo()
    {
        Fixture f;
        f.addClients(2 * batch);
        f.sent(2 * batch);
        f.clock.advance(31 * day);
        const StopFlag stop = noStop();
        f.delay.hold();
        const auto future = f.retention.run(stop);
        f.workspace.executor.hold();
        f.delay.release();
        QCOMPARE(f.workspace.executor.heldJobs(), 1);

        *stop = true;
        f.workspace.executor.resume();

        QVERIFY(future.isFinished());
        QVERIFY(future.result()->stopped);
        QCOMPARE(f.workspace.data.messages.size(), batch);
    }

    void whatIsSetMeanwhileHoldsFromTheNextBatchOn()
    {
        Fixture f;
        f.addClients(3 * batch);
        f.sent(3 * batch);
        f.clock.advance(31 * day);
        f.delay.hold();
        const auto future = f.retention.run(noStop());
        QVERIFY(f.workspace.settings.set(u"messages_kept_days"_qs, u"0"_qs));

        f.delay.release();

        QVERIFY(future.isFinished());
        QCOMPARE(f.workspace.data.messages.size(), 2 * batch);
    }

    void aFullDiskEndsTheRun()
    {
        Fixture f;
        f.addClients(2);
        f.sent(2);
        f.clock.advance(31 * day);
        f.workspace.executor.failWrites(core::Error::make(core::ErrorKind::Unavailable, "database.full"));

        QCOMPARE(errorLine(f.run().error()), u"Unavailable database.full"_qs);
        QCOMPARE(f.workspace.data.messages.size(), 2);
    }

    void aMailingThatLostMessagesIsNotTriedAgain()
    {
        Fixture f;
        f.addClients(1);
        const MailingId id = f.sent(1);
        f.settle(id, MessageStatus::Failed);
        f.clock.advance(31 * day);
        QCOMPARE(f.run()->messages, 1);

        const auto refused =
            f.service.retry(tests::admin(), id, {MessageStatus::Failed}, f.clock.now() + day).result().error();

        QCOMPARE(errorLine(refused), u"Conflict mailing.messages_removed 2024-04-01T08:00:00Z"_qs);
        QCOMPARE(f.mailing(id).state, MailingState::Finished);
    }

    void aCountOfWhatWasRemovedThatLiesIsToldAndMended()
    {
        QTemporaryDir folder;
        tests::ManualClock clock("2024-03-01T08:00:00Z");
        const auto url = core::storage::DatabaseUrl::sqliteFile(folder.filePath(u"workspace.db"_qs));
        const auto executor = std::move(*core::storage::openDirectly(url));
        const auto id = executor->write(Lane::Bulk, [&clock](UnitOfWork &unit) -> core::Result<MailingId> {
            HELIOGRAPH_TRY(unit.settings.set(u"messages_kept_days"_qs, u"30"_qs));
            HELIOGRAPH_TRY(unit.clients.insert(tests::aClient().phone(1)));
            return addSent(unit, aMailing(), 1, clock.now());
        });
        QVERIFY(id.result());
        clock.advance(31 * day);
        tests::FakeDelay delay;
        QCOMPARE(RetentionService(*executor, clock, delay).run(noStop()).result()->messages, 1);
        core::services::IntegrityService integrity(*executor);
        QVERIFY(integrity.check(false).result()->problems.isEmpty());
        {
            const auto connection =
                std::move(*core::storage::Connection::open(url, core::storage::Connection::Access::ReadWrite));
            QVERIFY(connection->runText(u"UPDATE mailing_removals SET messages = 7"_qs, u"test"_qs));
        }

        const QStringList problems{u"mailing %1: sent removed is 7, totals add up to 1"_qs.arg(id.result()->text())};
        QCOMPARE(integrity.check(true).result()->problems, problems);
        QVERIFY(integrity.check(false).result()->problems.isEmpty());
    }

    void sendingGoesOnMeanwhile()
    {
        // Storage threads as the program has them: the batches and the dispatcher's writes take turns.
        constexpr int clients = 3 * batch;
        QTemporaryDir folder;
        tests::ManualClock clock("2024-03-01T08:00:00Z");
        const auto workspace = std::move(
            *core::storage::Workspace::open(core::storage::DatabaseUrl::sqliteFile(folder.filePath(u"workspace.db"_qs))));
        core::interfaces::Executor &executor = workspace->executor();
        const auto write = [&executor](Lane lane, auto work) { return executor.write(lane, work).result(); };
        const auto old = write(Lane::Bulk, [&clock](UnitOfWork &unit) -> core::Result<MailingId> {
            HELIOGRAPH_TRY(unit.settings.set(u"messages_kept_days"_qs, u"30"_qs));
            for (int i = 1; i <= clients; ++i)
                HELIOGRAPH_TRY(unit.clients.insert(tests::aClient().phone(i)));
            return addSent(unit, aMailing(), clients, clock.now());
        });
        QVERIFY(old);
        clock.advance(31 * day);
        tests::FakeDelay delay;
        RetentionService retention(executor, clock, delay);
        const auto left = [&executor](MailingId id) {
            return *executor.read([id](UnitOfWork &unit) { return unit.messages.count({id, {}, {}, {}, {}}); }).result();
        };
        delay.hold();
        const auto removal = retention.run(noStop());
        QTRY_COMPARE(left(*old), clients - batch); // the first batch is gone, the second waits

        const auto sent = write(Lane::Dispatch, [&clock](UnitOfWork &unit) {
            const core::Instant now = clock.now();
            return addSent(unit, aMailing().name(u"Now"_qs).times(now, now + day), clients, now);
        });

        QVERIFY(sent);
        QVERIFY(!removal.isFinished());
        delay.release();
        QTRY_VERIFY(removal.isFinished());
        QCOMPARE(*removal.result(), (RetentionReport{.mailings = 1, .messages = clients}));
        QCOMPARE(left(*old), 0);
        QCOMPARE(left(*sent), clients);
        QVERIFY(core::services::IntegrityService(executor).check(false).result()->problems.isEmpty());
    }
};

QTEST_GUILESS_MAIN(RetentionServiceTest)
#include "retentionservicetest.moc"
