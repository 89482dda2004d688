// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/filedetector.h"
#include "core/csv/encodingdetector.h"

#include <QBuffer>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace core::csv;

namespace tests {

namespace {

const QString clients = u"Имя;Телефон\nАнна Щукина;79123456789\nПётр Ёлкин;79123456780\nОльга Салтыкова;79123456781\n"_qs;

QByteArray encoded(const char *encoding, const QString &text)
{
    QStringEncoder encoder(encoding);
    return encoder.encode(text);
}

QString encodingOf(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return detectedEncoding(buffer);
}

} // namespace

class FileDetectorTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString file(const QByteArray &bytes)
    {
        QFile written(m_folder.filePath(u"clients.csv"_qs));
        if (!written.open(QIODevice::WriteOnly) || written.write(bytes) != bytes.size())
            qFatal("cannot write the test's file");
        return written.fileName();
    }

private Q_SLOTS:
    void detectsEncodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        QTest::newRow("UTF-8 with mark") << "\xEF\xBB\xBF" + clients.toUtf8() << u"UTF-8"_qs;
        QTest::newRow("UTF-8") << clients.toUtf8() << u"UTF-8"_qs;
        QTest::newRow("ASCII") << QByteArray("phone\n79123456789\n") << u"UTF-8"_qs;
        QTest::newRow("cp1251") << encoded("windows-1251", clients) << u"windows-1251"_qs;
        QTest::newRow("cp1251, one word") << encoded("windows-1251", u"79123456789;Анна\n"_qs) << u"windows-1251"_qs;
        QTest::newRow("cp866") << encoded("IBM866", clients.repeated(5)) << u"IBM866"_qs;
        QTest::newRow("KOI8-R") << encoded("KOI8-R", clients.repeated(5)) << u"KOI8-R"_qs;
        QTest::newRow("UTF-16LE with mark") << "\xFF\xFE" + encoded("UTF-16LE", clients) << u"UTF-16LE"_qs;
        QTest::newRow("UTF-16BE with mark") << "\xFE\xFF" + encoded("UTF-16BE", clients) << u"UTF-16BE"_qs;
        QTest::newRow("UTF-16LE") << encoded("UTF-16LE", clients) << u"UTF-16LE"_qs;
        QTest::newRow("UTF-16BE") << encoded("UTF-16BE", clients) << u"UTF-16BE"_qs;
        QTest::newRow("nothing") << QByteArray() << u"UTF-8"_qs;
    }
    void detectsEncodings()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, expected);
        QCOMPARE(encodingOf(bytes), expected);
    }

    void looksPastAsciiForTheEncoding()
    {
        const QByteArray ascii = QByteArray("79123456789;x\n").repeated(50'000);
        QCOMPARE(encodingOf(ascii + encoded("windows-1251", clients)), u"windows-1251"_qs);
        QCOMPARE(encodingOf(ascii + clients.toUtf8()), u"UTF-8"_qs);
    }

    void aSampleMayCutACharacter()
    {
        // 256 KiB + 1: one of the two is cut in the middle of a letter, whichever parity the sample has.
        QCOMPARE(encodingOf(QString(200'000, u'я').toUtf8()), u"UTF-8"_qs);
        QCOMPARE(encodingOf("x" + QString(200'000, u'я').toUtf8()), u"UTF-8"_qs);
    }

    void detectsLayouts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<char>("delimiter");
        QTest::addColumn<qint64>("headerLine");
        QTest::newRow("semicolon") << QByteArray("phone;name\n79123456789;A\n") << ';' << qint64(1);
        QTest::newRow("comma") << QByteArray("phone,name\n79123456789,A\n") << ',' << qint64(1);
        QTest::newRow("tab") << QByteArray("phone\tname\n79123456789\tA\n") << '\t' << qint64(1);
        QTest::newRow("commas in quotes") << QByteArray("phone;city\n79123456789;\"a,b\"\n79123456780;\"c,d\"\n") << ';'
                                          << qint64(1);
        QTest::newRow("commas in every cell")
            << QByteArray("phone;name;city\n79123456789;A, B;C\n79123456780;D, E;F\n") << ';' << qint64(1);
        QTest::newRow("phones only") << QByteArray("79123456789\n79123456780\n") << ';' << qint64(0);
        QTest::newRow("phones spoilt by a spreadsheet")
            << QByteArray("7,91E+10\n7,91E+10\n79123456780\n") << ';' << qint64(0);
        QTest::newRow("phones under a header") << QByteArray("абонент\n79123456789\n79123456780\n") << ';' << qint64(1);
        QTest::newRow("a bad first phone") << QByteArray("—;A\n79123456780;B\n") << ';' << qint64(0);
        QTest::newRow("no header") << QByteArray("79123456789;A\n79123456780;B\n") << ';' << qint64(0);
        QTest::newRow("unknown names") << QByteArray("абонент;улица\n79123456789;A\n") << ';' << qint64(1);
        QTest::newRow("title above") << QByteArray("Клиенты;;\n;;\nабонент;улица;дом\n79123456789;A;B\n") << ';'
                                     << qint64(3);
        QTest::newRow("title with a known word")
            << QByteArray("Город\n\nтелефон;город\n79123456789;A\n") << ';' << qint64(3);
    }
    void detectsLayouts()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const char, delimiter);
        QFETCH(const qint64, headerLine);
        const auto found = detectFile(file(bytes));
        QVERIFY(found);
        QCOMPARE(found->format.delimiter, delimiter);
        QCOMPARE(found->format.headerLine, headerLine);
    }

    void followsTheOperator()
    {
        FormatChoice choice;
        choice.encoding = u"KOI8-R"_qs;
        choice.delimiter = ',';
        choice.headerLine = 0;
        const auto found = detectFile(file("phone;name\n79123456789;A,B\n"), choice);
        QVERIFY(found);
        QCOMPARE(found->format, (CsvFormat{u"KOI8-R"_qs, ',', 0}));
        QCOMPARE(found->header, QStringList({QString(), QString()}));
        QCOMPARE(found->rows.size(), 2);
    }

    void showsTheRowsBelowTheHeader()
    {
        const auto found = detectFile(file("Title\nphone;name\n79123456789;A\n79123456780;B;extra\n"));
        QVERIFY(found);
        QCOMPARE(found->header, (QStringList{u"phone"_qs, u"name"_qs}));
        QCOMPARE(found->rows.size(), 2);
        QCOMPARE(found->rows.front().line, 3);
    }

    void whatIsNoTextIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("error");
        QByteArray noise;
        for (quint32 i = 1, x = 7; i <= 4096; ++i, x = x * 1664525 + 1013904223)
            noise.append(char(x >> 24));
        QTest::newRow("xlsx") << QByteArray("PK\x03\x04\x14\x00", 6) + noise << u"csv.spreadsheet"_qs;
        QTest::newRow("xls") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + noise << u"csv.spreadsheet"_qs;
        QTest::newRow("noise") << noise << u"csv.binary"_qs;
        QTest::newRow("zeros") << QByteArray(512, '\0') << u"csv.binary"_qs;
        QTest::newRow("a stray control character") << QByteArray("phone;name\n79123456789;A\x02\n") << QString();
    }

    void whatIsNoTextIsRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, error);
        const auto found = detectFile(file(content));
        QCOMPARE(found ? QString() : found.error().code, error);
    }

    void aWrongEncodingCanBeChosen()
    {
        const QString utf16 = file(QByteArray("p\0h\0o\0n\0e\0\n\0"
                                              "7\0",
                                              14));
        QVERIFY(detectFile(utf16, {u"UTF-8"_qs, {}, {}}));
    }

    void saysWhatIsWrong()
    {
        QCOMPARE(detectFile(u"/nonexistent/x.csv"_qs).error().code, u"csv.unreadable"_qs);
        QCOMPARE(detectFile(file("\n ; \n")).error().code, u"csv.empty"_qs);
        QCOMPARE(detectFile(file("a\n"), {u"klingon"_qs, {}, {}}).error().code, u"csv.encoding"_qs);
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::FileDetectorTest)
#include "filedetectortest.moc"
