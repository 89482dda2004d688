// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/timetext.h"

#include "tests/support/errorline.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using core::json::instantFromText;
using tests::at;
using tests::errorLine;

class TimeTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTimesWithOffset_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");

        QTest::newRow("UTC") << u"2026-11-20T09:00:00Z"_qs << u"2026-11-20T09:00:00Z"_qs;
        QTest::newRow("Moscow") << u"2026-11-20T12:00:00+03:00"_qs << u"2026-11-20T09:00:00Z"_qs;
        QTest::newRow("west") << u"2026-11-20T04:00:00-05:00"_qs << u"2026-11-20T09:00:00Z"_qs;
        QTest::newRow("without seconds") << u"2026-11-20T09:00Z"_qs << u"2026-11-20T09:00:00Z"_qs;
        QTest::newRow("with a blank") << u"2026-11-20 09:00:00Z"_qs << u"2026-11-20T09:00:00Z"_qs;
        QTest::newRow("milliseconds") << u"2026-11-20T09:00:00.250Z"_qs << u"2026-11-20T09:00:00.250Z"_qs;
    }

    void readsTimesWithOffset()
    {
        QFETCH(QString, text);
        QFETCH(QString, utc);

        const auto instant = instantFromText(text, u"start_at"_qs);

        QVERIFY(instant);
        QCOMPARE(core::toIso(*instant), utc);
    }

    void refusesWhatIsNoTime_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");

        QTest::newRow("no offset") << u"2026-11-20T09:00:00"_qs << u"time:offset"_qs;
        QTest::newRow("words") << u"tomorrow"_qs << u"time:format"_qs;
        QTest::newRow("date only") << u"2026-11-20"_qs << u"time:format"_qs;
        QTest::newRow("no such day") << u"2026-02-30T09:00:00Z"_qs << u"time:format"_qs;
        QTest::newRow("no such hour") << u"2026-02-20T25:00:00Z"_qs << u"time:format"_qs;
        QTest::newRow("blank") << QString() << u"time:format"_qs;
        QTest::newRow("an offset beyond the last year") << u"9999-12-31T23:00:00-02:00"_qs << u"time:format"_qs;
        QTest::newRow("an offset before the first year") << u"0001-01-01T01:00:00+02:00"_qs << u"time:format"_qs;
        QTest::newRow("trailing words") << u"2026-11-20T09:00:00Z or so"_qs << u"time:format"_qs;
    }

    void refusesWhatIsNoTime()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);

        const auto instant = instantFromText(text, u"start_at"_qs);

        QVERIFY(!instant);
        QCOMPARE(instant.error().fields.first().field, u"start_at"_qs);
        QCOMPARE(instant.error().fields.first().code, code);
    }

    void aZoneStandsInForAMissingOffset()
    {
        const QTimeZone moscow("Europe/Moscow");

        QCOMPARE(*instantFromText(u"2026-11-20T12:00"_qs, u"start"_qs, moscow), at("2026-11-20T09:00:00Z"));
        QCOMPARE(*instantFromText(u"2026-11-20T12:00Z"_qs, u"start"_qs, moscow), at("2026-11-20T12:00:00Z"));
    }

    void anHourThatTheClocksSkipIsRefused()
    {
        const QTimeZone berlin("Europe/Berlin");

        QCOMPARE(errorLine(instantFromText(u"2026-03-29T02:30"_qs, u"start"_qs, berlin).error()),
                 u"start time:gap 2026-03-29T02:30"_qs);
    }
};

QTEST_GUILESS_MAIN(TimeTextTest)
#include "timetexttest.moc"
