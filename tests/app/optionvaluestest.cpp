// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/optionvalues.h"

#include "tests/support/errorline.h"

#include <QtTest>

using tests::errorLine;

class OptionValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weekdaysAreRangesAndLists_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QSet<int>>("days");

        QTest::newRow("range") << u"1-5"_qs << QSet<int>{1, 2, 3, 4, 5};
        QTest::newRow("list") << u"1,3, 5"_qs << QSet<int>{1, 3, 5};
        QTest::newRow("both") << u"1,5-7"_qs << QSet<int>{1, 5, 6, 7};
        QTest::newRow("around the week") << u"6-1"_qs << QSet<int>{6, 7, 1};
        QTest::newRow("one") << u"7"_qs << QSet<int>{7};
        QTest::newRow("a day as range") << u"3-3"_qs << QSet<int>{3};
        QTest::newRow("no day") << u"0-5"_qs << QSet<int>();
        QTest::newRow("words") << u"mon-fri"_qs << QSet<int>();
        QTest::newRow("blank") << QString() << QSet<int>();
    }

    void weekdaysAreRangesAndLists()
    {
        QFETCH(QString, text);
        QFETCH(QSet<int>, days);

        QCOMPARE(app::weekdaysFrom(text).value_or(QSet<int>()), days);
    }

    void aWindowHasTwoTimes()
    {
        QCOMPARE(*app::windowFrom(u"09:00-18:30"_qs), (QPair<int, int>(540, 1110)));
        QCOMPARE(*app::windowFrom(u"22:00-24:00"_qs), (QPair<int, int>(1320, 1440)));
        QCOMPARE(errorLine(app::windowFrom(u"09:00"_qs).error()), u"window usage:window 09:00"_qs);
        QVERIFY(!app::windowFrom(u"24:00-09:00"_qs));
        QVERIFY(!app::windowFrom(u"9-18"_qs));
    }

    void anIdIsAPositiveNumberOfWhateverIsMeant()
    {
        QCOMPARE(*app::idFrom(u"42"_qs), 42);
        for (const QString &text : {u"0"_qs, u"-1"_qs, u"4.2"_qs, u"first"_qs, QString()}) {
            QCOMPARE(errorLine(app::idFrom(text).error()), u"ID usage:id "_qs + text);
            QCOMPARE(errorLine(app::isTokenId()(u"ID"_qs, text).error()), u"ID usage:token "_qs + text);
        }
        QVERIFY(app::isTokenId()(u"ID"_qs, u"42"_qs));
    }

    void aDayLastsUntilItsEnd_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // an instant, or the error

        QTest::newRow("day") << u"2026-12-24"_qs << u"2026-12-24T20:59:59.999Z"_qs;
        QTest::newRow("with blanks") << u" 2026-12-24 "_qs << u"2026-12-24T20:59:59.999Z"_qs;
        QTest::newRow("local time") << u"2026-12-24T18:00"_qs << u"2026-12-24T15:00:00Z"_qs;
        QTest::newRow("with offset") << u"2026-12-24T18:00Z"_qs << u"2026-12-24T18:00:00Z"_qs;
        QTest::newRow("no such day") << u"2026-02-29"_qs << u"until time:day 2026-02-29"_qs;
        QTest::newRow("word") << u"christmas"_qs << u"until time:day christmas"_qs;
        QTest::newRow("skipped") << u"2011-03-27T02:30"_qs << u"until time:gap 2011-03-27T02:30"_qs;
    }

    void aDayLastsUntilItsEnd()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);

        const auto instant = app::lastInstantFrom(text, u"until"_qs, QTimeZone("Europe/Moscow"));

        QCOMPARE(instant ? core::toIso(*instant) : errorLine(instant.error()), expected);
    }

    void aPairIsSplitAtTheFirstEqualsSign()
    {
        QCOMPARE(*app::pairFrom(u"a=b=c"_qs), (QPair<QString, QString>(u"a"_qs, u"b=c"_qs)));
        QCOMPARE(*app::pairFrom(u"a="_qs), (QPair<QString, QString>(u"a"_qs, QString())));
        QVERIFY(!app::pairFrom(u"=b"_qs));
        QVERIFY(!app::pairFrom(u"ab"_qs));
    }

    void checksNameTheOption()
    {
        QCOMPARE(errorLine(app::isNumber()(u"rate"_qs, u"fast"_qs).error()), u"rate usage:number fast"_qs);
        QCOMPARE(errorLine(app::isNumber()(u"rate"_qs, u"nan"_qs).error()), u"rate usage:number nan"_qs);
        QCOMPARE(errorLine(app::isWholeNumber(1, 5)(u"n"_qs, u"6"_qs).error()), u"n number:range 1|5"_qs);
        QCOMPARE(errorLine(app::oneOf({u"a"_qs, u"b"_qs})(u"x"_qs, u"c"_qs).error()), u"x usage:choice c|a, b"_qs);
        QCOMPARE(errorLine(app::isTime()(u"start"_qs, u"soon"_qs).error()), u"start time:format soon"_qs);
        QCOMPARE(errorLine(app::isPair()(u"option"_qs, u"ab"_qs).error()), u"option usage:pair ab"_qs);
        QVERIFY(app::isNumber()(u"rate"_qs, u"2.5"_qs));
        QVERIFY(app::isTime()(u"start"_qs, u"2026-11-20T09:00"_qs));
    }

    void anIdIsAPositiveNumber()
    {
        QCOMPARE(*app::idFrom(u"42"_qs), 42);
        QVERIFY(!app::idFrom(u"0"_qs));
        QVERIFY(!app::idFrom(u"-1"_qs));
        QVERIFY(!app::idFrom(u"four"_qs));
    }
};

QTEST_GUILESS_MAIN(OptionValuesTest)
#include "optionvaluestest.moc"
