// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/errorsentences.h"

#include <QTest>

namespace tests {

class ErrorSentencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsArgumentsInAllAtOnce_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QStringList>("args");
        QTest::addColumn<QString>("filled");
        QTest::newRow("none") << u"Plain."_qs << QStringList() << u"Plain."_qs;
        QTest::newRow("one") << u"At %1."_qs << QStringList{u"5"_qs} << u"At 5."_qs;
        QTest::newRow("order") << u"%2 before %1"_qs << QStringList{u"a"_qs, u"b"_qs} << u"b before a"_qs;
        QTest::newRow("twice") << u"%1 and %1"_qs << QStringList{u"a"_qs} << u"a and a"_qs;
        QTest::newRow("placeholder within an argument") << u"%1 %2"_qs << QStringList{u"%2"_qs, u"x"_qs} << u"%2 x"_qs;
        QTest::newRow("missing argument") << u"[%1]"_qs << QStringList() << u"[]"_qs;
        QTest::newRow("zero") << u"[%0]"_qs << QStringList{u"a"_qs} << u"[]"_qs;
        QTest::newRow("per cent") << u"50 % of %1"_qs << QStringList{u"all"_qs} << u"50 % of all"_qs;
        QTest::newRow("per cent at the end") << u"100%"_qs << QStringList{u"a"_qs} << u"100%"_qs;
        QTest::newRow("digit behind") << u"%10"_qs << QStringList{u"a"_qs} << u"a0"_qs;
    }

    void fillsArgumentsInAllAtOnce()
    {
        QFETCH(QString, sentence);
        QFETCH(QStringList, args);
        QFETCH(QString, filled);
        QCOMPARE(core::filledSentence(sentence, args), filled);
    }

    void findsSentencesByTheirCode()
    {
        QVERIFY(core::errorSentence(u"internal"_qs));
        QVERIFY(QString::fromUtf8(core::errorSentence(u"tags:too_many"_qs)).contains(u"%2"_qs));
        QCOMPARE(core::errorSentence(u"no.such_code"_qs), nullptr);
        QCOMPARE(core::errorSentence({}), nullptr);
    }

    void anArgumentThatIsNoWordForPeopleHasASentenceOfItsOwn()
    {
        const QString code = u"access.role"_qs;
        const QString general = QString::fromUtf8(core::errorSentence(code));
        const QString ofClients = QString::fromUtf8(core::errorSentence(code, {u"clients.edit"_qs}));
        QVERIFY(ofClients.contains(u"clients") && !ofClients.contains(u"clients.edit"));
        QVERIFY(ofClients != general);
        QCOMPARE(QString::fromUtf8(core::errorSentence(code, {u"moon.edit"_qs})), general);
        QCOMPARE(QString::fromUtf8(core::errorSentence(u"client.unknown"_qs, {u"5"_qs})),
                 QString::fromUtf8(core::errorSentence(u"client.unknown"_qs)));
        QCOMPARE(core::errorSentence(u"no.such_code"_qs, {u"clients.edit"_qs}), nullptr);
    }

    void hasASentenceForEveryKindOfRejectedPhone()
    {
        for (const QString &kind :
             {u"empty"_qs, u"characters"_qs, u"too_short"_qs, u"too_long"_qs, u"country"_qs, u"lost_digits"_qs})
            QVERIFY2(core::errorSentence(u"phone:"_qs + kind), qPrintable(kind));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ErrorSentencesTest)
#include "errorsentencestest.moc"
