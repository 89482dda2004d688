// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/clientrow.h"

#include "core/csv/celltext.h"
#include "core/csv/optout.h"
#include "core/domain/searchwords.h"
#include "core/domain/tags.h"
#include "core/domain/textrules.h"
#include "core/domain/timezonename.h"

#include <QVarLengthArray>
#include <algorithm>

namespace core::csv {

namespace {

/** Tags may be different in every row; their memory must not grow with the file. */
constexpr qsizetype maxRememberedTags = 10'000;

tl::unexpected<Rejection> refused(RejectReason reason, qsizetype column)
{
    return tl::unexpected(Rejection{reason, column});
}

bool clears(QByteArrayView cell)
{
    return cell == "--";
}

int orderOfCheck(ImportField field)
{
    switch (field) {
    case ImportField::Phone:
        return 0;
    case ImportField::OperatorCode:
        return 1;
    case ImportField::Timezone:
        return 2;
    case ImportField::Tags:
        return 3;
    case ImportField::Attribute:
        return 4;
    case ImportField::OptedOut:
        return 5;
    case ImportField::Consent:
    case ImportField::Ignore:
        break;
    }
    return 6;
}

/** A key for lookups that does not copy the cell. */
QByteArray borrowed(QByteArrayView cell)
{
    return QByteArray::fromRawData(cell.data(), cell.size());
}

Result<domain::PhoneNumber> phoneFromCell(QByteArrayView cell)
{
    const bool ascii = std::all_of(cell.begin(), cell.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii)
        return domain::PhoneNumber::parse(QString::fromUtf8(cell));
    QVarLengthArray<char16_t, 64> wide(cell.size());
    std::copy(cell.begin(), cell.end(), wide.begin());
    return domain::PhoneNumber::parse(QStringView(wide.data(), wide.size()));
}

} // namespace

ClientRowParser::ClientRowParser(const ColumnMapping &mapping, Instant now, const QTimeZone &zone) : m_now(now), m_zone(zone)
{
    const QList<MappedColumn> &columns = mapping.columns();
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (columns[i].field != ImportField::Ignore)
            m_columns.push_back({i, columns[i]});
    }
    std::stable_sort(m_columns.begin(), m_columns.end(), [](const Column &a, const Column &b) {
        return orderOfCheck(a.mapped.field) < orderOfCheck(b.mapped.field);
    });
}

tl::expected<domain::ImportRow, Rejection> ClientRowParser::parse(const CsvRow &row)
{
    domain::ImportRow result;
    for (const Column &column : m_columns) {
        const QByteArrayView cell = row.cell(column.index);
        if (isBlankCell(cell) && column.mapped.field != ImportField::Phone)
            continue;
        if (auto verdict = read(column, cell, result); !verdict)
            return tl::unexpected(verdict.error());
    }
    if (!result.phone.isValid())
        return refused(RejectReason::PhoneEmpty, -1);
    result.words = domain::searchWords(result.tags, result.attributes); // on the thread that reads, which has time to spare
    return result;
}

ClientRowParser::Verdict ClientRowParser::read(const Column &column, QByteArrayView cell, domain::ImportRow &row)
{
    switch (column.mapped.field) {
    case ImportField::Phone:
        return readPhone(column.index, cell, row);
    case ImportField::OperatorCode:
        return readOperatorCode(column.index, cell, row);
    case ImportField::Timezone:
        return readTimezone(column.index, cell, row);
    case ImportField::Tags:
        return readTags(column.index, cell, row);
    case ImportField::Attribute:
        return readAttribute(column, cell, row);
    case ImportField::OptedOut:
        return readOptOut(column.index, cell, row);
    case ImportField::Consent:
        if (!clears(cell))
            row.consent = QString::fromUtf8(withoutGuard(cell)).trimmed();
        return {};
    case ImportField::Ignore:
        break;
    }
    return {};
}

ClientRowParser::Verdict ClientRowParser::readPhone(qsizetype index, QByteArrayView cell, domain::ImportRow &row)
{
    const Result<domain::PhoneNumber> phone = phoneFromCell(cell);
    if (!phone)
        return refused(rejectReasonOfPhone(phone.error().fields.value(0).code), index);
    row.phone = *phone;
    return {};
}

ClientRowParser::Verdict ClientRowParser::readOperatorCode(qsizetype index, QByteArrayView cell, domain::ImportRow &row)
{
    if (clears(cell)) {
        row.clearOperatorCode = true;
        return {};
    }
    QString code = QString::fromUtf8(withoutGuard(cell)).trimmed();
    // What a spreadsheet does to a number.
    if (code.endsWith(QLatin1String(".0")))
        code.chop(2);
    if (code.startsWith(u'\''))
        code.remove(0, 1);
    if (!domain::isOperatorCode(code))
        return refused(RejectReason::OperatorCode, index);
    row.operatorCode = code;
    return {};
}

ClientRowParser::Verdict ClientRowParser::readTimezone(qsizetype index, QByteArrayView cell, domain::ImportRow &row)
{
    if (const auto known = m_zones.constFind(borrowed(cell)); known != m_zones.constEnd()) {
        row.timezone = *known;
        return {};
    }
    if (clears(cell)) {
        row.clearTimezone = true;
        return {};
    }
    const QString name = QString::fromUtf8(withoutGuard(cell)).trimmed();
    if (!domain::isTimeZoneName(name))
        return refused(RejectReason::Timezone, index);
    m_zones.insert(cell.toByteArray(), name);
    row.timezone = name;
    return {};
}

ClientRowParser::Verdict ClientRowParser::readTags(qsizetype index, QByteArrayView cell, domain::ImportRow &row)
{
    if (clears(cell)) {
        row.clearTags = true;
        return {};
    }
    QStringList tags;
    if (const auto known = m_tags.constFind(borrowed(cell)); known != m_tags.constEnd()) {
        tags = *known;
    } else {
        auto read = domain::normalisedTags(splitTags(QString::fromUtf8(withoutGuard(cell))));
        if (!read)
            return refused(RejectReason::Tags, index);
        tags = *std::move(read);
        if (m_tags.size() >= maxRememberedTags)
            m_tags.clear();
        m_tags.insert(cell.toByteArray(), tags);
    }
    if (row.tags.isEmpty()) {
        row.tags = tags;
        return {};
    }
    // Several columns of tags: the limit holds for all of them together.
    auto all = domain::normalisedTags(row.tags + tags);
    if (!all)
        return refused(RejectReason::Tags, index);
    row.tags = *std::move(all);
    return {};
}

ClientRowParser::Verdict ClientRowParser::readAttribute(const Column &column, QByteArrayView cell, domain::ImportRow &row)
{
    if (clears(cell)) {
        row.clearAttributes.append(column.mapped.attribute);
        return {};
    }
    const QString value = QString::fromUtf8(withoutGuard(cell)).trimmed();
    if (domain::characterCount(value) > domain::maxAttributeLength || row.attributes.size() >= domain::maxAttributes)
        return refused(RejectReason::Attribute, column.index);
    row.attributes.insert(column.mapped.attribute, value);
    return {};
}

ClientRowParser::Verdict ClientRowParser::readOptOut(qsizetype index, QByteArrayView cell, domain::ImportRow &row) const
{
    if (clears(cell))
        return {};
    const std::optional<OptOut> optOut = optOutFromText(QString::fromUtf8(withoutGuard(cell)), m_now, m_zone);
    if (!optOut)
        return refused(RejectReason::OptedOut, index);
    row.optedOutAt = optOut->at;
    return {};
}

} // namespace core::csv
