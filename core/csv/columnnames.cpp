// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/columnmapping.h"
#include "core/domain/client.h"

#include <QHash>
#include <array>

namespace core::csv {

namespace {

struct FieldName
{
    ImportField field;
    const char16_t *name;
};

constexpr std::array fieldNames{FieldName{ImportField::Ignore, u"ignore"},
                                FieldName{ImportField::Phone, u"phone"},
                                FieldName{ImportField::OperatorCode, u"operator_code"},
                                FieldName{ImportField::Tags, u"tags"},
                                FieldName{ImportField::Timezone, u"timezone"},
                                FieldName{ImportField::OptedOut, u"opted_out"},
                                FieldName{ImportField::Consent, u"consent"}};

constexpr QStringView attributePrefix = u"attribute:";

/** Headers as people write them, in the form that `plainHeader` gives them. */
constexpr std::array knownHeaders{
    FieldName{ImportField::Phone, u"phone|phone number|telephone|tel|mobile|mobile phone|cell|cell phone|msisdn|телефон|тел|"
                                  u"номер телефона|мобильный|мобильный телефон|моб|моб телефон|сотовый|сотовый телефон|"
                                  u"контактный телефон"},
    FieldName{ImportField::OperatorCode, u"operator|operator code|оператор|код оператора|def|def код"},
    FieldName{ImportField::Tags, u"tag|tags|label|labels|тег|теги|тэг|тэги|метка|метки"},
    FieldName{ImportField::Timezone, u"tz|timezone|time zone|часовой пояс|таймзона|тайм зона|временная зона|пояс"},
    FieldName{ImportField::OptedOut, u"opted out|opted out at|opt out|optout|unsubscribed|отписан|отписался|отписка|отказ"},
    FieldName{ImportField::Consent, u"consent|согласие"},
};

constexpr std::array knownAttributes{
    std::pair{u"name", u"name|имя|фио|ф и о"},
    std::pair{u"city", u"city|город"},
};

/** Lower case, ё as е, one blank where blanks, dots, dashes and underscores are, none at the ends. */
QString plainHeader(const QString &header)
{
    QString plain = header.toLower();
    for (QChar &c : plain) {
        if (c == u'ё')
            c = u'е';
        else if (c == u'.' || c == u'_' || c == u'-' || c == u':')
            c = u' ';
    }
    return plain.simplified();
}

QHash<QString, MappedColumn> knownColumns()
{
    QHash<QString, MappedColumn> known;
    for (const FieldName &entry : knownHeaders) {
        for (const QString &name : QString::fromUtf16(entry.name).split(u'|'))
            known.insert(name, {entry.field, {}});
    }
    for (const auto &[key, names] : knownAttributes) {
        for (const QString &name : QString::fromUtf16(names).split(u'|'))
            known.insert(name, {ImportField::Attribute, QString::fromUtf16(key)});
    }
    return known;
}

} // namespace

QString toText(const MappedColumn &column)
{
    for (const FieldName &entry : fieldNames) {
        if (entry.field == column.field)
            return QString::fromUtf16(entry.name);
    }
    return attributePrefix.toString() + column.attribute;
}

std::optional<MappedColumn> mappedColumnFromText(const QString &text)
{
    for (const FieldName &entry : fieldNames) {
        if (QString::fromUtf16(entry.name) == text)
            return MappedColumn{entry.field, {}};
    }
    const QString key = (text.startsWith(attributePrefix) ? text.mid(attributePrefix.size()) : text).toLower();
    if (!domain::isAttributeKey(key))
        return {};
    return MappedColumn{ImportField::Attribute, key};
}

std::optional<MappedColumn> knownColumn(const QString &header)
{
    if (header.startsWith(attributePrefix))
        return mappedColumnFromText(header);
    static const QHash<QString, MappedColumn> known = knownColumns();
    const auto found = known.constFind(plainHeader(header));
    return found == known.constEnd() ? std::nullopt : std::optional(*found);
}

QString headerOf(const MappedColumn &column)
{
    if (column.field != ImportField::Attribute)
        return toText(column);
    // A bare key must not be taken for a field of its own, nor for a column of a file of rejected rows.
    const std::optional<MappedColumn> known = knownColumn(column.attribute);
    const bool misread = (known && *known != column) || column.attribute == u"line" || column.attribute == u"reason";
    return misread ? toText(column) : column.attribute;
}

} // namespace core::csv
