// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// setting, key, check, import, export.

#include "tests/app/commandrunner.h"

#include "core/storage/connection.h"

#include <sys/stat.h>

using app::ExitCode;
using tests::CommandOutcome;
using tests::CommandRunner;

class WorkspaceCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsAreListedReadAndSet()
    {
        const CommandRunner runner;

        QCOMPARE(runner.object(u"setting set zone Asia/Omsk"_qs).value(u"value"_qs).toString(), u"Asia/Omsk"_qs);
        QCOMPARE(runner.run(u"setting get zone"_qs).out, u"Asia/Omsk\n"_qs);
        QVERIFY(runner.run(u"--json setting list"_qs).array().size() > 5);
        QVERIFY(runner.run(u"setting list"_qs).out.contains(u"Asia/Omsk"_qs));
    }

    void anUnknownOrWrongSettingIsRefused()
    {
        const CommandRunner runner;

        QCOMPARE(runner.run(u"--json setting get colour"_qs).problem().value(u"status"_qs).toInt(), 404);
        QCOMPARE(runner.run(u"--json setting set zone Mars/Olympus"_qs).problem().value(u"status"_qs).toInt(), 422);
        QCOMPARE(runner.run(u"setting set zone"_qs).code, ExitCode::WrongUsage);
    }

    void theDefaultGatewayIsASettingToo()
    {
        const CommandRunner runner;
        QCOMPARE(runner.run(u"setting get default_gateway"_qs).out, u"\n"_qs);
        QVERIFY(!runner.object(u"gateway add main --kind simulator"_qs).isEmpty());
        QVERIFY(!runner.object(u"gateway add backup --kind simulator"_qs).isEmpty());

        QCOMPARE(runner.object(u"setting set default_gateway backup"_qs).value(u"value"_qs).toString(), u"backup"_qs);
        QVERIFY(runner.run(u"--json gateway list"_qs).array().first().toObject().value(u"is_default"_qs).toBool());

        QVERIFY(!runner.object(u"gateway set main --default"_qs).isEmpty());
        QCOMPARE(runner.run(u"setting get default_gateway"_qs).out, u"main\n"_qs);
        QVERIFY(runner.run(u"setting list"_qs).out.contains(QRegularExpression(u"default_gateway +main\n"_qs)));

        const CommandOutcome wrong = runner.run(u"setting set default_gateway third"_qs);
        QCOMPARE(wrong.code, ExitCode::Failed);
        QCOMPARE(wrong.err, u"default_gateway: There is no gateway named “third”. Choose one of: backup, main.\n"_qs);
    }

    void theKeyOpensTheSecretsOnAnotherMachine()
    {
        const CommandRunner runner;
        QVERIFY(!runner.object(u"gateway add main --kind simulator --secret-stdin"_qs, "geheim\n").isEmpty());
        const QString key = runner.run(u"key show"_qs).out.trimmed();
        QVERIFY(key.size() > 20);
        QVERIFY(QFile::remove(runner.path(u"workspace.key"_qs)));
        QCOMPARE(runner.run(u"--json key show"_qs).problem().value(u"type"_qs).toString(), u"urn:heliograph:key.missing"_qs);

        const CommandOutcome set = runner.run(u"key set --stdin"_qs, key.toUtf8() + "\n");

        QCOMPARE(set.code, ExitCode::Done);
        QVERIFY(!set.out.contains(key));
        QCOMPARE(runner.object(u"key show"_qs).value(u"key"_qs).toString(), key);
        QCOMPARE(runner.object(u"gateway test main 79990000001"_qs).value(u"accepted"_qs).toBool(), true);
    }

    void aKeyWithATypingMistakeIsRefused()
    {
        const CommandRunner runner;

        QCOMPARE(runner.run(u"--json key set --stdin"_qs, "nonsense\n").problem().value(u"status"_qs).toInt(), 422);
    }

    void aSoundWorkspaceIsOk()
    {
        const CommandRunner runner;

        const CommandOutcome outcome = runner.run(u"--json check"_qs);

        QCOMPARE(outcome.code, ExitCode::Done);
        QCOMPARE(outcome.out, u"{\"ok\":true,\"problems\":[]}\n"_qs);
    }

    void wrongCountersAreNamedAndRepaired()
    {
        const CommandRunner runner;
        QVERIFY(!runner.object(u"mailing create --draft --text Hello"_qs).isEmpty());
        {
            const auto connection = core::storage::Connection::open(*core::storage::DatabaseUrl::parse(runner.database()),
                                                                    core::storage::Connection::Access::ReadWrite);
            QVERIFY(connection);
            QVERIFY((*connection)->runText(u"UPDATE mailing_counters SET sent = sent + 1"_qs, u"test"_qs));
        }

        const CommandOutcome found = runner.run(u"--json check"_qs);
        QCOMPARE(found.code, ExitCode::Failed);
        QCOMPARE(found.object().value(u"ok"_qs).toBool(true), false);
        QVERIFY(found.object().value(u"problems"_qs).toArray().first().toString().contains(u"sent is 1, counted 0"_qs));

        QCOMPARE(runner.run(u"check --repair-counters"_qs).code, ExitCode::Done);
        QCOMPARE(runner.run(u"check"_qs).code, ExitCode::Done);
    }

    void anImportCountsAndRejects()
    {
        const CommandRunner runner;
        const QString file = runner.write(u"clients.csv"_qs, "phone;name;tags\n79990000001;Anna;vip\n123;Bert;\n"
                                                             "79990000001;Anna;vip\n79990000002;Cleo;\n");
        const QString rejects = runner.path(u"rejects.csv"_qs);

        const CommandOutcome dry = runner.run(u"--json import %1 --dry-run"_qs.arg(file));
        QCOMPARE(dry.code, ExitCode::SomeRejected);
        QCOMPARE(runner.run(u"--json client list"_qs).array().size(), 0);

        const CommandOutcome outcome = runner.run(u"--json import %1 --tag spring --rejects %2"_qs.arg(file, rejects));
        QCOMPARE(outcome.code, ExitCode::SomeRejected);
        QCOMPARE(outcome.object(), dry.object());
        QCOMPARE(outcome.out,
                 u"{\"changed\":0,\"double\":1,\"new\":2,\"rejected\":[{\"line\":3,\"reason\":\"phone:too_short\"}],"
                 "\"unchanged\":0}\n"_qs);
        QVERIFY(QFile::exists(rejects));
        QCOMPARE(runner.run(u"--json client list --tag spring"_qs).array().size(), 2);
        QVERIFY(runner.run(u"import "_qs + file).out.contains(u"phone:too_short"_qs));
    }

    void anImportWithoutRejectsEndsWithZero()
    {
        const CommandRunner runner;
        const QString file = runner.write(u"clients.csv"_qs, "Nummer;Wer\n79990000001;Anna\n");

        QCOMPARE(runner.run(u"import %1 --map phone=Nummer --map name=Wer"_qs.arg(file)).code, ExitCode::Done);
        QCOMPARE(
            runner.object(u"client show 79990000001"_qs).value(u"attributes"_qs).toObject().value(u"name"_qs).toString(),
            u"Anna"_qs);
        QCOMPARE(runner.run(u"import %1 --mode sometimes"_qs.arg(file)).code, ExitCode::WrongUsage);
        QCOMPARE(runner.run(u"import "_qs + runner.path(u"nowhere.csv"_qs)).code, ExitCode::Failed);
    }

    void whatWasBeforeAnOpenQuoteIsInAndTold()
    {
        const CommandRunner runner;
        const QString file =
            runner.write(u"clients.csv"_qs, "phone;name\n79990000001;Anna\n79990000002;\"Bert\n79990000003;Cleo\n");

        const CommandOutcome outcome = runner.run(u"--json import "_qs + file);

        QCOMPARE(outcome.code, ExitCode::Failed);
        QCOMPARE(outcome.object().value(u"new"_qs).toInt(), 1);
        QCOMPARE(outcome.problem().value(u"type"_qs).toString(), u"urn:heliograph:csv.unclosed_quote"_qs);
    }

    void aWorkbookIsNoListOfClients()
    {
        const CommandRunner runner;
        QVERIFY(!runner.object(u"client add 79990000001"_qs).isEmpty());
        const QString file = runner.path(u"clients.xlsx"_qs);
        QVERIFY(!runner.object(u"export clients "_qs + file).isEmpty());

        const CommandOutcome outcome = runner.run(u"import %1 --tag new"_qs.arg(file));

        QCOMPARE(outcome.code, ExitCode::Failed);
        QVERIFY2(outcome.err.startsWith(u"The file %1 is a workbook"_qs.arg(file)), qPrintable(outcome.err));
        QVERIFY(outcome.err.contains(u"save the sheet as CSV"_qs));
        QVERIFY(outcome.out.isEmpty());
        QCOMPARE(runner.run(u"--json client list"_qs).array().size(), 1);
        QCOMPARE(runner.run(u"--json client list --tag new"_qs).array().size(), 0);
    }

    void anExportIsImportedWithoutChanges()
    {
        const CommandRunner runner;
        QVERIFY(!runner.object(u"client add 79990000001 --tag vip --attribute name=Анна"_qs).isEmpty());
        const QString file = runner.path(u"out.csv"_qs);

        QCOMPARE(runner.object(u"export clients "_qs + file).value(u"rows"_qs).toInt(), 1);

        const QJsonObject again = runner.object(u"import "_qs + file);
        QCOMPARE(again.value(u"unchanged"_qs).toInt(), 1);
        QCOMPARE(again.value(u"new"_qs).toInt(), 0);
    }

    void aDamagedDatabaseIsWhatTheCheckReports()
    {
        const CommandRunner runner;
        runner.write(u"workspace.db"_qs, QByteArray(8192, 'x'));

        const CommandOutcome found = runner.run(u"--json check"_qs);

        QCOMPARE(found.code, ExitCode::Failed);
        QVERIFY(!found.object().value(u"ok"_qs).toBool(true));
        QVERIFY(!found.object().value(u"problems"_qs).toArray().isEmpty());
        QVERIFY2(found.err.isEmpty(), qPrintable(found.err));
    }

    void aFolderThatIsNotThereIsNotMade()
    {
        const CommandRunner runner;
        const QString folder = runner.path(u"misspelt/data"_qs);

        const CommandOutcome outcome =
            CommandRunner::runWords({u"--database"_qs, u"sqlite:"_qs + folder + u"/w.db"_qs, u"mailing"_qs, u"list"_qs});

        QCOMPARE(outcome.code, ExitCode::Failed);
        QVERIFY2(outcome.err.startsWith(u"There is no folder %1."_qs.arg(folder)), qPrintable(outcome.err));
        QVERIFY(!QFile::exists(runner.path(u"misspelt"_qs)));
    }

    void theDefaultPlaceIsMadeByTheProgram()
    {
        const CommandRunner runner;
        const QByteArray before = qgetenv("XDG_DATA_HOME");
        qputenv("XDG_DATA_HOME", runner.path(u"share"_qs).toLocal8Bit());

        const CommandOutcome outcome = CommandRunner::runWords({u"client"_qs, u"list"_qs});
        qputenv("XDG_DATA_HOME", before);

        QCOMPARE(outcome.code, ExitCode::Done);
        QVERIFY(QFile::exists(runner.path(u"share/heliograph/workspace.db"_qs)));
    }

    void aPathThatIsNoDatabaseIsNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("sentence");

        QTest::newRow("folder") << u"folder"_qs << u"%1 is a folder"_qs;
        QTest::newRow("other file") << u"other.txt"_qs << u"The file %1 is not a database"_qs;
    }

    void aPathThatIsNoDatabaseIsNamed()
    {
        QFETCH(QString, name);
        QFETCH(QString, sentence);
        const CommandRunner runner;
        QVERIFY(QDir(runner.path(QString())).mkpath(u"folder"_qs));
        runner.write(u"other.txt"_qs, QByteArray(8192, 'x'));
        const QString path = runner.path(name);

        const CommandOutcome outcome =
            CommandRunner::runWords({u"--database"_qs, u"sqlite:"_qs + path, u"mailing"_qs, u"list"_qs});

        QCOMPARE(outcome.code, ExitCode::Failed);
        QVERIFY2(outcome.err.contains(sentence.arg(path)), qPrintable(outcome.err));
    }

    void whatIsChangedLeavesALineInTheLog()
    {
        const CommandRunner runner;
        QVERIFY(!runner.object(u"client add 79990000001 --attribute name=Anna"_qs).isEmpty());

        QFile log(runner.path(u"log/heliograph.log"_qs));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray text = log.readAll();
        QVERIFY2(text.contains("category=heliograph.app action=client.add actor=cli:"), text.constData());
        QVERIFY(!text.contains("79990000001") && !text.contains("Anna"));
    }

    void aLogThatCannotBeOpenedIsANoteOnly()
    {
        const CommandRunner runner;
        runner.write(u"log"_qs, "a file in the way");

        const CommandOutcome outcome = runner.run(u"client add 79990000001"_qs);

        QCOMPARE(outcome.code, ExitCode::Done);
        QVERIFY2(outcome.err.contains(u"heliograph.log"_qs), qPrintable(outcome.err));
    }

    void aPipeIsNoFileToImport()
    {
        const CommandRunner runner;
        const QString pipe = runner.path(u"pipe"_qs);
        QCOMPARE(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);

        const CommandOutcome outcome = runner.run(u"import "_qs + pipe);

        QCOMPARE(outcome.code, ExitCode::Failed);
        QVERIFY2(outcome.err.contains(u"cannot be read from a pipe"_qs), qPrintable(outcome.err));
    }

    void anExportOfNothingKnownIsRefused()
    {
        const CommandRunner runner;

        QCOMPARE(runner.run(u"export gateways "_qs + runner.path(u"out.csv"_qs)).code, ExitCode::WrongUsage);
        QCOMPARE(runner.run(u"export clients "_qs + runner.path(u"out.pdf"_qs)).code, ExitCode::WrongUsage);
        QCOMPARE(runner.run(u"export clients "_qs + runner.path(u"out"_qs)).code, ExitCode::WrongUsage);
        QCOMPARE(runner.run(u"export clients %1 --mailing 1"_qs.arg(runner.path(u"out.csv"_qs))).code, ExitCode::WrongUsage);
        QCOMPARE(runner.run(u"export messages %1 --mailing 4711"_qs.arg(runner.path(u"out.csv"_qs))).code, ExitCode::Failed);
        QVERIFY(!QFile::exists(runner.path(u"out.csv"_qs)));
    }
};

QTEST_GUILESS_MAIN(WorkspaceCommandsTest)
#include "workspacecommandstest.moc"
