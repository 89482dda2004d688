// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/texttable.h"

#include <QtTest>

using app::TextTable;

class TextTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAreAligned()
    {
        TextTable table({{u"Name"_qs}, {u"Sent"_qs, TextTable::Align::Right}, {u"State"_qs}});
        table.addRow({u"Sale on Friday"_qs, u"7"_qs, u"running"_qs});
        table.addRow({u"A"_qs, u"12345"_qs, QString()});

        QCOMPARE(table.text(), u"Name             Sent  State\n"
                               "Sale on Friday      7  running\n"
                               "A               12345\n"_qs);
    }

    void lineBreaksAndLongCellsAreTamed()
    {
        TextTable table({{u"Text"_qs}});
        table.addRow({u"one\ntwo\tthree"_qs});
        table.addRow({QString(60, u'я')});

        const QStringList lines = table.rowsText().split(u'\n');
        QCOMPARE(lines[0], u"one two three"_qs);
        QCOMPARE(lines[1], QString(47, u'я') + u'…');
    }

    void pairsStandBelowOneAnother()
    {
        QCOMPARE(app::pairsText({{u"a"_qs, u"1"_qs}, {u"long"_qs, u"2"_qs}}), u"a     1\nlong  2\n"_qs);
    }

    void aPairWithoutValueHasNoBlanksAtItsEnd()
    {
        QCOMPARE(app::pairsText({{u"a"_qs, QString()}, {u"long"_qs, u"2"_qs}}), u"a\nlong  2\n"_qs);
    }
};

QTEST_GUILESS_MAIN(TextTableTest)
#include "texttabletest.moc"
