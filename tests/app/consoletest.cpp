// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QtTest>

using app::Console;

namespace {

/** Three streams in memory. */
struct Terminal
{
    explicit Terminal(bool json = false, bool verbose = false) : console({in, out, err}, json, verbose)
    {
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
    }

    QBuffer in;
    QBuffer out;
    QBuffer err;
    Console console;
};

/** A disk without space. */
class FullDevice final : public QIODevice
{
protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64) override
    {
        setErrorString(u"No space left on device"_qs);
        return -1;
    }
};

} // namespace

class ConsoleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleAndMachinesReadTheirOwn()
    {
        Terminal people;
        Terminal machines(true);
        for (Terminal *terminal : {&people, &machines}) {
            terminal->console.print(u"one"_qs);
            terminal->console.print(QJsonObject{{u"one"_qs, 1}});
            terminal->console.printAlways(u"always"_qs);
        }

        QCOMPARE(people.out.data(), QByteArray("one\nalways\n"));
        QCOMPARE(machines.out.data(), QByteArray("{\"one\":1}\nalways\n"));
    }

    void anArrayIsWrittenBitByBit()
    {
        Terminal machines(true);
        machines.console.printItem({{u"n"_qs, 1}}, true);
        machines.console.printItem({{u"n"_qs, 2}}, false);
        machines.console.endItems(false);

        QCOMPARE(QJsonDocument::fromJson(machines.out.data()).array().size(), 2);

        Terminal nothing(true);
        nothing.console.endItems(true);
        QCOMPARE(nothing.out.data(), QByteArray("[]\n"));
    }

    void anErrorIsASentenceOrAProblem()
    {
        const auto error = core::Error::make(core::ErrorKind::NotFound, "mailing.unknown", {u"5"_qs}, u"SELECT"_qs);
        Terminal people;
        people.console.report(error);
        QCOMPARE(people.err.data(), QByteArray("There is no mailing 5. Choose one from the list of mailings.\n"));
        QVERIFY(people.out.data().isEmpty());

        Terminal curious(false, true);
        curious.console.report(error);
        QVERIFY(curious.err.data().endsWith("(mailing.unknown: SELECT)\n"));

        Terminal machines(true, true);
        machines.console.report(error);
        QCOMPARE(QJsonDocument::fromJson(machines.err.data()).object()[u"status"_qs].toInt(), 404);
        QVERIFY(!machines.err.data().contains("SELECT"));
    }

    void eachFieldHasALine()
    {
        Terminal people;
        people.console.report(
            core::Error::invalid({{u"--name"_qs, u"name:empty"_qs, {}}, {QString(), u"text:empty"_qs, {}}}));

        QCOMPARE(people.err.data(), QByteArray("--name: Enter a name.\nEnter the text of the mailing.\n"));
    }

    void whatIsNotNewIsNotSaidAgain()
    {
        Terminal terminal;
        int rate = 9;
        for (const QString &progress : {u"1 of 2"_qs, u"1 of 2"_qs, u"2 of 2"_qs, u"2 of 2"_qs, u"1 of 2"_qs})
            terminal.console.noteChange(progress, u" %1/s"_qs.arg(rate--));

        QCOMPARE(terminal.err.data(), QByteArray("1 of 2 9/s\n2 of 2 7/s\n1 of 2 5/s\n"));
    }

    void aLineIsReadWithoutItsEnd_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::newRow("unix") << QByteArray("geheim\nmore\n");
        QTest::newRow("windows") << QByteArray("geheim\r\n");
        QTest::newRow("no end") << QByteArray("geheim");
    }

    void aLineIsReadWithoutItsEnd()
    {
        QFETCH(QByteArray, given);
        Terminal terminal;
        terminal.in.setData(given);
        terminal.in.open(QIODevice::ReadOnly);

        QCOMPARE(terminal.console.readLine().value_or(QString()), u"geheim"_qs);
    }

    void aBlankLineIsALine()
    {
        Terminal terminal;
        terminal.in.setData("\n");
        terminal.in.open(QIODevice::ReadOnly);

        const auto line = terminal.console.readLine();

        QVERIFY(line && line->isEmpty());
    }

    void inputThatEndsAtOnceIsNoBlankLine()
    {
        Terminal terminal;
        terminal.in.open(QIODevice::ReadOnly);

        const auto line = terminal.console.readLine();

        QVERIFY(!line);
        QCOMPARE(line.error().code, u"input.nothing"_qs);
    }

    void aFullDiskIsRemembered()
    {
        QBuffer in;
        QBuffer err;
        FullDevice out;
        QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        QVERIFY(err.open(QIODevice::WriteOnly));
        Console console({in, out, err}, false, false);
        QVERIFY(console.outputFailure().isEmpty());

        console.print(u"one"_qs);

        QCOMPARE(console.outputFailure(), u"No space left on device"_qs);
    }
};

QTEST_GUILESS_MAIN(ConsoleTest)
#include "consoletest.moc"
