// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/csvreader.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTest>

using namespace core::csv;

namespace tests {

namespace {

/** A device that hands out its bytes in small pieces, so that everything is cut somewhere. */
class Dripping : public QBuffer
{
protected:
    qint64 readData(char *data, qint64 size) override { return QBuffer::readData(data, std::min<qint64>(size, 3)); }
};

/** Bytes without an end: a cell that never stops, as long as anybody reads. */
class Endless : public QIODevice
{
public:
    qint64 given = 0;

protected:
    qint64 readData(char *data, qint64 size) override
    {
        std::fill_n(data, size, 'a');
        if (given == 0)
            data[0] = '"';
        given += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }
};

std::unique_ptr<CsvReader> reader(const QByteArray &bytes, const CsvFormat &format, bool dripping = false)
{
    std::unique_ptr<QBuffer> buffer = dripping ? std::make_unique<Dripping>() : std::make_unique<QBuffer>();
    buffer->setData(bytes);
    // Unbuffered, or QIODevice would put the pieces together again.
    buffer->open(QIODevice::ReadOnly | (dripping ? QIODevice::Unbuffered : QIODevice::NotOpen));
    return *CsvReader::over(std::move(buffer), format);
}

template <typename... Texts>
QStringList lines(Texts... texts)
{
    return {QString::fromUtf8(texts)...};
}

/** Every row as "line: cell|cell"; an error as "code args". */
QStringList rows(CsvReader &reader)
{
    QStringList read;
    CsvRow row;
    while (true) {
        const core::Result<bool> more = reader.next(row);
        if (!more)
            read.append(more.error().code + u' ' + more.error().args.join(u' '));
        if (!more || !*more)
            return read;
        read.append(QStringLiteral("%1: %2").arg(row.line()).arg(row.texts().join(u'|')));
    }
}

QStringList rows(const QByteArray &bytes, const CsvFormat &format = {})
{
    return rows(*reader(bytes, format));
}

} // namespace

class CsvReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRowsWithTheirLines_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("LF") << QByteArray("a;b\nc;d\n") << lines("1: a|b", "2: c|d");
        QTest::newRow("CR LF") << QByteArray("a;b\r\nc;d\r\n") << lines("1: a|b", "2: c|d");
        QTest::newRow("CR") << QByteArray("a;b\rc;d\r") << lines("1: a|b", "2: c|d");
        QTest::newRow("no break at the end") << QByteArray("a;b\nc;d") << lines("1: a|b", "2: c|d");
        QTest::newRow("line break in a cell") << QByteArray("\"a\r\nb\";c\r\nd\r\n") << lines("1: a\r\nb|c", "3: d");
        QTest::newRow("quotes in quotes") << QByteArray("\"a \"\"b\"\"; c\";d\n") << lines("1: a \"b\"; c|d");
        QTest::newRow("a quote amid text") << QByteArray("5\" pipe;b\n") << lines("1: 5\" pipe|b");
        QTest::newRow("empty lines") << QByteArray("\n\na\n\r\n\nb\n") << lines("3: a", "6: b");
        QTest::newRow("blank rows") << QByteArray("a\n;;\n  \n\"\xC2\xA0\";\nb\n") << lines("1: a", "5: b");
        QTest::newRow("empty cells") << QByteArray(";a;\n") << lines("1: |a|");
        QTest::newRow("blanks at the ends go") << QByteArray("  a ; b\n") << lines("1: a|b");
        QTest::newRow("blanks in quotes stay") << QByteArray("\" a \";b\n") << lines("1:  a |b");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                       "a;b\n")
                                         << lines("1: a|b");
        QTest::newRow("nothing") << QByteArray() << QStringList();
        QTest::newRow("only a mark") << QByteArray("\xEF\xBB\xBF") << QStringList();
    }
    void readsRowsWithTheirLines()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QStringList, expected);
        QCOMPARE(rows(bytes), expected);
    }

    void readsTheSameWhereverTheFileIsCut_data() { readsRowsWithTheirLines_data(); }
    void readsTheSameWhereverTheFileIsCut()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QStringList, expected);
        QCOMPARE(rows(*reader(bytes, {}, true)), expected);
    }

    void readsAnythingTheSameWhereverItIsCut()
    {
        const QByteArray alphabet("\"\"\";;\r\n\n ab\t'");
        QRandomGenerator random(20261120);
        for (int round = 0; round < 2000; ++round) {
            QByteArray bytes;
            for (int length = random.bounded(40); length > 0; --length)
                bytes += alphabet[random.bounded(static_cast<int>(alphabet.size()))];
            QVERIFY2(rows(*reader(bytes, {}, true)) == rows(bytes), bytes.toPercentEncoding().constData());
        }
    }

    void recodes_data()
    {
        QTest::addColumn<QString>("encoding");
        for (const char *name : {"UTF-8", "windows-1251", "UTF-16LE", "UTF-16BE", "KOI8-R", "IBM866", "ISO-8859-5"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void recodes()
    {
        QFETCH(const QString, encoding);
        QStringEncoder encoder(encoding.toLatin1().constData());
        QVERIFY(encoder.isValid());
        const QByteArray bytes = encoder.encode(u"Ёлка;8\nЩукин;9\n");
        CsvFormat format;
        format.encoding = encoding;
        const QStringList expected{QStringLiteral("1: Ёлка|8"), QStringLiteral("2: Щукин|9")};
        QCOMPARE(rows(bytes, format), expected);
        QCOMPARE(rows(*reader(bytes, format, true)), expected);
    }

    void refusesAnUnknownEncoding()
    {
        CsvFormat format;
        format.encoding = QStringLiteral("klingon");
        const auto opened = CsvReader::over(std::make_unique<QBuffer>(), format);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, QStringLiteral("csv.encoding"));
    }

    void replacesWrongBytesInsteadOfStopping()
    {
        QCOMPARE(rows("a\xFF;b\nc\n"), (QStringList{QStringLiteral("1: a\uFFFD|b"), QStringLiteral("2: c")}));
    }

    void readsTheHeaderBelowATitle()
    {
        CsvFormat format;
        format.headerLine = 3;
        const auto file = reader("Клиенты\n\nphone;name\n7;x\n", format);
        const core::Result<QStringList> header = file->readHeader();
        QVERIFY(header);
        QCOMPARE(*header, (QStringList{QStringLiteral("phone"), QStringLiteral("name")}));
        QCOMPARE(rows(*file), (QStringList{QStringLiteral("4: 7|x")}));
    }

    void namesTheLineAndColumnOfAnUnclosedQuote_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("error");
        QTest::newRow("in the last row") << QByteArray("a;b\nc;\"d\n") << QStringLiteral("csv.unclosed_quote 2 2 1");
        QTest::newRow("far above the end") << QByteArray("a\nb;c;\"d\ne\nf\n") << QStringLiteral("csv.unclosed_quote 2 3 1");
        QTest::newRow("behind a closed one of several lines")
            << QByteArray("a\n\"b\nc\";\"d\ne\n") << QStringLiteral("csv.unclosed_quote 3 2 1");
        QTest::newRow("in a row like the one before")
            << QByteArray("\"a\nb\"\n\"c\nd\n") << QStringLiteral("csv.unclosed_quote 3 1 1");
    }
    void namesTheLineAndColumnOfAnUnclosedQuote()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, error);
        QCOMPARE(rows(bytes).last(), error);
    }

    void refusesACellOver64KiB()
    {
        const QByteArray longest(CsvReader::maxCellSize, 'x');
        QCOMPARE(rows("a\nb;" + longest + "\nc\n").size(), 3);
        QCOMPARE(rows("a\nb;" + longest + "x;d\nc\n").last(), QStringLiteral("csv.cell_too_long 2 2 1"));
        QCOMPARE(rows("a\nb;\"" + longest + "\nx\";d\nc\n").last(), QStringLiteral("csv.cell_too_long 2 2 1"));
    }

    void stopsSoonWithinACellWithoutEnd()
    {
        auto device = std::make_unique<Endless>();
        device->open(QIODevice::ReadOnly);
        const auto *bytes = device.get();
        const auto file = *CsvReader::over(std::move(device), {});
        QCOMPARE(rows(*file), (QStringList{QStringLiteral("csv.cell_too_long 1 1 0")}));
        QVERIFY(bytes->given < 1'000'000);
        // It stays ended.
        QCOMPARE(rows(*file), QStringList());
    }

    void dropsCellsBeyondTheLimit()
    {
        const QByteArray bytes = QByteArray("x;").repeated(CsvRow::maxCells + 5) + "y\nz\n";
        CsvRow row;
        const auto file = reader(bytes, {});
        QVERIFY(*file->next(row));
        QCOMPARE(row.size(), CsvRow::maxCells);
        QVERIFY(*file->next(row));
        QCOMPARE(row.texts(), QStringList{QStringLiteral("z")});
    }

    void saysThatAFileCannotBeRead()
    {
        const auto opened = CsvReader::open(QStringLiteral("/nonexistent/clients.csv"), {});
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, QStringLiteral("csv.unreadable"));
        QCOMPARE(opened.error().args.value(0), QStringLiteral("/nonexistent/clients.csv"));
    }

    void givesAnEmptyCellForOneThatTheRowLacks()
    {
        CsvRow row;
        const auto file = reader("a;b\n", {});
        QVERIFY(*file->next(row));
        QCOMPARE(row.text(1), QStringLiteral("b"));
        QVERIFY(row.cell(2).isEmpty());
        QVERIFY(row.cell(-1).isEmpty());
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::CsvReaderTest)
#include "csvreadertest.moc"
