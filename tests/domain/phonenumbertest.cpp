// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/phonenumber.h"
#include "tests/support/errorline.h"

#include <QTest>

using core::domain::PhoneNumber;

namespace tests {

class PhoneNumberTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleAndSpreadsheetsWrite_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("number");
        QTest::newRow("plain") << u"79261234567"_qs << qint64{79261234567};
        QTest::newRow("plus") << u"+79261234567"_qs << qint64{79261234567};
        QTest::newRow("eight") << u"89261234567"_qs << qint64{79261234567};
        QTest::newRow("ten digits") << u"9261234567"_qs << qint64{79261234567};
        QTest::newRow("any digit after the seven") << u"70000000000"_qs << qint64{70000000000};
        QTest::newRow("eight, landline") << u"84951234567"_qs << qint64{74951234567};
        QTest::newRow("blanks") << u"+7 926 123 45 67"_qs << qint64{79261234567};
        QTest::newRow("brackets and dashes") << u"8 (926) 123-45-67"_qs << qint64{79261234567};
        QTest::newRow("no-break blanks") << u"+7\u00a0926\u202f123\u00a045\u00a067"_qs << qint64{79261234567};
        QTest::newRow("blanks around") << u" \t79261234567 \n"_qs << qint64{79261234567};
        QTest::newRow("spreadsheet float") << u"79261234567.0"_qs << qint64{79261234567};
        QTest::newRow("spreadsheet text mark") << u"'79261234567"_qs << qint64{79261234567};
        QTest::newRow("mark and plus") << u"'+7 926 123-45-67"_qs << qint64{79261234567};
        QTest::newRow("scientific") << u"7.9261234567E+10"_qs << qint64{79261234567};
        QTest::newRow("scientific with comma") << u"7,9261234567E+10"_qs << qint64{79261234567};
        QTest::newRow("scientific, small e, no plus") << u"7.9261234567e10"_qs << qint64{79261234567};
        QTest::newRow("scientific from eight") << u"8.9261234567E+10"_qs << qint64{79261234567};
        QTest::newRow("scientific of ten digits") << u"9.261234567E+9"_qs << qint64{79261234567};
    }

    void readsWhatPeopleAndSpreadsheetsWrite()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, number);
        const auto phone = PhoneNumber::parse(typed);
        QVERIFY2(phone, qPrintable(phone ? QString() : errorLine(phone.error())));
        QCOMPARE(phone->number(), number);
    }

    void refusesTheRestAndSaysWhy_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing") << QString() << u"phone:empty"_qs;
        QTest::newRow("blanks only") << u" \u00a0 "_qs << u"phone:empty"_qs;
        QTest::newRow("mark only") << u"'"_qs << u"phone:empty"_qs;
        QTest::newRow("letter at the end") << u"7999000000a"_qs << u"phone:characters"_qs;
        QTest::newRow("word") << u"нет"_qs << u"phone:characters"_qs;
        QTest::newRow("dash of a typist") << u"—"_qs << u"phone:characters"_qs;
        QTest::newRow("arabic digits") << u"٧٩٢٦١٢٣٤٥٦٧"_qs << u"phone:characters"_qs;
        QTest::newRow("plus in the middle") << u"7+9261234567"_qs << u"phone:characters"_qs;
        QTest::newRow("two numbers") << u"79261234567, 79261234568"_qs << u"phone:characters"_qs;
        QTest::newRow("formula") << u"=79261234567"_qs << u"phone:characters"_qs;
        QTest::newRow("decimals") << u"79261234567.5"_qs << u"phone:characters"_qs;
        QTest::newRow("seven and nine digits") << u"7999000000"_qs << u"phone:too_short"_qs;
        QTest::newRow("ten digits after a plus") << u"+9261234567"_qs << u"phone:too_short"_qs;
        QTest::newRow("dash only") << u"-"_qs << u"phone:too_short"_qs;
        QTest::newRow("twelve digits") << u"799900000011"_qs << u"phone:too_long"_qs;
        QTest::newRow("foreign and long") << u"+1 202 555 0100 11"_qs << u"phone:too_long"_qs;
        QTest::newRow("very long") << QString(1000, u'7') << u"phone:too_long"_qs;
        QTest::newRow("one") << u"19123456789"_qs << u"phone:country"_qs;
        QTest::newRow("plus nine") << u"+9 912 345 67 89"_qs << u"phone:country"_qs;
        QTest::newRow("plus eight") << u"+89261234567"_qs << u"phone:country"_qs;
        QTest::newRow("digits lost, comma") << u"7,91E+10"_qs << u"phone:lost_digits"_qs;
        QTest::newRow("digits lost, point") << u"7.9123E+10"_qs << u"phone:lost_digits"_qs;
        QTest::newRow("last digit lost") << u"7.926123456E+10"_qs << u"phone:lost_digits"_qs;
        QTest::newRow("half a digit") << u"7.92612345678E+10"_qs << u"phone:characters"_qs;
        QTest::newRow("negative power") << u"7.9E-10"_qs << u"phone:characters"_qs;
        QTest::newRow("no power") << u"7.9E"_qs << u"phone:characters"_qs;
        QTest::newRow("power of nothing") << u"E+10"_qs << u"phone:characters"_qs;
        QTest::newRow("two points") << u"7.9.2E+10"_qs << u"phone:characters"_qs;
        QTest::newRow("power of two signs") << u"7.9261234567E++10"_qs << u"phone:characters"_qs;
        QTest::newRow("power beyond numbers") << u"7.9E+99999999999"_qs << u"phone:characters"_qs;
    }

    void refusesTheRestAndSaysWhy()
    {
        QFETCH(QString, typed);
        QFETCH(QString, code);
        const auto phone = PhoneNumber::parse(typed);
        QVERIFY(!phone);
        QCOMPARE(phone.error().kind, core::ErrorKind::InvalidInput);
        QCOMPARE(errorLine(phone.error()), u"phone "_qs + code);
    }

    void isShownForPeopleLogsAndMachines()
    {
        const PhoneNumber phone = PhoneNumber::fromNumber(79990000001);
        QCOMPARE(phone.text(), u"79990000001"_qs);
        QCOMPARE(phone.formatted(), u"7 999 000-00-01"_qs);
        QCOMPARE(phone.redacted(), u"7999***0001"_qs);
        QCOMPARE(phone.operatorCode(), u"999"_qs);
        QVERIFY(phone.isValid());
        QVERIFY(!PhoneNumber().isValid());
    }

    void readsItsOwnForms()
    {
        const PhoneNumber phone = PhoneNumber::fromNumber(79261234567);
        QCOMPARE(*PhoneNumber::parse(phone.text()), phone);
        QCOMPARE(*PhoneNumber::parse(phone.formatted()), phone);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::PhoneNumberTest)
#include "phonenumbertest.moc"
