// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandhelp.h"
#include "app/commandline.h"
#include "app/commandtable.h"

#include <QtTest>

namespace tests {

/** Whether a table of commands and its help say the same; what single commands say is tested with them. */
class CommandHelpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandStandsInTheListOnce()
    {
        QStringList wanted;
        for (const app::Command &command : app::commandTable()) {
            QString syntax = (u"heliograph "_qs + command.words).trimmed();
            for (const app::Argument &argument : command.arguments)
                syntax += argument.required ? u' ' + argument.name : u" [%1]"_qs.arg(argument.name);
            wanted << (command.options.isEmpty() ? syntax : syntax + u" [options]"_qs);
        }

        const QStringList listed = firstColumn(app::helpText({}, app::commandTable()), u"  heliograph"_qs);

        QCOMPARE(listed, wanted);
        QVERIFY(QSet<QString>(listed.cbegin(), listed.cend()).size() == listed.size());
    }

    void everyOptionStandsInTheHelpOfItsCommandOnce()
    {
        for (const app::Command &command : app::commandTable()) {
            if (command.words.isEmpty())
                continue;
            QStringList told;
            const QStringList syntaxes = firstColumn(app::helpText(command.words, app::commandTable()), u"  --"_qs);
            for (const QString &line : syntaxes)
                told << line.trimmed().section(u' ', 0, 0).mid(2);
            QStringList wanted;
            for (const app::Option &option : command.options + app::globalOptions())
                wanted << option.name;
            QCOMPARE(told, wanted);
            QVERIFY2(told.removeDuplicates() == 0, qPrintable(command.words));
        }
    }

    void aValueAndARepetitionAreSaid()
    {
        const app::Command command{
            .words = u"dance"_qs,
            .arguments = {{u"PARTNER"_qs}, {u"FLOOR"_qs, false}},
            .options = {{.name = u"step"_qs, .value = u"NAME"_qs, .help = "which", .repeatable = true},
                        {.name = u"slow"_qs, .help = "at half the pace"}},
            .summary = "Moves."};

        const QString text = app::helpText(u"dance"_qs, {command});

        QVERIFY2(text.startsWith(u"heliograph dance PARTNER [FLOOR] [options]\n\nMoves.\n"_qs), qPrintable(text));
        QVERIFY2(text.contains(u"  --step NAME  which (may be repeated)\n"_qs), qPrintable(text));
        QVERIFY2(text.contains(u"  --slow       at half the pace\n"_qs), qPrintable(text));
    }

    void noLineOfTheHelpIsWiderThanATerminalCanBe()
    {
        for (const QString &line : app::helpText({}, app::commandTable()).split(u'\n'))
            QVERIFY2(line.size() <= 160, qPrintable(line));
    }

    void wrongUsageIsSentToTheRightHelp()
    {
        QCOMPARE(app::helpHint(u"mailing show"_qs), u"See 'heliograph mailing show --help'."_qs);
        QCOMPARE(app::helpHint({}), u"See 'heliograph --help'."_qs);
    }

private:
    /** Of the lines that begin so, what stands before the gap of two blanks. */
    static QStringList firstColumn(const QString &text, const QString &beginning)
    {
        QStringList found;
        for (const QString &line : text.split(u'\n')) {
            if (line.startsWith(beginning))
                found << line.left(line.indexOf(u"  "_qs, 2)).trimmed();
        }
        return found;
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::CommandHelpTest)
#include "commandhelptest.moc"
