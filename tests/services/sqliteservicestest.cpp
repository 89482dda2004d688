// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The services on a real database: what the fakes promise, SQLite keeps.

#include "core/services/accountservice.h"
#include "core/services/clientservice.h"
#include "core/services/integrityservice.h"
#include "core/services/mailingservice.h"
#include "core/services/statisticsservice.h"
#include "core/storage/workspace.h"
#include "tests/services/actors.h"
#include "tests/support/builders.h"
#include "tests/support/errorline.h"
#include "tests/support/fakedelay.h"
#include "tests/support/fakepasswordhasher.h"
#include "tests/support/faketokenmaker.h"
#include "tests/support/manualclock.h"

#include "core/interfaces/eventlog.h"
#include "core/interfaces/gatewayrepository.h"
#include "core/interfaces/messagerepository.h"

#include <QTemporaryDir>
#include <QThreadPool>
#include <QtTest>

using core::MailingId;
using core::domain::MailingState;
using core::domain::MessageStatus;
using core::interfaces::Lane;
using core::interfaces::UnitOfWork;
using tests::admin;
using tests::errorLine;

class SqliteServicesTest : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        template <typename F>
        auto write(F work)
        {
            return executor->write(Lane::Interactive, work).result();
        }

        Fixture()
        {
            if (!write([](UnitOfWork &unit) { return unit.gateways.insert(tests::aGateway()); }))
                qFatal("no gateway");
        }

        QTemporaryDir folder;
        tests::ManualClock clock{"2024-03-01T08:00:00Z"};
        std::unique_ptr<core::storage::DirectExecutor> executor =
            *core::storage::openDirectly(core::storage::DatabaseUrl::sqliteFile(folder.filePath(u"workspace.db"_qs)));
        core::services::ClientService clients{*executor, clock};
        core::services::MailingService mailings{*executor, clock};
        core::services::StatisticsService statistics{*executor, clock};

        core::domain::Client addClient(int number, const QStringList &tags = {})
        {
            core::domain::ClientEdit edit;
            edit.phone = tests::phoneNumber(number).text();
            edit.tags = tags;
            return *clients.add(admin(), edit).result();
        }

        core::domain::Mailing schedule(const QString &text, const QStringList &tags = {})
        {
            core::domain::MailingEdit edit;
            edit.text = text;
            core::domain::AudienceFilter filter;
            filter.tags = tags;
            edit.filter = filter;
            return *mailings.createScheduled(admin(), edit, {}).result();
        }

        /** As the scheduler and the dispatcher would: a message for everybody, all failed, the mailing finished. */
        void runIntoFailure(MailingId id)
        {
            const auto done = write([id, now = clock.now()](UnitOfWork &unit) -> core::Status {
                HELIOGRAPH_ASSIGN(auto mailing, unit.mailings.find(id));
                mailing.state = MailingState::Running;
                HELIOGRAPH_TRY(unit.mailings.update(mailing));
                HELIOGRAPH_TRY(unit.messages.chooseAudience(mailing, {}, 1000, now));
                core::interfaces::Claim claim{id, 1000, now, now + std::chrono::seconds{60}, false};
                HELIOGRAPH_ASSIGN(const auto claimed, unit.messages.claim(claim));
                QList<core::interfaces::MessageOutcome> outcomes;
                for (const auto &message : claimed)
                    outcomes.append({.id = message.id, .status = MessageStatus::Failed, .at = now});
                HELIOGRAPH_TRY(unit.messages.record(outcomes, {}));
                mailing.state = MailingState::Finished;
                return unit.mailings.update(mailing);
            });
            QVERIFY(done);
        }
    };

    /** Accounts as the window and the server have them: storage threads, and a pool that hashes. */
    struct ThreadedAccounts
    {
        QTemporaryDir folder;
        tests::ManualClock clock{"2024-03-01T08:00:00Z"};
        tests::FakePasswordHasher passwords;
        tests::FakeTokenMaker tokens;
        tests::FakeDelay delay;
        std::unique_ptr<core::storage::Workspace> workspace = std::move(
            *core::storage::Workspace::open(core::storage::DatabaseUrl::sqliteFile(folder.filePath(u"workspace.db"_qs))));
        QThreadPool pool;
        core::services::AccountService service{workspace->executor(), clock, {passwords, tokens, delay, &pool}};

        QFuture<core::Result<core::domain::User>> create()
        {
            core::domain::UserEdit edit;
            edit.email = u"anna@example.org"_qs;
            edit.name = u"Anna"_qs;
            edit.password = u"correct horse"_qs;
            return service.create(admin(), edit);
        }

        QFuture<core::Result<core::domain::SignedIn>> signIn()
        {
            return service.signIn(u"anna@example.org"_qs, u"correct horse"_qs, {});
        }
    };

