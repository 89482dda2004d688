// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A file that is imported: looked into, read row by row, and turned into clients. However its bytes come, the rows are the
// same; what is accepted keeps the rules of the domain, and can be exported and imported again.

#include "core/csv/celltext.h"
#include "core/csv/clientrow.h"
#include "core/csv/csvreader.h"
#include "core/csv/csvwriter.h"
#include "core/csv/filedetector.h"
#include "core/domain/tags.h"
#include "core/domain/textrules.h"
#include "core/domain/timezonename.h"
#include "tests/fuzz/promise.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>

using namespace core::csv;
using core::domain::ImportRow;
using tests::fuzz::promise;
using tests::fuzz::promiseRefusal;

namespace {

constexpr core::Instant now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20}};

/** A place for files of one run, gone with the process. */
QString pathOf(const char *name)
{
    static const QTemporaryDir folder;
    return folder.filePath(QString::fromLatin1(name));
}

/** Hands its bytes out in some sixty pieces, so that everything is cut somewhere: a short file between any two bytes. */
class Dripping final : public QBuffer
{
protected:
    qint64 readData(char *data, qint64 size) override
    {
        return QBuffer::readData(data, std::min(size, 1 + this->size() / 64));
    }
};

/** Everything that a file holds. */
struct Content
{
    QList<CsvRow> rows;
    std::optional<core::Error> error;

    [[nodiscard]] bool isSameAs(const Content &other) const
    {
        return error == other.error && std::equal(rows.begin(), rows.end(), other.rows.begin(), other.rows.end(),
                                                  [](const CsvRow &one, const CsvRow &two) {
                                                      return one.line() == two.line() && one.texts() == two.texts();
                                                  });
    }
};

Content contentOf(std::unique_ptr<QIODevice> device, const CsvFormat &format)
{
    Content content;
    const auto reader = CsvReader::over(std::move(device), format);
    promise(reader.has_value(), "an encoding that was detected can be read");
    for (CsvRow row;;) {
        const core::Result<bool> more = (*reader)->next(row);
        if (!more) {
            content.error = more.error();
            promiseRefusal(*content.error);
        }
        if (!more || !*more)
            break;
        promise(!row.isBlank() && row.size() > 0, "rows that are read hold something");
        promise(row.line() > (content.rows.isEmpty() ? 0 : content.rows.last().line()), "lines only go on");
        content.rows.append(row);
    }
    promise(content.error || (*reader)->bytesRead() == (*reader)->bytesTotal(), "a file is read to its end");
    CsvRow row;
    promise(!(*reader)->next(row).value_or(false), "after the end there are no more rows");
    return content;
}

Content contentOf(const QByteArray &bytes, const CsvFormat &format)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return contentOf(std::move(buffer), format);
}

Content contentInDrops(const QByteArray &bytes, const CsvFormat &format)
{
    auto buffer = std::make_unique<Dripping>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return contentOf(std::move(buffer), format);
}

void promiseRules(const ImportRow &row)
{
    using namespace core::domain;
    promise(row.phone.isValid(), "a row that is accepted has a phone");
    promise(row.operatorCode.isEmpty() || isOperatorCode(row.operatorCode), "operator codes have three digits");
    promise(row.timezone.isEmpty() || isTimeZoneName(row.timezone), "zones exist");
    promise(row.tags.size() <= maxTags && *normalisedTags(row.tags) == row.tags, "tags are in their stored form");
    promise(splitTags(joinedTags(row.tags)) == row.tags, "tags come back from a cell");
    promise(!row.optedOutAt || !core::toIso(*row.optedOutAt).isEmpty(), "a time that is stored can be shown");
    promise(row.attributes.size() <= maxAttributes, "attributes are not too many");
    for (auto attribute = row.attributes.begin(); attribute != row.attributes.end(); ++attribute) {
        promise(isAttributeKey(attribute.key()) && characterCount(*attribute) <= maxAttributeLength,
                "attributes have bounds");
        const QByteArray cell = guarded(*attribute).toUtf8();
        promise(QString::fromUtf8(withoutGuard(cell)) == *attribute, "what is guarded comes back");
    }
}

/** The rows that somebody else would write of these. */
void promiseWritten(const QList<CsvRow> &rows, char delimiter)
{
    const QString path = pathOf("written.csv");
    const auto writer = CsvWriter::create(path, delimiter);
    promise(writer.has_value(), "a file can be written");
    for (const CsvRow &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            (*writer)->addCell(row.cell(i));
        promise((*writer)->endRow().has_value(), "rows can be written");
    }
    promise((*writer)->finish().has_value(), "a file can be finished");
    QFile written(path);
    promise(written.open(QIODevice::ReadOnly), "a file that was written is there");
    const Content again = contentOf(written.readAll(), {.delimiter = delimiter});
    promise(!again.error && std::equal(rows.begin(), rows.end(), again.rows.begin(), again.rows.end(),
                                       [](const CsvRow &one, const CsvRow &other) { return one.texts() == other.texts(); }),
            "what is written is read again");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString path = pathOf("file.csv");
    {
        QFile file(path);
        promise(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "the disk has room for the input");
    }
    const auto detected = detectFile(path);
    if (!detected) {
        promiseRefusal(detected.error());
        return 0;
    }
    const Content content = contentOf(bytes, detected->format);
    promise(contentInDrops(bytes, detected->format).isSameAs(content), "rows are the same however the bytes come");

    const ColumnMapping mapping = [&detected] {
        QList<QStringList> rows;
        for (const SampleRow &row : detected->rows)
            rows << row.cells;
        return ColumnMapping::guessed(detected->header, rows);
    }();
    ClientRowParser parser(mapping, now, QTimeZone("Europe/Moscow"));
    for (const CsvRow &row : content.rows) {
        const auto read = parser.parse(row);
        if (read)
            promiseRules(*read);
        else
            promise(read.error().column < mapping.columns().size(), "a reason names a column that is there");
    }
    if (!content.error)
        promiseWritten(content.rows, detected->format.delimiter);
    return 0;
}
