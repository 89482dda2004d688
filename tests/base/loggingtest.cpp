// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/logging.h"

#include <QTest>

namespace tests {

class LoggingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesWhatLogfmtCannotHoldBare_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("written");
        QTest::newRow("word") << u"timeout"_qs << u"timeout"_qs;
        QTest::newRow("number") << u"-5.2"_qs << u"-5.2"_qs;
        QTest::newRow("cyrillic") << u"Анна"_qs << u"Анна"_qs;
        QTest::newRow("nothing") << QString() << u"\"\""_qs;
        QTest::newRow("blank") << u"a b"_qs << u"\"a b\""_qs;
        QTest::newRow("equals sign") << u"a=b"_qs << u"\"a=b\""_qs;
        QTest::newRow("quote") << u"say \"hi\""_qs << u"\"say \\\"hi\\\"\""_qs;
        QTest::newRow("backslash") << u"a\\b"_qs << u"\"a\\\\b\""_qs;
        QTest::newRow("forged line") << u"x\nlevel=error\r"_qs << u"\"x\\nlevel=error\\r\""_qs;
    }

    void quotesWhatLogfmtCannotHoldBare()
    {
        QFETCH(QString, value);
        QFETCH(QString, written);
        QCOMPARE(core::logValue(value), written);
    }

    void shortensPhones_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("redacted");
        QTest::newRow("none") << u"HTTP 500"_qs << u"HTTP 500"_qs;
        QTest::newRow("alone") << u"79990000001"_qs << u"7999***0001"_qs;
        QTest::newRow("in JSON") << u"{\"phone\":79990000001}"_qs << u"{\"phone\":7999***0001}"_qs;
        QTest::newRow("with a plus") << u"to=+79990000001&x"_qs << u"to=+7999***0001&x"_qs;
        QTest::newRow("two") << u"79990000001,79990000002"_qs << u"7999***0001,7999***0002"_qs;
        QTest::newRow("in groups") << u"+7 (999) 000-00-01!"_qs << u"+7 (999) ***-00-01!"_qs;
        QTest::newRow("in groups after a number") << u"code 12: 8 999 000-00-01"_qs << u"code 12: 8 999 ***-00-01"_qs;
        QTest::newRow("side by side") << u"79990000001 79990000002"_qs << u"7999***0001 7999***0002"_qs;
        QTest::newRow("after a short number") << u"400 79990000001"_qs << u"400 7999***0001"_qs;
        QTest::newRow("a time") << u"2024-03-01 12:00:00"_qs << u"2024-03-01 12:00:00"_qs;
        QTest::newRow("ten digits") << u"9990000001"_qs << u"9990000001"_qs;
        QTest::newRow("part of a longer number") << u"1709280000000"_qs << u"1709280000000"_qs;
    }

    void shortensPhones()
    {
        QFETCH(QString, text);
        QFETCH(QString, redacted);
        QCOMPARE(core::redacted(text), redacted);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::LoggingTest)
#include "loggingtest.moc"
