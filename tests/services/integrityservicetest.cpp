// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/integrityservice.h"

#include "tests/services/mailingfixture.h"

#include <QtTest>

using core::MailingId;
using tests::aMailing;
using tests::MailingFixture;

class IntegrityServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSoundWorkspaceHasNoProblems()
    {
        MailingFixture f;
        core::services::IntegrityService service(f.workspace.executor);
        f.addMessages(f.stored(aMailing()), 3);

        const auto report = service.check(false).result();

        QVERIFY(report->problems.isEmpty());
        QCOMPARE(report->repaired, 0);
    }

    void aSoundWorkspaceIsNotRepaired()
    {
        MailingFixture f;
        core::services::IntegrityService service(f.workspace.executor);
        f.addMessages(f.stored(aMailing()), 3);

        QCOMPARE(service.check(true).result()->repaired, 0);
    }

    void countersThatLieAreToldAndRepairedWhenAsked()
    {
        MailingFixture f;
        core::services::IntegrityService service(f.workspace.executor);
        const core::MailingId id = f.stored(aMailing());
        f.addMessages(id, 3);
        core::domain::StatusCounts wrong;
        wrong[core::domain::MessageStatus::Pending] = 2; // one too few
        wrong[core::domain::MessageStatus::Sent] = 4;    // four too many
        f.workspace.data.damagedCounters.insert(id, wrong);
        const QStringList problems{u"mailing %1: pending is 2, counted 3"_qs.arg(id.text()),
                                   u"mailing %1: sent is 4, counted 0"_qs.arg(id.text())};

        QCOMPARE(service.check(false).result()->problems, problems);
        const auto repaired = service.check(true).result();
        QCOMPARE(repaired->problems, problems);
        QCOMPARE(repaired->repaired, 1);
        QVERIFY(service.check(false).result()->problems.isEmpty());
    }

    void whatOthersWereJustChangingIsNoProblem()
    {
        MailingFixture f;
        core::services::IntegrityService service(f.workspace.executor);
        const core::MailingId id = f.stored(aMailing());
        f.addMessages(id, 3);
        f.workspace.data.damagedCounters.insert(id, {}); // read before they committed, and counted after it
        f.workspace.data.othersCommit = [&f](core::MailingId mailing) { f.workspace.data.damagedCounters.remove(mailing); };

        const auto report = service.check(true).result();

        QVERIFY(report->problems.isEmpty());
        QCOMPARE(report->repaired, 0);
    }

    void everyMailingIsReadByItself()
    {
        MailingFixture f;
        core::services::IntegrityService service(f.workspace.executor);
        for (int i = 0; i < 3; ++i)
            f.stored(aMailing().name(u"M%1"_qs.arg(i)));

        f.workspace.executor.hold();
        const auto future = service.check(false);
        QCOMPARE(f.workspace.executor.heldJobs(), 1);
        QVERIFY(!future.isFinished());
        f.workspace.executor.resume();

        QVERIFY(future.isFinished());
        QVERIFY(future.result()->problems.isEmpty());
    }

    void aDatabaseThatGoesAwayIsTold()
    {
        MailingFixture f;
        core::services::IntegrityService service(f.workspace.executor);
        f.workspace.executor.failReads(core::Error::make(core::ErrorKind::Unavailable, "database.gone"));

        QCOMPARE(service.check(false).result().error().code, u"database.gone"_qs);
    }

    void archivedMailingsAreLookedAtToo()
    {
        MailingFixture f;
        core::services::IntegrityService service(f.workspace.executor);
        const core::MailingId id = f.stored(aMailing().archived(f.clock.now()));
        f.addMessages(id, 3);
        f.workspace.data.damagedCounters.insert(id, {});

        QCOMPARE(service.check(true).result()->repaired, 1);
    }
};

QTEST_GUILESS_MAIN(IntegrityServiceTest)
#include "integrityservicetest.moc"
