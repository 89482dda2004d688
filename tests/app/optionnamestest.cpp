// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/optionnames.h"

#include "app/commandtable.h"

#include <QtTest>

using app::Command;
using app::Invocation;

class OptionNamesTest : public QObject
{
    Q_OBJECT

private:
    static Command command()
    {
        return {.words = u"mailing create"_qs,
                .arguments = {{.name = u"PHONE"_qs}, {.name = u"KEY"_qs}},
                .options = {{.name = u"end"_qs, .value = u"TIME"_qs, .field = "end_at"},
                            {.name = u"option"_qs, .value = u"KEY=VALUE"_qs, .field = "options"},
                            {.name = u"url"_qs, .value = u"URL"_qs},
                            {.name = u"allow-duplicate"_qs, .help = "although it is sent", .wayOutOf = "mailing.twin"},
                            {.name = u"skip"_qs, .help = "without them", .wayOutOf = "template:missing"}}};
    }

private Q_SLOTS:
    void fieldsAreNamedAsTyped_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("expected");

        QTest::newRow("option of another name") << u"end_at"_qs << u"--end"_qs;
        QTest::newRow("option of the same name") << u"url"_qs << u"--url"_qs;
        QTest::newRow("by the option's name") << u"end"_qs << u"--end"_qs;
        QTest::newRow("part of an option") << u"options.latency"_qs << u"--option latency"_qs;
        QTest::newRow("argument") << u"phone"_qs << u"PHONE"_qs;
        QTest::newRow("what stands in an argument") << u"quiet_hours_from"_qs << u"quiet_hours_from"_qs;
        QTest::newRow("what cannot be typed here") << u"start_at"_qs << QString();
        QTest::newRow("blank") << QString() << QString();
    }

    void fieldsAreNamedAsTyped()
    {
        QFETCH(QString, field);
        QFETCH(QString, expected);
        Invocation invocation;
        invocation.arguments = QStringList{u"79990000001"_qs, u"quiet_hours_from"_qs};

        const core::Error named = app::asTyped(core::Error::invalid({{field, u"text:empty"_qs, {}}}), command(), invocation);

        QCOMPARE(named.fields.value(0).field, expected);
        QCOMPARE(named.fields.value(0).code, u"text:empty"_qs);
    }

    void theWayOutIsTold()
    {
        const auto twin = core::Error::make(core::ErrorKind::Conflict, "mailing.twin", {u"Sale"_qs, u"1"_qs});
        QCOMPARE(app::waysOut(twin, command()), QStringList{u"--allow-duplicate: although it is sent"_qs});

        const auto missing = core::Error::invalidField("text", "template:missing", {u"name"_qs, u"2"_qs});
        QCOMPARE(app::waysOut(missing, command()), QStringList{u"--skip: without them"_qs});

        QVERIFY(app::waysOut(core::Error::make(core::ErrorKind::NotFound, "mailing.unknown"), command()).isEmpty());
    }

    void noTwoOptionsOfACommandSetOneField()
    {
        for (const Command &entry : app::commandTable()) {
            QSet<QString> fields;
            for (const app::Option &option : entry.options) {
                QVERIFY2(!fields.contains(option.fieldName()), qPrintable(entry.words + u" --"_qs + option.name));
                fields.insert(option.fieldName());
            }
        }
    }
};

QTEST_GUILESS_MAIN(OptionNamesTest)
#include "optionnamestest.moc"
