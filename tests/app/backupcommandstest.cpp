// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// backup, restore.

#include "tests/app/commandrunner.h"

#include "core/storage/dispatchlock.h"
#include "core/storage/workspace.h"

using app::ExitCode;
using tests::CommandOutcome;
using tests::CommandRunner;

class BackupCommandsTest : public QObject
{
    Q_OBJECT

    static CommandOutcome runOn(const QString &database, const QString &words)
    {
        return CommandRunner::runWords(QStringList{u"--database"_qs, database} + words.split(u' '));
    }
    static QString stateOf(const CommandOutcome &shown) { return shown.object().value(u"state"_qs).toString(); }

private Q_SLOTS:
    void aBackupIsMadeAndRestoredElsewhere()
    {
        const CommandRunner runner;
        const QString saved = runner.path(u"saved.db"_qs);
        const QString elsewhere = u"sqlite:"_qs + runner.path(u"elsewhere.db"_qs);
        QVERIFY(!runner.object(u"gateway add main --kind simulator --secret-stdin"_qs, "geheim\n").isEmpty());
        QVERIFY(!runner.object(u"client add 79990000001"_qs).isEmpty());
        const QString scheduled = runner.run(u"mailing create --text Hello"_qs).out.trimmed();
        const QString draft = runner.run(u"mailing create --text Later --draft"_qs).out.trimmed();

        const QJsonObject made = runner.object(u"backup "_qs + saved);
        QCOMPARE(made.value(u"file"_qs).toString(), saved);
        QCOMPARE(made.value(u"bytes"_qs).toInteger(), QFileInfo(saved).size());
        const CommandOutcome restored = runOn(elsewhere, u"--json restore "_qs + saved);

        QVERIFY2(restored.code == ExitCode::Done, qPrintable(restored.err));
        QCOMPARE(restored.object(), (QJsonObject{{u"database"_qs, elsewhere}, {u"former"_qs, {}}, {u"paused"_qs, 1}}));
        QCOMPARE(stateOf(runOn(elsewhere, u"--json mailing show "_qs + scheduled)), u"paused"_qs);
        QCOMPARE(stateOf(runOn(elsewhere, u"--json mailing show "_qs + draft)), u"draft"_qs);
        QCOMPARE(stateOf(runner.run(u"--json mailing show "_qs + scheduled)), u"scheduled"_qs);
        QCOMPARE(runOn(elsewhere, u"--json check"_qs).code, ExitCode::Done);
        // The key is that of this machine: what it opened before, it opens in the copy.
        const CommandOutcome tested = runOn(elsewhere, u"--json gateway test main 79990000001"_qs);
        QVERIFY2(tested.object().value(u"accepted"_qs).toBool(), qPrintable(tested.err));
    }

    void peopleAreToldInSentences()
    {
        const CommandRunner runner;
        const QString saved = runner.path(u"saved.db"_qs);
        QVERIFY(!runner.object(u"gateway add main --kind simulator"_qs).isEmpty());
        QVERIFY(!runner.object(u"client add 79990000001"_qs).isEmpty());
        QCOMPARE(runner.run(u"mailing create --text Hello"_qs).code, ExitCode::Done);

        const QString made = runner.run(u"backup "_qs + saved).out;
        QVERIFY2(made.startsWith(u"The workspace was backed up to %1 ("_qs.arg(saved)), qPrintable(made));

        const QString place = runner.path(u"workspace.db"_qs);
        const QStringList lines = runner.run(u"restore %1 --replace"_qs.arg(saved)).out.split(u'\n');
        QCOMPARE(lines.value(0), u"The workspace %1 was restored from %2."_qs.arg(place, saved));
        QVERIFY2(lines.value(1).startsWith(u"The former one is kept as %1.before-restore-"_qs.arg(place)),
                 qPrintable(lines.value(1)));
        QVERIFY2(lines.value(2).contains(u"paused"), qPrintable(lines.value(2)));
    }

