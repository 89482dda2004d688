// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/celltext.h"

#include <QTest>

using namespace core::csv;

namespace tests {

class CellTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guardsWhatASpreadsheetWouldRun_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("equals") << u"=cmd|' /C calc'!A0"_qs << u"'=cmd|' /C calc'!A0"_qs;
        QTest::newRow("plus") << u"+7"_qs << u"'+7"_qs;
        QTest::newRow("minus") << u"-1"_qs << u"'-1"_qs;
        QTest::newRow("at") << u"@SUM(1+1)"_qs << u"'@SUM(1+1)"_qs;
        QTest::newRow("dashes") << u"--"_qs << u"'--"_qs;
        QTest::newRow("guarded already") << u"'=1"_qs << u"''=1"_qs;
        QTest::newRow("an apostrophe") << u"'s-Hertogenbosch"_qs << u"'s-Hertogenbosch"_qs;
        QTest::newRow("text") << u"Анна=1"_qs << u"Анна=1"_qs;
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("lone apostrophe") << u"'"_qs << u"'"_qs;
    }
    void guardsWhatASpreadsheetWouldRun()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, cell);
        QCOMPARE(guarded(text), cell);
        QCOMPARE(QString::fromUtf8(withoutGuard(cell.toUtf8())), text);
    }

    void takesTheGuardOffAForeignFileToo()
    {
        QCOMPARE(withoutGuard("'=1"), QByteArrayView("=1"));
        QCOMPARE(withoutGuard("=1"), QByteArrayView("=1"));
        QCOMPARE(withoutGuard("'79123456789"), QByteArrayView("'79123456789"));
    }

    void splitsTags_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QStringList>("tags");
        QTest::newRow("one") << u"vip"_qs << QStringList{u"vip"_qs};
        QTest::newRow("bars") << u"vip | долг||std"_qs << QStringList{u"vip"_qs, u"долг"_qs, u"std"_qs};
        QTest::newRow("commas") << u"vip, долг"_qs << QStringList{u"vip"_qs, u"долг"_qs};
        QTest::newRow("commas within bars") << u"a, b|c"_qs << QStringList{u"a, b"_qs, u"c"_qs};
        QTest::newRow("nothing") << u" , "_qs << QStringList();
        QTest::newRow("a backslash") << u"C:\\x"_qs << QStringList{u"C:\\x"_qs};
    }
    void splitsTags()
    {
        QFETCH(const QString, cell);
        QFETCH(const QStringList, tags);
        QCOMPARE(splitTags(cell), tags);
    }

    void readsBackWhatItJoined_data()
    {
        QTest::addColumn<QStringList>("tags");
        QTest::newRow("none") << QStringList();
        QTest::newRow("two") << QStringList{u"vip"_qs, u"долг"_qs};
        QTest::newRow("a comma in a lone tag") << QStringList{u"Москва, центр"_qs};
        QTest::newRow("a comma among others") << QStringList{u"Москва, центр"_qs, u"vip"_qs};
        QTest::newRow("a bar") << QStringList{u"a|b"_qs, u"c"_qs};
        QTest::newRow("backslashes") << QStringList{u"a\\"_qs, u"\\|b,"_qs, u"\\\\"_qs};
        QTest::newRow("a lone backslash with comma") << QStringList{u"\\,"_qs};
    }
    void readsBackWhatItJoined()
    {
        QFETCH(const QStringList, tags);
        QCOMPARE(splitTags(joinedTags(tags)), tags);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::CellTextTest)
#include "celltexttest.moc"
