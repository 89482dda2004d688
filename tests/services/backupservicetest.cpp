// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/backupservice.h"

#include "tests/services/mailingfixture.h"
#include "tests/support/fakeworkspacecopier.h"

#include <QThreadPool>
#include <QtTest>

using core::Error;
using core::ErrorKind;
using core::domain::MailingState;
using core::domain::Role;
using core::interfaces::WhenPresent;
using core::services::BackupService;
using tests::aMailing;
using tests::FakeWorkspaceCopier;
using tests::MailingFixture;

class BackupServiceTest : public QObject
{
    Q_OBJECT

    static core::domain::Actor actor(Role role) { return {core::UserId{2}, u"somebody@example.org"_qs, role}; }

private Q_SLOTS:
    void onlyAnAdministratorGetsTheWholeWorkspaceInAFile_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("may");

        QTest::newRow("viewer") << Role::Viewer << false;
        QTest::newRow("operator") << Role::Operator << false;
        QTest::newRow("administrator") << Role::Admin << true;
    }

    void onlyAnAdministratorGetsTheWholeWorkspaceInAFile()
    {
        QFETCH(Role, role);
        QFETCH(bool, may);
        const core::SystemClock clock;
        FakeWorkspaceCopier copier;
        BackupService service(copier, clock);

        const auto report = service.backUp(actor(role), u"/saved.db"_qs).result();

        QCOMPARE(report.has_value(), may);
        QCOMPARE(copier.paths(), may ? QStringList{u"/saved.db"_qs} : QStringList());
        if (may)
            QCOMPARE(report->bytes, 4096);
        else
            QCOMPARE(report.error().kind, ErrorKind::PermissionDenied);
    }

    void whoAsksDoesNotWaitForThePool()
    {
        const core::SystemClock clock;
        FakeWorkspaceCopier copier;
        QThreadPool pool;
        BackupService service(copier, clock, &pool);
        copier.hang();

        const auto future = service.backUp(actor(Role::Admin), u"/saved.db"_qs);
        QVERIFY(!future.isFinished());
        copier.letGo();

        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.result());
    }

    void whatWasToBeSentIsPausedBeforeTheWorkspaceIsThere()
    {
        MailingFixture f;
        FakeWorkspaceCopier copier;
        copier.newcomer = &f.workspace.executor;
        copier.placing = u"/w.db.before"_qs;
        const auto running = f.stored(aMailing().state(MailingState::Running));
        const auto scheduled = f.stored(aMailing().state(MailingState::Scheduled));
        const auto draft = f.stored(aMailing().state(MailingState::Draft));
        const auto finished = f.stored(aMailing().state(MailingState::Finished));
        const qsizetype before = f.workspace.data.events.size();

        const auto report =
            BackupService(copier, f.clock).restoreNow(u"cli:me"_qs, u"/saved.db"_qs, WhenPresent::KeepBeside);

        QVERIFY(report);
        QCOMPARE(report->paused, 2);
        QCOMPARE(report->former, u"/w.db.before"_qs);
        QCOMPARE(copier.asked, QList{WhenPresent::KeepBeside});
        QCOMPARE(copier.placed, 1);
        QCOMPARE(f.mailing(running).state, MailingState::Paused);
        QCOMPARE(f.mailing(running).pausedFrom, MailingState::Running);
        QCOMPARE(f.mailing(scheduled).pausedFrom, MailingState::Scheduled);
        QCOMPARE(f.mailing(draft).state, MailingState::Draft);
        QCOMPARE(f.mailing(finished).state, MailingState::Finished);
        QCOMPARE(f.workspace.data.events.size(), before + 2);
        QCOMPARE(f.lastEvent().action, u"mailing.pause"_qs);
        QCOMPARE(f.lastEvent().actor, u"cli:me"_qs);
    }

    void nothingTakesItsPlaceThatIsNotPaused()
    {
        MailingFixture f;
        FakeWorkspaceCopier copier;
        copier.newcomer = &f.workspace.executor;
        f.stored(aMailing());
        f.workspace.executor.failWrites(Error::make(ErrorKind::Unavailable, "database.full"));

        const auto refused = BackupService(copier, f.clock).restoreNow(u"cli:me"_qs, u"/saved.db"_qs, WhenPresent::Refuse);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"database.full"_qs);
        QCOMPARE(copier.placed, 0);
    }

    void whatTheCopierRefusesIsTold()
    {
        const core::SystemClock clock;
        FakeWorkspaceCopier copier;
        copier.answer = core::Failure(Error::make(ErrorKind::Unavailable, "backup.full", {u"/saved.db"_qs}));
        copier.bringing = core::Failure(Error::make(ErrorKind::Conflict, "restore.in_use", {u"/w.db"_qs}));
        BackupService service(copier, clock);

        QCOMPARE(service.backUp(actor(Role::Admin), u"/saved.db"_qs).result().error().code, u"backup.full"_qs);
        QCOMPARE(service.restoreNow(u"cli:me"_qs, u"/saved.db"_qs, WhenPresent::Refuse).error().code, u"restore.in_use"_qs);
    }
};

QTEST_GUILESS_MAIN(BackupServiceTest)
#include "backupservicetest.moc"