    void aPresentWorkspaceIsReplacedOnlyWhenAskedFor()
    {
        const CommandRunner runner;
        const QString saved = runner.path(u"saved.db"_qs);
        QVERIFY(!runner.object(u"client add 79990000001"_qs).isEmpty());
        QVERIFY(!runner.object(u"backup "_qs + saved).isEmpty());
        QVERIFY(!runner.object(u"client add 79990000002"_qs).isEmpty());

        const CommandOutcome refused = runner.run(u"restore "_qs + saved);
        QCOMPARE(refused.code, ExitCode::Failed);
        QVERIFY2(refused.err.contains(u"--replace: "), qPrintable(refused.err));
        QCOMPARE(runner.run(u"--json client list"_qs).array().size(), 2);

        const QString former = runner.object(u"restore %1 --replace"_qs.arg(saved)).value(u"former"_qs).toString();
        QCOMPARE(runner.run(u"--json client list"_qs).array().size(), 1);
        QCOMPARE(runOn(u"sqlite:"_qs + former, u"--json client list"_qs).array().size(), 2);
    }

    void aWorkspaceThatSomebodyHasOpenIsNotReplaced()
    {
        const CommandRunner runner;
        const QString saved = runner.path(u"saved.db"_qs);
        QVERIFY(!runner.object(u"client add 79990000001"_qs).isEmpty());
        QVERIFY(!runner.object(u"backup "_qs + saved).isEmpty());
        const auto url = core::storage::DatabaseUrl::parse(runner.database());
        {
            const auto window = core::storage::openDirectly(*url);
            QVERIFY(window);
            const CommandOutcome refused = runner.run(u"--json restore %1 --replace"_qs.arg(saved));
            QCOMPARE(refused.code, ExitCode::Failed);
            QCOMPARE(refused.problem().value(u"type"_qs).toString(), u"urn:heliograph:restore.in_use"_qs);
            QVERIFY(!runner.object(u"backup "_qs + runner.path(u"second.db"_qs)).isEmpty());
        }
        const auto right = core::storage::DispatchLock::tryTake(*url);
        QVERIFY(right && *right);
        QCOMPARE(runner.run(u"restore %1 --replace"_qs.arg(saved)).code, ExitCode::Failed);
    }

    void aBackupMakesNoWorkspaceAndOverwritesNothing()
    {
        const CommandRunner runner;
        const QString saved = runner.path(u"saved.db"_qs);

        const CommandOutcome missing = runner.run(u"backup "_qs + saved);
        QCOMPARE(missing.code, ExitCode::Failed);
        QVERIFY2(missing.err.startsWith(u"There is no file "_qs + runner.path(u"workspace.db"_qs)), qPrintable(missing.err));
        QVERIFY(!QFile::exists(runner.path(u"workspace.db"_qs)));

        QVERIFY(!runner.object(u"client add 79990000001"_qs).isEmpty());
        runner.write(u"saved.db"_qs, "precious");
        QCOMPARE(runner.run(u"--json backup "_qs + saved).problem().value(u"type"_qs).toString(),
                 u"urn:heliograph:file.exists"_qs);
        QCOMPARE(QFileInfo(saved).size(), 8);
        QCOMPARE(runner.run(u"backup"_qs).code, ExitCode::WrongUsage);
        QCOMPARE(runner.run(u"restore"_qs).code, ExitCode::WrongUsage);
    }

    void postgresqlsOwnProgramsAreNamed()
    {
        const QString server = u"postgresql://me@db:5432/sms"_qs;

        const CommandOutcome backup = runOn(server, u"backup /saved.dump"_qs);
        QCOMPARE(backup.code, ExitCode::Failed);
        QVERIFY2(backup.err.contains(u"pg_dump --format=custom --file='/saved.dump' --dbname='%1'"_qs.arg(server)),
                 qPrintable(backup.err));
        const CommandOutcome restore = runOn(server, u"restore /saved.dump"_qs);
        QCOMPARE(restore.code, ExitCode::Failed);
        QVERIFY2(restore.err.contains(u"--single-transaction --dbname='%1' '/saved.dump'"_qs.arg(server)),
                 qPrintable(restore.err));
    }
};

QTEST_GUILESS_MAIN(BackupCommandsTest)
#include "backupcommandstest.moc"
