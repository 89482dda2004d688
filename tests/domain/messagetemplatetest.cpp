// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/messagetemplate.h"
#include "tests/support/errorline.h"

#include <QTest>

using namespace core::domain;

namespace tests {

namespace {

const PhoneNumber phone = PhoneNumber::fromNumber(79261234567);

} // namespace

class MessageTemplateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rendersForAClient_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rendered");
        // The client has name = Анна, empty = two blanks and code 999 (ported).
        QTest::newRow("static") << u"Hello!"_qs << u"Hello!"_qs;
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("field") << u"Hello {name}!"_qs << u"Hello Анна!"_qs;
        QTest::newRow("only a field") << u"{name}"_qs << u"Анна"_qs;
        QTest::newRow("two fields") << u"{name}{name}"_qs << u"АннаАнна"_qs;
        QTest::newRow("upper case and blanks") << u"{ Name }"_qs << u"Анна"_qs;
        QTest::newRow("fallback not needed") << u"{name|friend}"_qs << u"Анна"_qs;
        QTest::newRow("fallback needed") << u"{city|your city}"_qs << u"your city"_qs;
        QTest::newRow("fallback for a blank") << u"{empty|x}"_qs << u"x"_qs;
        QTest::newRow("empty fallback") << u"a{city|}b"_qs << u"ab"_qs;
        QTest::newRow("fallback with a bar") << u"{city|a|b}"_qs << u"a|b"_qs;
        QTest::newRow("missing") << u"a{city}b"_qs << u"ab"_qs;
        QTest::newRow("literal braces") << u"{{name}}"_qs << u"{name}"_qs;
        QTest::newRow("braces around a field") << u"{{{name}}}"_qs << u"{Анна}"_qs;
        QTest::newRow("built in") << u"{phone} {operator_code}"_qs << u"79261234567 999"_qs;
        QTest::newRow("cyrillic key") << u"{имя}"_qs << u"Аня"_qs;
        QTest::newRow("value with braces") << u"{tricky}"_qs << u"{name}"_qs;
    }

    void rendersForAClient()
    {
        QFETCH(QString, text);
        QFETCH(QString, rendered);
        const auto parsed = MessageTemplate::parse(text);
        QVERIFY(parsed);
        const Attributes attributes{{u"name"_qs, u"Анна"_qs},
                                    {u"empty"_qs, u"  "_qs},
                                    {u"имя"_qs, u"Аня"_qs},
                                    {u"tricky"_qs, u"{name}"_qs},
                                    {u"phone"_qs, u"not this"_qs}};
        QCOMPARE(parsed->render(attributes, phone, u"999"_qs), rendered);
    }

    void refusesWithThePosition_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("closing alone") << u"a } b"_qs << u"text template:lone_brace 3"_qs;
        QTest::newRow("opening alone") << u"a { b"_qs << u"text template:unclosed 3"_qs;
        QTest::newRow("opening at the end") << u"abc{"_qs << u"text template:unclosed 4"_qs;
        QTest::newRow("never closed") << u"{name"_qs << u"text template:unclosed 1"_qs;
        QTest::newRow("opening before a field") << u"5 { 3 {name}"_qs << u"text template:lone_brace 3"_qs;
        QTest::newRow("closed twice") << u"{name}} x"_qs << u"text template:lone_brace 7"_qs;
        QTest::newRow("three closing") << u"}}}"_qs << u"text template:lone_brace 3"_qs;
        QTest::newRow("no key") << u"ab{}"_qs << u"text template:key |3"_qs;
        QTest::newRow("no key but a fallback") << u"{|x}"_qs << u"text template:key |1"_qs;
        QTest::newRow("key of two words") << u"{first name}"_qs << u"text template:key first name|1"_qs;
        QTest::newRow("key of digits") << u"😀{1}"_qs << u"text template:key 1|3"_qs;
    }

    void refusesWithThePosition()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto parsed = MessageTemplate::parse(text);
        QVERIFY(!parsed);
        QCOMPARE(errorLine(parsed.error()), expected);
    }

    void tellsWhereItsFieldsStand()
    {
        const auto parsed = MessageTemplate::parse(u"Hi {name}, {city|there} {{x}}"_qs);
        QVERIFY(parsed);
        QCOMPARE(parsed->fields().size(), std::size_t{2});
        QCOMPARE(parsed->fields()[0].key, u"name"_qs);
        QCOMPARE(parsed->fields()[0].position, 3);
        QCOMPARE(parsed->fields()[0].length, 6);
        QVERIFY(!parsed->fields()[0].hasFallback);
        QCOMPARE(parsed->fields()[1].position, 11);
        QCOMPARE(parsed->fields()[1].length, 12);
        QVERIFY(parsed->fields()[1].hasFallback);
    }

    void knowsWhatAClientMustHave()
    {
        const auto parsed = MessageTemplate::parse(u"{phone} {name} {city|x} {Name} {sum} {operator_code}"_qs);
        QCOMPARE(parsed->requiredKeys(), (QStringList{u"name"_qs, u"sum"_qs}));
        QCOMPARE(parsed->missingKey({}), u"name"_qs);
        QCOMPARE(parsed->missingKey({{u"name"_qs, u"A"_qs}}), u"sum"_qs);
        QCOMPARE(parsed->missingKey({{u"name"_qs, u" "_qs}, {u"sum"_qs, u"1"_qs}}), u"name"_qs);
        QCOMPARE(parsed->missingKey({{u"name"_qs, u"A"_qs}, {u"sum"_qs, u"1"_qs}}), QString());
    }

    void isStaticWithoutFields()
    {
        QVERIFY(MessageTemplate::parse(u"a {{b}} c"_qs)->isStatic());
        QVERIFY(!MessageTemplate::parse(u"{phone}"_qs)->isStatic());
    }

    void knowsWhetherItNamesTheOperatorCode()
    {
        QVERIFY(MessageTemplate::parse(u"{name} {operator_code|?}"_qs)->namesOperatorCode());
        QVERIFY(!MessageTemplate::parse(u"{name} {phone} operator_code"_qs)->namesOperatorCode());
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::MessageTemplateTest)
#include "messagetemplatetest.moc"
