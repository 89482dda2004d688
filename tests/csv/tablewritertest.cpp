// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/tablewriter.h"
#include "core/csv/celltext.h"
#include "core/csv/csvreader.h"
#include "core/csv/csvwriter.h"
#include "core/csv/rejectswriter.h"

#include <QBuffer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace core::csv;

namespace tests {

namespace {

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TableWriterTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void writesCsvForSpreadsheets()
    {
        const auto writer = TableWriter::create(path("a.csv"), ';');
        QVERIFY(writer);
        QVERIFY((*writer)->writeRow({u"phone"_qs, u"имя"_qs}));
        QVERIFY((*writer)->writeRow({u"79123456789"_qs, u"=1;\"x\""_qs, QString(), u" a "_qs, u"b\nc"_qs}));
        QVERIFY(!QFile::exists(path("a.csv")));
        QVERIFY((*writer)->finish());
        QCOMPARE(content(path("a.csv")),
                 QByteArray("\xEF\xBB\xBFphone;имя\r\n79123456789;\"'=1;\"\"x\"\"\";;\" a \";\"b\nc\"\r\n"));
    }

    void whatIsWrittenIsReadBack_data()
    {
        QTest::addColumn<char>("delimiter");
        QTest::newRow("semicolon") << ';';
        QTest::newRow("comma") << ',';
        QTest::newRow("tab") << '\t';
    }
    void whatIsWrittenIsReadBack()
    {
        QFETCH(const char, delimiter);
        const QStringList cells{u"a;b,c\td"_qs,      u"\"quoted\""_qs, QString(),
                                u"line\r\nbreak"_qs, u" blank "_qs,    u"конец"_qs};
        const auto writer = CsvWriter::create(path("b.csv"), delimiter);
        QVERIFY((*writer)->writeRow(cells));
        QVERIFY((*writer)->finish());
        CsvFormat format;
        format.delimiter = delimiter;
        const auto reader = CsvReader::open(path("b.csv"), format);
        CsvRow row;
        QVERIFY(*(*reader)->next(row));
        QCOMPARE(row.texts(), cells);
    }

    void anyTextIsReadBackFromCsv()
    {
        const QString alphabet = u"\"';,=+-@\r\n\t xЯ😀"_qs;
        QRandomGenerator random(20261120);
        QList<QStringList> written;
        const auto writer = CsvWriter::create(path("random.csv"), ';');
        for (int row = 0; row < 500; ++row) {
            QStringList cells{QString::number(row)}; // a row of blanks only would be none
            for (int column = 0; column < 4; ++column) {
                QString cell;
                for (int length = random.bounded(6); length > 0; --length)
                    cell += alphabet[random.bounded(static_cast<int>(alphabet.size()))];
                cells.append(QString::fromUtf8(cell.toUtf8())); // half a pair is no text
            }
            written.append(cells);
            QVERIFY((*writer)->writeRow(cells));
        }
        QVERIFY((*writer)->finish());
        const auto reader = CsvReader::open(path("random.csv"), {});
        CsvRow row;
        for (const QStringList &cells : std::as_const(written)) {
            QVERIFY(*(*reader)->next(row));
            for (qsizetype i = 0; i < cells.size(); ++i)
                QCOMPARE(QString::fromUtf8(withoutGuard(row.cell(i))), cells[i]);
        }
        QVERIFY(!*(*reader)->next(row));
    }

    void leavesNothingBehindWithoutFinish_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("csv") << u"c.csv"_qs;
        QTest::newRow("xlsx") << u"c.xlsx"_qs;
    }
    void leavesNothingBehindWithoutFinish()
    {
        QFETCH(const QString, name);
        const QString target = m_folder.filePath(name);
        {
            const auto writer = TableWriter::create(target, ';');
            QVERIFY((*writer)->writeRow({u"x"_qs}));
        }
        QVERIFY(!QFile::exists(target));
        QCOMPARE(QDir(m_folder.path()).entryList({name + u'*'}, QDir::Files), QStringList());
    }

    void saysThatTheFileCannotBeWritten_data() { leavesNothingBehindWithoutFinish_data(); }
    void saysThatTheFileCannotBeWritten()
    {
        QFETCH(const QString, name);
        const auto writer = TableWriter::create(u"/nonexistent/"_qs + name, ';');
        QVERIFY(!writer);
        QCOMPARE(writer.error().code, u"file.unwritable"_qs);
    }

