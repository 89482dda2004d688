// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/columnmapping.h"

#include "core/domain/client.h"
#include "core/domain/phonenumber.h"

#include <QCryptographicHash>
#include <algorithm>

namespace core::csv {

namespace {

/** Only tags and ignored columns may be had more than once; an attribute is had once per key. */
bool mayRepeat(ImportField field)
{
    return field == ImportField::Ignore || field == ImportField::Tags;
}

/** A header that nobody knows: the attribute of its name. */
MappedColumn namedAttribute(const QString &header)
{
    const QString key = header.simplified().toLower().replace(u' ', u'_');
    return domain::isAttributeKey(key) ? MappedColumn{ImportField::Attribute, key} : MappedColumn{};
}

/** The column with the most phones; nothing if not even half of the rows have one there. */
std::optional<qsizetype> columnOfPhones(const QList<QStringList> &rows, qsizetype columns)
{
    std::optional<qsizetype> best;
    qsizetype most = (rows.size() - 1) / 2;
    for (qsizetype column = 0; column < columns; ++column) {
        const auto phones = std::count_if(rows.begin(), rows.end(), [column](const QStringList &cells) {
            return domain::PhoneNumber::parse(cells.value(column)).has_value();
        });
        if (phones > most) {
            most = phones;
            best = column;
        }
    }
    return best;
}

QStringList sorted(QStringList lines)
{
    lines.sort();
    return lines;
}

Status refused(const char *code, const QStringList &args = {})
{
    return Failure(Error::invalidField("map", code, args));
}

} // namespace

ColumnMapping::ColumnMapping(QList<MappedColumn> columns) : m_columns(std::move(columns)) {}

ColumnMapping ColumnMapping::guessed(const QStringList &headers, const QList<QStringList> &rows)
{
    ColumnMapping mapping;
    const qsizetype count = headers.size();
    const bool areRejects = count >= 2 && headers[count - 2] == u"line" && headers[count - 1] == u"reason";
    for (qsizetype i = 0; i < count; ++i) {
        const std::optional<MappedColumn> known = knownColumn(headers[i]);
        MappedColumn column = known ? *known : namedAttribute(headers[i]);
        if (!mayRepeat(column.field) && mapping.m_columns.contains(column))
            column = namedAttribute(headers[i]);
        const bool dropped =
            (areRejects && i >= count - 2) || (!mayRepeat(column.field) && mapping.m_columns.contains(column));
        mapping.m_columns.append(dropped ? MappedColumn{} : column);
    }
    if (mapping.columnOf(ImportField::Phone) < 0) {
        if (const std::optional<qsizetype> column = columnOfPhones(rows, count))
            mapping.m_columns[*column] = {ImportField::Phone, {}};
    }
    return mapping;
}

qsizetype ColumnMapping::columnOf(ImportField field) const
{
    const auto found =
        std::find_if(m_columns.begin(), m_columns.end(), [&](const MappedColumn &c) { return c.field == field; });
    return found == m_columns.end() ? -1 : found - m_columns.begin();
}

Status ColumnMapping::checked() const
{
    return columnOf(ImportField::Phone) < 0 ? refused("map:phone") : Status();
}

void ColumnMapping::set(qsizetype column, const MappedColumn &mapped)
{
    if (!mayRepeat(mapped.field))
        std::replace(m_columns.begin(), m_columns.end(), mapped, MappedColumn{});
    if (column >= m_columns.size())
        m_columns.resize(column + 1);
    m_columns[column] = mapped;
}

Status ColumnMapping::assign(const QString &assignment, const QStringList &headers)
{
    const qsizetype equals = assignment.indexOf(u'=');
    if (equals < 1)
        return refused("map:form", {assignment});
    const QString field = assignment.left(equals).trimmed();
    const QString column = assignment.mid(equals + 1).trimmed();
    const std::optional<MappedColumn> mapped = mappedColumnFromText(field);
    if (!mapped)
        return refused("map:field", {field});
    const auto named = std::find_if(headers.begin(), headers.end(), [&](const QString &header) {
        return header.simplified().compare(column.simplified(), Qt::CaseInsensitive) == 0;
    });
    bool isNumber = false;
    const qsizetype number = column.toLongLong(&isNumber);
    if (named != headers.end() && !column.isEmpty())
        set(named - headers.begin(), *mapped);
    else if (isNumber && number >= 1 && number <= headers.size())
        set(number - 1, *mapped);
    else
        return refused("map:column", {column});
    return {};
}

QString ColumnMapping::memoryKey(const QStringList &headers)
{
    QStringList names;
    for (const QString &header : headers) {
        if (!header.simplified().isEmpty())
            names.append(header.simplified().toLower());
    }
    if (names.isEmpty())
        return {};
    const QByteArray hash = QCryptographicHash::hash(sorted(names).join(u'\n').toUtf8(), QCryptographicHash::Sha1);
    return QStringLiteral("import.mapping.") + QString::fromLatin1(hash.toHex());
}

/** A line per column: header, tab, field. */
QString ColumnMapping::remembered(const QStringList &headers) const
{
    QStringList lines;
    for (qsizetype i = 0; i < headers.size(); ++i)
        lines.append(headers[i].simplified() + u'\t' + toText(m_columns.value(i)));
    return lines.join(u'\n');
}

std::optional<ColumnMapping> ColumnMapping::recalled(const QString &text, const QStringList &headers)
{
    QStringList lines = text.split(u'\n');
    if (lines.size() != headers.size())
        return {};
    QList<MappedColumn> columns;
    for (const QString &header : headers) {
        const QString beginning = header.simplified() + u'\t';
        const auto line = std::find_if(lines.begin(), lines.end(),
                                       [&](const QString &l) { return l.startsWith(beginning, Qt::CaseInsensitive); });
        if (line == lines.end())
            return {};
        const std::optional<MappedColumn> column = mappedColumnFromText(line->mid(beginning.size()));
        if (!column)
            return {};
        columns.append(*column);
        lines.erase(line);
    }
    return ColumnMapping(std::move(columns));
}

} // namespace core::csv
