// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/commandrunner.h"

using app::ExitCode;
using tests::CommandOutcome;
using tests::CommandRunner;

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongUsageEndsWithTwo_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("said");

        QTest::newRow("unknown command") << u"mailings"_qs << u"mailings"_qs;
        QTest::newRow("unknown word of a group") << u"mailing fly 5"_qs << u"mailing fly"_qs;
        QTest::newRow("half a command") << u"mailing"_qs << u"mailing"_qs;
        QTest::newRow("unknown option") << u"statistics --colour"_qs << u"no option “--colour”"_qs;
        QTest::newRow("option without value") << u"mailing create --text"_qs << u"text"_qs;
        QTest::newRow("argument missing") << u"mailing show"_qs << u"ID"_qs;
        QTest::newRow("argument too many") << u"mailing show 1 2"_qs << u"2"_qs;
        QTest::newRow("number that is none") << u"mailing create --text Hello --rate fast"_qs << u"rate: "_qs;
        QTest::newRow("time that is none") << u"mailing create --text Hello --start tomorrow"_qs << u"start: "_qs;
        QTest::newRow("window that is none") << u"mailing create --text Hello --window 9to5"_qs << u"window: "_qs;
        QTest::newRow("weekdays that are none") << u"mailing create --text Hello --weekdays 0-5"_qs << u"weekdays: "_qs;
        QTest::newRow("choice that is none") << u"mailing create --text Hello --priority urgent"_qs << u"priority: "_qs;
        QTest::newRow("pair that is none") << u"client add 79990000001 --attribute Anna"_qs << u"attribute: "_qs;
        QTest::newRow("option given twice") << u"mailing create --text a --text b"_qs << u"--text"_qs;
        QTest::newRow("fault that is none") << u"simulator --latency soon"_qs << u"latency: "_qs;
        QTest::newRow("short option") << u"statistics -x"_qs << u"no option “-x”"_qs;
        QTest::newRow("gateway of no kind") << u"gateway add main"_qs << u"--kind is missing"_qs;
        QTest::newRow("on and off") << u"gateway set main --enable --disable"_qs
                                    << u"--enable: This contradicts --disable"_qs;
        QTest::newRow("an end of no repetition") << u"mailing create --text a --repeat-until 2099-01-01"_qs
                                                 << u"--repeat-until: This means something only together with --repeat"_qs;
        QTest::newRow("repeat none until")
            << u"mailing create --text a --repeat none --repeat-until 2099-01-01"_qs << u"--repeat-until: This means"_qs;
        QTest::newRow("help of nothing") << u"help mailing fly"_qs << u"no command “mailing fly”"_qs;
        QTest::newRow("language") << u"statistics --language fr"_qs << u"language: "_qs;
    }

    void wrongUsageEndsWithTwo()
    {
        QFETCH(QString, words);
        QFETCH(QString, said);
        const CommandRunner runner;

        const CommandOutcome outcome = runner.run(words);

        QCOMPARE(outcome.code, ExitCode::WrongUsage);
        QVERIFY2(outcome.err.contains(said), qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains(u"--help"_qs), qPrintable(outcome.err));
        QVERIFY(outcome.out.isEmpty());
        QVERIFY2(!QFile::exists(runner.path(u"workspace.db"_qs)), "nothing is touched before the words are understood");
    }

    void withJsonAProblemObjectIsPrinted()
    {
        const CommandRunner runner;

        const CommandOutcome wrong = runner.run(u"--json mailing show"_qs);
        QCOMPARE(wrong.code, ExitCode::WrongUsage);
        QCOMPARE(wrong.problem().value(u"status"_qs).toInt(), 422);

        const CommandOutcome refused = runner.run(u"mailing show 5 --json"_qs);
        QCOMPARE(refused.code, ExitCode::Failed);
        QVERIFY(refused.out.isEmpty());
        QCOMPARE(refused.problem().value(u"status"_qs).toInt(), 404);
        QCOMPARE(refused.problem().value(u"type"_qs).toString(), u"urn:heliograph:mailing.unknown"_qs);
    }

    void aNegativeNumberIsNoOption()
    {
        const auto parsed = [](const QStringList &words) { return app::parsedCommandLine(words, app::commandTable()); };

        const app::CommandLine argument = parsed({u"setting"_qs, u"set"_qs, u"texts_kept_days"_qs, u"-1"_qs, u"--json"_qs});
        QVERIFY2(argument.command, qPrintable(argument.error.code));
        QCOMPARE(argument.invocation.arguments, (QStringList{u"texts_kept_days"_qs, u"-1"_qs}));
        QVERIFY(argument.invocation.has(u"json"_qs));

        const app::CommandLine value = parsed({u"mailing"_qs, u"create"_qs, u"--text"_qs, u"-5"_qs, u"--rate"_qs, u"-1"_qs});
        QVERIFY(value.command);
        QCOMPARE(value.invocation.value(u"text"_qs), u"-5"_qs);
        QCOMPARE(value.invocation.value(u"rate"_qs), u"-1"_qs);
    }

    void optionsMayStandAnywhere_data()
    {
        QTest::addColumn<QStringList>("words");

        QTest::newRow("before") << QStringList{u"--json"_qs, u"--database"_qs, u"sqlite:w.db"_qs, u"mailing"_qs, u"list"_qs};
        QTest::newRow("between") << QStringList{u"mailing"_qs, u"--json"_qs, u"list"_qs, u"--database=sqlite:w.db"_qs};
        QTest::newRow("after") << QStringList{u"mailing"_qs, u"list"_qs, u"--database"_qs, u"sqlite:w.db"_qs, u"--json"_qs};
    }

    void optionsMayStandAnywhere()
    {
        QFETCH(QStringList, words);

        const app::CommandLine line = app::parsedCommandLine(words, app::commandTable());

        QVERIFY(line.command);
        QCOMPARE(line.command->words, u"mailing list"_qs);
        QCOMPARE(line.invocation.value(u"database"_qs), u"sqlite:w.db"_qs);
        QVERIFY(line.invocation.has(u"json"_qs));
        QVERIFY(line.invocation.arguments.isEmpty());
    }

    void noWordsMeanTheWindow()
    {
        const app::CommandLine line = app::parsedCommandLine({u"--language"_qs, u"ru"_qs}, app::commandTable());

        QVERIFY(line.command);
        QCOMPARE(line.command->surface, app::Surface::Window);
    }

    void withoutADisplayTheWindowSaysSo()
    {
        const CommandRunner runner;

        const CommandOutcome outcome = runner.run(u"--json"_qs);

        QCOMPARE(outcome.code, ExitCode::Failed);
        QCOMPARE(outcome.problem().value(u"type"_qs).toString(), u"urn:heliograph:display.none"_qs);
    }

    void everyCommandHasHelp()
    {
        for (const app::Command &command : app::commandTable()) {
            if (command.words.isEmpty())
                continue;
            const CommandOutcome outcome = CommandRunner::runWords(command.words.split(u' ') + QStringList{u"--help"_qs});
            QCOMPARE(outcome.code, ExitCode::Done);
            QVERIFY2(outcome.out.startsWith(u"heliograph "_qs + command.words), qPrintable(outcome.out));
            QVERIFY(*command.summary);
            for (const app::Option &option : command.options) {
                QVERIFY2(*option.help, qPrintable(command.words + u" --"_qs + option.name));
                QVERIFY2(outcome.out.contains(u"--"_qs + option.name), qPrintable(outcome.out));
            }
        }
    }

    void noCommandIsThereTwice()
    {
        QSet<QString> words;
        for (const app::Command &command : app::commandTable()) {
            QVERIFY2(!words.contains(command.words), qPrintable(command.words));
            words.insert(command.words);
        }
    }

    void aGroupListsItsCommands()
    {
        const CommandOutcome outcome = CommandRunner::runWords({u"mailing"_qs, u"--help"_qs});

        QCOMPARE(outcome.code, ExitCode::Done);
        QVERIFY(outcome.out.contains(u"heliograph mailing create"_qs));
        QVERIFY(!outcome.out.contains(u"heliograph client"_qs));
    }

    void helpExplainsACommandOrAGroup()
    {
        const CommandOutcome command = CommandRunner::runWords({u"help"_qs, u"mailing"_qs, u"create"_qs});
        QCOMPARE(command.code, ExitCode::Done);
        QCOMPARE(command.out, CommandRunner::runWords({u"mailing"_qs, u"create"_qs, u"--help"_qs}).out);

        const CommandOutcome group = CommandRunner::runWords({u"help"_qs, u"gateway"_qs});
        QVERIFY(group.out.contains(u"heliograph gateway add"_qs) && !group.out.contains(u"heliograph client"_qs));
    }

    void helpListsEveryCommand()
    {
        const CommandOutcome outcome = CommandRunner::runWords({u"help"_qs});

        for (const app::Command &command : app::commandTable())
            QVERIFY2(outcome.out.contains((u"heliograph "_qs + command.words).trimmed()), qPrintable(command.words));
    }

    void theVersionIsPrinted()
    {
        const CommandOutcome outcome = CommandRunner::runWords({u"--version"_qs});

        QCOMPARE(outcome.code, ExitCode::Done);
        QVERIFY(outcome.out.startsWith(u"heliograph "_qs));
    }

    void settingsOfTheDesktopAreExplained()
    {
        const CommandOutcome outcome = CommandRunner::runWords({u"help"_qs, u"settings"_qs});

        QCOMPARE(outcome.code, ExitCode::Done);
        QVERIFY(outcome.out.contains(u"language"_qs));
    }

    void theDatabaseComesFromTheEnvironmentToo()
    {
        const CommandRunner runner;
        qputenv("HELIOGRAPH_DATABASE", (u"sqlite:"_qs + runner.path(u"other.db"_qs)).toLocal8Bit());

        const CommandOutcome outcome = CommandRunner::runWords({u"statistics"_qs});

        qunsetenv("HELIOGRAPH_DATABASE");
        QCOMPARE(outcome.code, ExitCode::Done);
        QVERIFY(QFile::exists(runner.path(u"other.db"_qs)));
    }

    void anOutputThatIsNotTakenIsAFailure()
    {
        QFile full(u"/dev/full"_qs);
        QVERIFY(full.open(QIODevice::WriteOnly));
        QBuffer in;
        QBuffer err;
        QVERIFY(in.open(QIODevice::ReadOnly) && err.open(QIODevice::WriteOnly));
        const app::CommandLine line = app::parsedCommandLine({u"help"_qs}, app::commandTable());

        QCOMPARE(app::run(line, app::commandTable(), {in, full, err}), ExitCode::Failed);
        QVERIFY2(err.data().startsWith("The output could not be written"), err.data().constData());
    }

    void aPasswordInTheUrlIsRefused()
    {
        const CommandOutcome outcome = CommandRunner::runWords(
            {u"statistics"_qs, u"--database"_qs, u"postgresql://anna:geheim@db.example/heliograph"_qs});

        QCOMPARE(outcome.code, ExitCode::WrongUsage);
        QVERIFY2(outcome.err.startsWith(u"--database: "_qs), qPrintable(outcome.err));
        QVERIFY(!outcome.err.contains(u"geheim"_qs));
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "commandlinetest.moc"