    void saysThatTheDiskIsFull_data() { leavesNothingBehindWithoutFinish_data(); }
    void saysThatTheDiskIsFull()
    {
        QFETCH(const QString, name);
        const QString target = m_folder.filePath(name);
        const auto writer = TableWriter::create(target, ';');
        QVERIFY((*writer)->writeRow({u"x"_qs}));
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit nothing{0, before.rlim_max};
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &nothing);
        const core::Status finished = (*writer)->finish();
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!finished);
        QCOMPARE(finished.error().code, u"file.unwritable"_qs);
        QVERIFY(!QFile::exists(target));
    }

    void writesIntoAPipeInsteadOfReplacingIt()
    {
        const QByteArray pipe = path("pipe").toLocal8Bit();
        QCOMPARE(mkfifo(pipe.constData(), 0600), 0);
        QFile reader(path("pipe"));
        QVERIFY(reader.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        const auto writer = TableWriter::create(path("pipe"), ';');
        QVERIFY((*writer)->writeRow({u"x"_qs}));
        QVERIFY((*writer)->finish());
        QCOMPARE(reader.read(6), QByteArray("\xEF\xBB\xBFx\r\n"));
        QVERIFY(!QFileInfo(path("pipe")).isFile());
    }

    void writesXlsxAsText()
    {
        const auto writer = TableWriter::create(path("d.XLSX"), ';');
        QVERIFY(writer);
        QVERIFY((*writer)->writeRow({u"phone"_qs, u"name"_qs}));
        QVERIFY((*writer)->writeRow({u"79123456789"_qs, u"=Анна & <x>"_qs}));
        QVERIFY((*writer)->finish());
        QVERIFY(content(path("d.XLSX")).startsWith("PK"));
        QProcess unzip;
        unzip.start(u"unzip"_qs, {u"-p"_qs, path("d.XLSX"), u"xl/worksheets/sheet1.xml"_qs});
        if (!unzip.waitForFinished())
            QSKIP("unzip is not installed");
        const QByteArray sheet = unzip.readAllStandardOutput();
        QVERIFY(sheet.contains(">79123456789<"));
        QVERIFY(sheet.contains("'=Анна &amp; &lt;x&gt;"));
        QVERIFY(!sheet.contains("<f>"));
    }

    void writesRejectedRowsAsTheyWere()
    {
        const QStringList header{u"phone"_qs, u"name"_qs};
        auto writer = RejectsWriter::create(path("r.csv"), ',', header, ColumnMapping::guessed(header, {}));
        QVERIFY(writer);
        CsvRow row;
        row.clear(7);
        row.append("+9 912");
        QVERIFY(writer->write(row, RejectReason::PhoneTooShort));
        row.clear(9);
        row.append("12");
        row.append("--");
        row.append("extra");
        QVERIFY(writer->write(row, RejectReason::PhoneTooShort));
        QVERIFY(writer->finish());
        QCOMPARE(content(path("r.csv")), QByteArray("\xEF\xBB\xBFphone,name,line,reason\r\n'+9 912,,7,phone:too_short\r\n"
                                                    "12,--,9,phone:too_short\r\n"));
    }

    void replacesTheColumnsOfAnEarlierRound()
    {
        const QStringList header{u"phone"_qs, u"line"_qs, u"reason"_qs};
        auto writer = RejectsWriter::create(path("s.csv"), ';', header, ColumnMapping::guessed(header, {}));
        CsvRow row;
        row.clear(2);
        row.append("12");
        row.append("7");
        row.append("phone:empty");
        QVERIFY(writer->write(row, RejectReason::PhoneTooShort));
        QVERIFY(writer->finish());
        QCOMPARE(content(path("s.csv")), QByteArray("\xEF\xBB\xBFphone;line;reason\r\n12;2;phone:too_short\r\n"));
    }

    void givesAFileWithoutHeaderOne()
    {
        const ColumnMapping mapping({{ImportField::Attribute, u"name"_qs}, {}, {ImportField::Phone, {}}});
        auto writer = RejectsWriter::create(path("t.csv"), ';', {QString(), QString(), QString()}, mapping);
        QVERIFY(writer->finish());
        QCOMPARE(content(path("t.csv")), QByteArray("\xEF\xBB\xBFname;;phone;line;reason\r\n"));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::TableWriterTest)
#include "tablewritertest.moc"
