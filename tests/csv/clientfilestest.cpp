// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Holds every file of tests/data/clients against what expected.json says must come out of it.
 */

#include "core/csv/clientrow.h"
#include "core/csv/csvreader.h"
#include "core/csv/filedetector.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace core::csv;

namespace tests {

namespace {

const QString folder = QStringLiteral(HELIOGRAPH_TEST_DATA "/clients/");

/** What reading a file to its end gives. */
struct Outcome
{
    QSet<qint64> phones; ///< of accepted rows
    int doubles = 0;
    QStringList rejected; ///< "line reason"
    std::optional<core::Error> error;
};

ColumnMapping guessedMapping(const DetectedFile &file)
{
    QList<QStringList> rows;
    for (const SampleRow &row : file.rows)
        rows.append(row.cells);
    return ColumnMapping::guessed(file.header, rows);
}

Outcome readAll(const QString &path, const DetectedFile &file)
{
    Outcome outcome;
    ClientRowParser parser(guessedMapping(file), core::Instant{}, QTimeZone::utc());
    const auto reader = CsvReader::open(path, file.format);
    CsvRow row;
    while (true) {
        const core::Result<bool> more = (*reader)->next(row);
        if (!more)
            outcome.error = more.error();
        if (!more || !*more)
            return outcome;
        if (row.line() <= file.format.headerLine)
            continue;
        const auto client = parser.parse(row);
        if (!client)
            outcome.rejected.append(QStringLiteral("%1 %2").arg(row.line()).arg(toText(client.error().reason)));
        else if (outcome.phones.contains(client->phone.number()))
            ++outcome.doubles;
        else
            outcome.phones.insert(client->phone.number());
    }
}

QString columnName(const DetectedFile &file, qsizetype column)
{
    return column < 0 ? QString() : file.header.value(column);
}

QStringList rejectedLines(const QJsonArray &rows)
{
    QStringList lines;
    for (const QJsonValue &row : rows)
        lines.append(QStringLiteral("%1 %2").arg(row[u"line"].toInt()).arg(row[u"reason"].toString()));
    return lines;
}

} // namespace

class ClientFilesTest : public QObject
{
    Q_OBJECT

private:
    void addFiles()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonObject>("expected");
        QFile file(folder + QStringLiteral("expected.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(all.size(), 6);
        for (auto it = all.begin(); it != all.end(); ++it)
            QTest::newRow(qPrintable(it.key())) << folder + it.key() << it.value().toObject();
    }

private Q_SLOTS:
    void detectsTheFormat_data() { addFiles(); }
    void detectsTheFormat()
    {
        QFETCH(const QString, path);
        QFETCH(const QJsonObject, expected);
        const auto file = detectFile(path);
        QVERIFY(file);
        QCOMPARE(file->format.encoding, expected[u"encoding"].toString());
        if (expected.contains(u"delimiter"))
            QCOMPARE(QString(QLatin1Char(file->format.delimiter)), expected[u"delimiter"].toString());
        QCOMPARE(file->format.headerLine, expected[u"header_line"].toInt(0));
    }

    void guessesTheColumns_data() { addFiles(); }
    void guessesTheColumns()
    {
        QFETCH(const QString, path);
        QFETCH(const QJsonObject, expected);
        const auto file = detectFile(path);
        QVERIFY(file);
        const ColumnMapping mapping = guessedMapping(*file);
        const QJsonObject columns = expected[u"mapping"].toObject();
        if (columns[u"phone"].isDouble())
            QCOMPARE(mapping.columnOf(ImportField::Phone) + 1, columns[u"phone"].toInt());
        else if (!columns.isEmpty())
            QCOMPARE(columnName(*file, mapping.columnOf(ImportField::Phone)), columns[u"phone"].toString());
        QCOMPARE(columnName(*file, mapping.columnOf(ImportField::Tags)), columns[u"tags"].toString());
        QCOMPARE(columnName(*file, mapping.columnOf(ImportField::Timezone)), columns[u"timezone"].toString());
    }

    void readsTheRows_data() { addFiles(); }
    void readsTheRows()
    {
        QFETCH(const QString, path);
        QFETCH(const QJsonObject, expected);
        const auto file = detectFile(path);
        QVERIFY(file);
        const Outcome outcome = readAll(path, *file);
        QCOMPARE(outcome.rejected, rejectedLines(expected[u"rejected"].toArray()));
        QCOMPARE(outcome.doubles, expected[u"double"].toInt(0));
        QCOMPARE(outcome.phones.size(), expected[u"new"].toInt());
        QCOMPARE(outcome.error.has_value(), expected.contains(u"error"));
        if (!outcome.error)
            return;
        QCOMPARE(outcome.error->code, QStringLiteral("csv.unclosed_quote"));
        // "the quote opened on line 42 is never closed; the 40 rows before it are read"
        QCOMPARE(outcome.error->args, (QStringList{QStringLiteral("42"), QStringLiteral("2"), QStringLiteral("40")}));
    }
};

} // namespace tests

QTEST_GUILESS_MAIN(tests::ClientFilesTest)
#include "clientfilestest.moc"
