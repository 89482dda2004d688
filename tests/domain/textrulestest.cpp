// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/textrules.h"

#include <QTest>

using namespace core::domain;

namespace tests {

class TextRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsCharactersAsPeopleDo()
    {
        QCOMPARE(characterCount(u""), 0);
        QCOMPARE(characterCount(u"abc"), 3);
        QCOMPARE(characterCount(u"я😀я"), 3);
        QCOMPARE(characterCount(u"😀😀"), 2);
        const QChar lone(0xd83d);
        QCOMPARE(characterCount(QString(lone) + u'a'), 2);
        const QChar loneEnd(0xde00);
        QCOMPARE(characterCount(u'a' + QString(loneEnd)), 2);
    }

    void cutsBetweenCharacters()
    {
        QCOMPARE(cutTo(u"abc"_qs, 5), u"abc"_qs);
        QCOMPARE(cutTo(u"abc"_qs, 3), u"abc"_qs);
        QCOMPARE(cutTo(u"abc"_qs, 2), u"ab"_qs);
        QCOMPARE(cutTo(u"a😀b"_qs, 2), u"a"_qs);
        QCOMPARE(cutTo(u"a😀b"_qs, 3), u"a😀"_qs);
        QCOMPARE(cutTo(u"😀"_qs, 1), QString());
        QCOMPARE(cutTo(u"😀"_qs, 0), QString());
    }

    void knowsOperatorCodes()
    {
        QVERIFY(isOperatorCode(u"000"));
        QVERIFY(isOperatorCode(u"926"));
        QVERIFY(!isOperatorCode(u"92"));
        QVERIFY(!isOperatorCode(u"9261"));
        QVERIFY(!isOperatorCode(u"9 6"));
        QVERIFY(!isOperatorCode(u"٩٢٦"));
    }

    void knowsTheShapeOfMailAddresses()
    {
        for (const char16_t *address : {u"a@b", u"local@localhost", u"o'neill+sms@mail.example.org", u"анна@почта.рф"})
            QVERIFY2(isMailAddress(address), qPrintable(QString::fromUtf16(address)));
        for (const char16_t *text : {u"", u"@", u"a", u"a@", u"@b", u"a@b@c", u"a@.b", u"a@b..c", u"a@b.", u"a b@c",
                                     u"a@b\n", u"a@b,c@d", u"<a@b>", u"a@b\u200b"})
            QVERIFY2(!isMailAddress(text), qPrintable(QString::fromUtf16(text)));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::TextRulesTest)
#include "textrulestest.moc"
