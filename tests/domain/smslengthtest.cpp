// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/smslength.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace core::domain;

namespace tests {

namespace {

QString times(char16_t character, int count)
{
    return QString(count, QChar(character));
}

} // namespace

class SmsLengthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packsPartsGreedily_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("units");
        QTest::addColumn<int>("parts");
        QTest::newRow("empty") << QString() << 0 << 0;
        QTest::newRow("extension at the seam") << times(u'a', 152) + u'€' + times(u'a', 152) << 306 << 3;
        QTest::newRow("surrogate at the seam") << times(u'я', 66) + u"😀"_qs + times(u'я', 66) << 134 << 3;
        QTest::newRow("80 euro") << times(u'€', 80) << 160 << 1;
        QTest::newRow("81 euro") << times(u'€', 81) << 162 << 2;
        QTest::newRow("134 cyrillic") << times(u'я', 134) << 134 << 2;
        QTest::newRow("135 cyrillic") << times(u'я', 135) << 135 << 3;
        QTest::newRow("160 latin") << times(u'a', 160) << 160 << 1;
        QTest::newRow("161 latin") << times(u'a', 161) << 161 << 2;
        QTest::newRow("70 cyrillic") << times(u'я', 70) << 70 << 1;
        QTest::newRow("71 cyrillic") << times(u'я', 71) << 71 << 2;
        QTest::newRow("lone surrogate") << QString(QChar(0xd83d)) + u'a' << 2 << 1;
    }

    void packsPartsGreedily()
    {
        QFETCH(QString, text);
        QFETCH(int, units);
        QFETCH(int, parts);
        const SmsLength length = smsLength(text);
        QCOMPARE(length.units, units);
        QCOMPARE(length.parts, parts);
        QCOMPARE(smsParts(text), parts);
    }

    void agreesWithTheReferenceTable()
    {
        QFile file(QStringLiteral(HELIOGRAPH_TEST_DATA "/sms-length.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        (void)file.readLine();
        int rows = 0;
        while (!file.atEnd()) {
            // The first cell is quoted JSON with doubled quotes; the three behind it hold no comma.
            const QByteArray row = file.readLine().trimmed();
            const qsizetype end = row.lastIndexOf("\",");
            QByteArray json = row.mid(1, end - 1);
            json.replace("\"\"", "\"");
            const QString text = QJsonDocument::fromJson('[' + json + ']').array().at(0).toString();
            const QList<QByteArray> cells = row.mid(end + 2).split(',');
            const SmsLength length = smsLength(text);
            const QByteArray encoding = length.encoding == SmsLength::Encoding::Gsm7 ? "GSM-7" : "UCS-2";
            QVERIFY2(encoding == cells.at(0), row.constData());
            QVERIFY2(length.units == cells.at(1).toInt(), row.constData());
            QVERIFY2(length.parts == cells.at(2).toInt(), row.constData());
            ++rows;
        }
        QVERIFY(rows > 150);
    }

    void namesWhatTurnedATextIntoUcs2()
    {
        const SmsLength length = smsLength(u"Скидка № 5 😀№ for `you`");
        QCOMPARE(length.encoding, SmsLength::Encoding::Ucs2);
        QCOMPARE(length.foreignCharacters, u"Скида№😀`"_qs);
        QVERIFY(smsLength(u"plain {text}").foreignCharacters.isEmpty());
    }

    void countsCharactersAndRoom()
    {
        QCOMPARE(smsLength(u"a€😀").characters, 3);
        QCOMPARE(smsLength(u"a").unitsPerPart, 160);
        QCOMPARE(smsLength(times(u'a', 161)).unitsPerPart, 153);
        QCOMPARE(smsLength(u"я").unitsPerPart, 70);
        QCOMPARE(smsLength(times(u'я', 71)).unitsPerPart, 67);
    }

    void knowsTheAlphabet()
    {
        for (const QChar c : u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./09:;<=>?¡AZÄÖÑÜ§¿azäöñüà\f^{}\\[~]|€"_qs)
            QVERIFY2(isGsmCharacter(c), qPrintable(QString(c)));
        for (const QChar c : u"`çяА№₽“\u00a0\u001b\táΑ"_qs)
            QVERIFY2(!isGsmCharacter(c), qPrintable(QString(c)));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::SmsLengthTest)
#include "smslengthtest.moc"
