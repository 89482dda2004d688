// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// copy-database.

#include "tests/app/commandrunner.h"

#include "tests/storage/postgresserver.h"

using app::ExitCode;
using tests::CommandOutcome;
using tests::CommandRunner;
using tests::PostgresServer;

class CopyCommandsTest : public QObject
{
    Q_OBJECT

    static CommandOutcome runOn(const QString &database, const QString &words)
    {
        return CommandRunner::runWords(QStringList{u"--database"_qs, database} + words.split(u' '));
    }

    core::storage::DatabaseUrl m_server = PostgresServer::shared().createDatabase();

private Q_SLOTS:
    void cleanupTestCase() { PostgresServer::shared().dropDatabase(m_server); }

    void aWorkspaceMovesToAServerAndBackWithItsSecrets()
    {
        const CommandRunner runner;
        QVERIFY(!runner.object(u"client add 79990000001 --tag vip"_qs).isEmpty());
        QVERIFY(!runner.object(u"gateway add main --kind simulator --secret-stdin"_qs, "geheim\n").isEmpty());
        const QString server = m_server.text();
        const QString back = u"sqlite:"_qs + runner.path(u"back.db"_qs);

        const QJsonObject moved = runner.object(u"copy-database %1 %2"_qs.arg(runner.database(), server));

        QCOMPARE(moved.value(u"from"_qs).toString(), runner.database());
        QCOMPARE(moved.value(u"to"_qs).toString(), server);
        QVERIFY(moved.value(u"rows"_qs).toInt() > 4);
        QCOMPARE(moved.value(u"already_moved"_qs).toBool(true), false);
        QCOMPARE(runOn(server, u"--json client list --tag vip"_qs).array().size(), 1);
        QCOMPARE(runOn(server, u"gateway test main 79990000001"_qs).code, ExitCode::Done);
        const CommandOutcome refused = runner.run(u"client list"_qs);
        QCOMPARE(refused.code, ExitCode::Failed);
        QVERIFY2(refused.err.contains(server), qPrintable(refused.err));

        const CommandOutcome again = runner.run(u"copy-database %1 %2"_qs.arg(runner.database(), server));
        QCOMPARE(again.code, ExitCode::Done);
        QVERIFY2(again.out.contains(u"nothing was left to do"_qs), qPrintable(again.out));

        QCOMPARE(runner.run(u"copy-database %1 %2"_qs.arg(server, back)).code, ExitCode::Done);
        QCOMPARE(runOn(back, u"--json client list --tag vip"_qs).array().size(), 1);
        QCOMPARE(runOn(server, u"client list"_qs).code, ExitCode::Failed);
    }

    void whoeverWaitsIsToldWhatFor()
    {
        const CommandRunner runner;
        QVERIFY(!runner.object(u"client add 79990000001"_qs).isEmpty());
        const CommandOutcome outcome =
            runner.run(u"copy-database %1 sqlite:%2"_qs.arg(runner.database(), runner.path(u"other.db"_qs)));
        QCOMPARE(outcome.code, ExitCode::Done);
        QVERIFY2(outcome.out.indexOf(u"Copying"_qs) < outcome.out.indexOf(u"comparing"_qs), qPrintable(outcome.out));
        QVERIFY2(outcome.out.contains(u"--database"_qs), qPrintable(outcome.out));
    }

    void aTargetInUseIsRefused()
    {
        const CommandRunner runner;
        const QString target = u"sqlite:"_qs + runner.path(u"used.db"_qs);
        QCOMPARE(runOn(target, u"client add 79990000001"_qs).code, ExitCode::Done);
        QVERIFY(!runner.object(u"client add 79990000002"_qs).isEmpty());

        const CommandOutcome refused = runner.run(u"--json copy-database %1 %2"_qs.arg(runner.database(), target));

        QCOMPARE(refused.code, ExitCode::Failed);
        QCOMPARE(refused.problem().value(u"type"_qs).toString(), u"urn:heliograph:copy.not_empty"_qs);
        QCOMPARE(runner.run(u"--json client list"_qs).array().size(), 1);
    }

    void whatCannotBeMeantIsWrongUsage()
    {
        const CommandRunner runner;
        QCOMPARE(runner.run(u"copy-database "_qs + runner.database()).code, ExitCode::WrongUsage);
        const CommandOutcome outcome = runner.run(u"copy-database %1 mysql://a/b"_qs.arg(runner.database()));
        QCOMPARE(outcome.code, ExitCode::WrongUsage);
        QVERIFY2(outcome.err.startsWith(u"TO: "_qs), qPrintable(outcome.err));
        const CommandOutcome same = runner.run(u"copy-database %1 %1"_qs.arg(runner.database()));
        QCOMPARE(same.code, ExitCode::Failed);
        QVERIFY2(same.err.startsWith(u"TO: "_qs), qPrintable(same.err));
    }

    void theFileThatCannotBeOpenedIsNamed()
    {
        const CommandRunner runner;
        const CommandOutcome outcome =
            runner.run(u"copy-database sqlite:%1 %2"_qs.arg(runner.path(u"."_qs), m_server.text()));
        QCOMPARE(outcome.code, ExitCode::Failed);
        QVERIFY2(outcome.err.contains(u"is a folder"_qs), qPrintable(outcome.err));
        QVERIFY(runner.run(u"copy-database sqlite:%1 %2"_qs.arg(runner.path(u"no.db"_qs), m_server.text()))
                    .err.contains(u"no.db"_qs));
        QVERIFY(!QFile::exists(runner.path(u"no.db"_qs)));
    }
};

QTEST_GUILESS_MAIN(CopyCommandsTest)
#include "copycommandstest.moc"