private Q_SLOTS:
    void passwordsAreHashedBetweenTheJobsOfTheStorageThreads()
    {
        ThreadedAccounts accounts;
        const auto created = accounts.create().result();
        QVERIFY(created);
        QVERIFY(accounts.passwords.lastThread() != QThread::currentThread());

        const auto signedIn = accounts.signIn().result();

        QVERIFY(signedIn);
        QCOMPARE(signedIn->user, *created);
        QCOMPARE(accounts.service.authenticate(signedIn->token).result()->user, created->id);
        QCOMPARE(accounts.service.authenticate(u"token-0"_qs).result().error().code, u"token.invalid"_qs);
    }

    void whoSignsInWhileTheWorkspaceClosesIsAnswered()
    {
        ThreadedAccounts accounts;
        QVERIFY(accounts.create().result());
        QList<QFuture<core::Result<core::domain::SignedIn>>> tries;
        for (int i = 0; i < 50; ++i)
            tries.append(accounts.signIn());

        accounts.workspace->close();
        QVERIFY(accounts.pool.waitForDone(10'000));

        for (const auto &attempt : std::as_const(tries)) {
            QVERIFY(attempt.isFinished());
            const auto answer = attempt.result();
            QVERIFY(answer || answer.error().code == u"database.closing"_qs);
        }
    }

    void anEditAndItsEventAreThereTogether()
    {
        Fixture f;
        const auto client = f.addClient(1, {u"vip"_qs});

        QVERIFY(f.clients.addTag(admin(), {client.id}, u"Юг"_qs).result());

        QCOMPARE(f.clients.find(client.id).result()->tags, (QStringList{u"vip"_qs, u"Юг"_qs}));
        const auto events = f.executor->read([](UnitOfWork &unit) { return unit.events.page({}, {}); }).result();
        QCOMPARE(events->rows.size(), 2);
        QCOMPARE(events->rows.first().action, u"client.edit"_qs);
        QCOMPARE(events->rows.first().client, client.id);
    }

    void aRefusedEditLeavesNoEvent()
    {
        Fixture f;
        const auto client = f.addClient(1);
        f.addClient(2);
        core::domain::ClientEdit edit;
        edit.phone = tests::phoneNumber(2).text();

        QCOMPARE(errorLine(f.clients.edit(admin(), client.id, edit).result().error()),
                 u"Conflict client.phone_exists 79990000002"_qs);

        const auto events = f.executor->read([](UnitOfWork &unit) { return unit.events.page({}, {}); }).result();
        QCOMPARE(events->rows.size(), 2);
    }

    void aTwinIsFoundWhateverTheOrderAndCaseOfTags()
    {
        Fixture f;
        const auto first = f.schedule(u"Hello"_qs, {u"vip"_qs, u"Юг"_qs});
        core::domain::MailingEdit edit;
        edit.text = u"Hello"_qs;
        core::domain::AudienceFilter filter;
        filter.tags = QStringList{u"юг"_qs, u"VIP"_qs};
        edit.filter = filter;

        const auto refused = f.mailings.createScheduled(admin(), edit, {}).result();

        QCOMPARE(errorLine(refused.error()), u"Conflict mailing.twin Hello|%1"_qs.arg(first.id.text()));
    }

    void failedMessagesAreRetriedAndCountersStayTrue()
    {
        Fixture f;
        for (int i = 1; i <= 5; ++i)
            f.addClient(i);
        const auto mailing = f.schedule(u"Hello"_qs);
        f.runIntoFailure(mailing.id);
        QCOMPARE(f.statistics.mailing(mailing.id).result()->counts[MessageStatus::Failed], 5);

        const auto retried = f.mailings.retry(admin(), mailing.id, {MessageStatus::Failed}, {}).result();

        QCOMPARE(retried->state, MailingState::Running);
        QCOMPARE(f.statistics.mailing(mailing.id).result()->counts[MessageStatus::Pending], 5);
        core::services::IntegrityService integrity(*f.executor);
        QVERIFY(integrity.check(false).result()->problems.isEmpty());
    }

    void aDeleteIsTakenBackWithItsMessages()
    {
        Fixture f;
        f.addClient(1);
        const auto mailing = f.schedule(u"Hello"_qs);
        QVERIFY(f.write(
            [&f, mailing](UnitOfWork &unit) { return unit.messages.chooseAudience(mailing, {}, 10, f.clock.now()); }));
        QVERIFY(f.mailings.remove(admin(), mailing.id).result());
        QVERIFY(
            f.write([&f, mailing](UnitOfWork &unit) { return unit.messages.cancelPending(mailing.id, 10, f.clock.now()); }));

        const auto restored = f.mailings.restore(admin(), mailing).result();

        QCOMPARE(restored->state, MailingState::Scheduled);
        QCOMPARE(f.statistics.mailing(mailing.id).result()->counts[MessageStatus::Pending], 1);
    }

    void aSeriesIsCancelledWhole()
    {
        Fixture f;
        core::domain::MailingEdit edit;
        edit.text = u"Daily"_qs;
        edit.repeat = core::domain::Repeat::Daily;
        edit.endAt = f.clock.now() + std::chrono::hours{2};
        const auto first = *f.mailings.createScheduled(admin(), edit, {}).result();
        QVERIFY(first.seriesId.isValid());
        core::domain::Mailing next = first;
        next.startAt += std::chrono::hours{24};
        next.endAt += std::chrono::hours{24};
        const auto nextId = f.write([next](UnitOfWork &unit) { return unit.mailings.insert(next); });

        QCOMPARE(f.mailings.cancel(admin(), first.id, true).result()->state, MailingState::Cancelled);

        QCOMPARE(f.mailings.find(*nextId).result()->state, MailingState::Cancelled);
        QCOMPARE(f.mailings.find(*nextId).result()->repeat, core::domain::Repeat::None);
    }
};

QTEST_GUILESS_MAIN(SqliteServicesTest)
#include "sqliteservicestest.moc"
