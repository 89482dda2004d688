// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/jsontext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <charconv>

namespace core::storage {

namespace {

/** Neither half of a pair without the other, nor NUL: the database's JSON stumbles over the one and ends at the other. */
bool isStorable(const QString &text, qsizetype at)
{
    const QChar character = text[at];
    if (character.isHighSurrogate())
        return at + 1 < text.size() && text[at + 1].isLowSurrogate();
    if (character.isLowSurrogate())
        return at > 0 && text[at - 1].isHighSurrogate();
    return !character.isNull();
}

/** Stands in JSON as it is. */
bool isOrdinary(QChar character)
{
    return character.unicode() >= 0x20 && character != u'"' && character != u'\\' && !character.isSurrogate();
}

/** Without a text of its own for each of thousands. */
void appendNumber(QString &json, qint64 number)
{
    std::array<char, 24> digits{};
    const char *end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    json += QLatin1String(digits.data(), end);
}

void appendUnusual(QString &json, QChar character)
{
    static constexpr char16_t digits[] = u"0123456789abcdef";
    const char16_t unit = character.unicode();
    if (unit == u'"' || unit == u'\\') {
        json += u'\\';
        json += character;
    } else if (unit < 0x20) {
        json += QLatin1String("\\u00");
        json += digits[unit >> 4];
        json += digits[unit & 0xf];
    } else {
        json += character;
    }
}

void appendQuoted(QString &json, const QString &text)
{
    json += u'"';
    for (auto i = text.cbegin(); i != text.cend();) {
        const auto end = std::find_if_not(i, text.cend(), isOrdinary);
        json += QStringView(i, end);
        i = end;
        if (i == text.cend())
            break;
        const bool storable = isStorable(text, i - text.cbegin());
        appendUnusual(json, storable ? *i : QChar(QChar::ReplacementCharacter));
        ++i;
    }
    json += u'"';
}

/** What jsonObject() wrote, unless something in it is escaped; in a fraction of the time that a parser takes. */
std::optional<QMap<QString, QString>> plainMap(QStringView json)
{
    if (!json.startsWith(u"{\"") || !json.endsWith(u"\"}") || json.contains(u'\\'))
        return std::nullopt;
    QMap<QString, QString> map;
    for (qsizetype key = 2;;) {
        const qsizetype keyEnd = json.indexOf(u'"', key);
        if (json.mid(keyEnd, 3) != u"\":\"")
            return std::nullopt;
        const qsizetype value = keyEnd + 3;
        const qsizetype valueEnd = json.indexOf(u'"', value);
        if (valueEnd < 0)
            return std::nullopt;
        map.insert(map.cend(), json.mid(key, keyEnd - key).toString(), json.mid(value, valueEnd - value).toString());
        if (valueEnd + 2 == json.size())
            return map;
        if (json.mid(valueEnd, 3) != u"\",\"")
            return std::nullopt;
        key = valueEnd + 3;
    }
}

} // namespace

QString jsonNumbers(const QList<qint64> &numbers)
{
    QString json(u'[');
    json.reserve(numbers.size() * 17 + 2);
    for (const qint64 number : numbers) {
        if (json.size() > 1)
            json += u',';
        appendNumber(json, number);
    }
    return json += u']';
}

QString jsonTexts(const QStringList &texts)
{
    QString json(u'[');
    for (const QString &text : texts) {
        if (json.size() > 1)
            json += u',';
        appendQuoted(json, text);
    }
    return json += u']';
}

QString jsonObject(const QMap<QString, QString> &map)
{
    constexpr qsizetype signs = 6; // quotes, colon, comma
    qsizetype length = 2;
    for (auto entry = map.cbegin(); entry != map.cend(); ++entry)
        length += entry.key().size() + entry.value().size() + signs;
    QString json(u'{');
    json.reserve(length);
    for (auto entry = map.cbegin(); entry != map.cend(); ++entry) {
        if (json.size() > 1)
            json += u',';
        appendQuoted(json, entry.key());
        json += u':';
        appendQuoted(json, entry.value());
    }
    return json += u'}';
}

QMap<QString, QString> mapFromJson(const QString &json)
{
    if (auto plain = plainMap(json))
        return *std::move(plain);
    QMap<QString, QString> map;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        map.insert(entry.key(), entry.value().toString());
    return map;
}

JsonByNumber &JsonByNumber::add(qint64 number, Instant value)
{
    beginField(number);
    appendNumber(m_text, toMs(value));
    return *this;
}

JsonByNumber &JsonByNumber::add(qint64 number, const QString &value)
{
    beginField(number);
    appendQuoted(m_text, value);
    return *this;
}

void JsonByNumber::beginField(qint64 number)
{
    m_text += m_text.isEmpty() ? QLatin1String("{\"") : QLatin1String(",\"");
    appendNumber(m_text, number);
    m_text += QLatin1String("\":");
}

JsonRows &JsonRows::beginRow()
{
    m_text += m_text.isEmpty() ? QLatin1String("[") : QLatin1String("],[");
    m_rowIsEmpty = true;
    return *this;
}

JsonRows &JsonRows::add(qint64 number)
{
    separate();
    appendNumber(m_text, number);
    return *this;
}

JsonRows &JsonRows::add(const QString &text)
{
    separate();
    appendQuoted(m_text, text);
    return *this;
}

JsonRows &JsonRows::addNull()
{
    separate();
    m_text += QLatin1String("null");
    return *this;
}

QString JsonRows::text() const
{
    return m_text.isEmpty() ? QStringLiteral("[]") : u'[' + m_text + QLatin1String("]]");
}

void JsonRows::separate()
{
    if (!m_rowIsEmpty)
        m_text += u',';
    m_rowIsEmpty = false;
}

} // namespace core::storage
