// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/phonenumber.h"

#include <array>

namespace core::domain {

namespace {

constexpr int fullLength = 11;

/** Digits as they are met, without room for more than decide the case. */
struct Digits
{
    static constexpr int kept = 24;

    std::array<char16_t, kept> values{};
    int count = 0; ///< may exceed `kept`: such a number is too long anyway

    void add(char16_t digit)
    {
        if (count < kept)
            values[static_cast<std::size_t>(count)] = digit;
        ++count;
    }
};

bool isDigit(char16_t c)
{
    return c >= u'0' && c <= u'9';
}

bool isSeparator(QChar c)
{
    return c == u'-' || c == u'(' || c == u')' || c.isSpace();
}

Failure refused(const char *code)
{
    return Failure(Error::invalidField("phone", code));
}

/** The digits of `7.9261234567E+10`; `exponent` is the position of the E. */
Result<Digits> scientific(QStringView text, qsizetype exponent)
{
    QStringView power = text.mid(exponent + 1);
    if (power.startsWith(u'+'))
        power = power.mid(1);
    bool isNumber = false;
    const int places = power.toInt(&isNumber);
    if (!isNumber || places < 0 || !isDigit(power.front().unicode()))
        return refused("phone:characters");

    Digits digits;
    int decimals = 0;
    bool afterPoint = false;
    for (const QChar c : text.left(exponent)) {
        if (isDigit(c.unicode())) {
            digits.add(c.unicode());
            decimals += afterPoint ? 1 : 0;
        } else if ((c == u'.' || c == u',') && !afterPoint && digits.count > 0) {
            afterPoint = true;
        } else {
            return refused("phone:characters");
        }
    }
    if (decimals < places)
        return refused("phone:lost_digits");
    if (decimals > places)
        return refused("phone:characters");
    return digits;
}

Result<Digits> plain(QStringView text)
{
    Digits digits;
    for (const QChar c : text) {
        if (isDigit(c.unicode()))
            digits.add(c.unicode());
        else if (!isSeparator(c))
            return refused("phone:characters");
    }
    return digits;
}

Result<Digits> digitsOf(QStringView text)
{
    if (text.endsWith(u".0"))
        text.chop(2);
    qsizetype exponent = text.indexOf(u'E');
    if (exponent < 0)
        exponent = text.indexOf(u'e');
    return exponent > 0 ? scientific(text, exponent) : plain(text);
}

} // namespace

Result<PhoneNumber> PhoneNumber::parse(QStringView text)
{
    text = text.trimmed();
    if (text.startsWith(u'\''))
        text = text.mid(1).trimmed();
    if (text.isEmpty())
        return refused("phone:empty");
    const bool international = text.startsWith(u'+');
    if (international)
        text = text.mid(1);

    HELIOGRAPH_ASSIGN(const Digits digits, digitsOf(text));
    const char16_t first = digits.values.front();
    const bool national = digits.count == fullLength - 1 && first == u'9' && !international;
    if (digits.count < fullLength && !national)
        return refused("phone:too_short");
    if (digits.count > fullLength)
        return refused("phone:too_long");
    if (!national && first != u'7' && (first != u'8' || international))
        return refused("phone:country");

    qint64 number = 7;
    for (int i = national ? 0 : 1; i < digits.count; ++i)
        number = number * 10 + (digits.values[static_cast<std::size_t>(i)] - u'0');
    return PhoneNumber(number);
}

QString PhoneNumber::text() const
{
    return QString::number(m_number);
}

QString PhoneNumber::formatted() const
{
    const QString digits = text();
    return QStringLiteral("%1 %2 %3-%4-%5")
        .arg(digits.left(1), digits.mid(1, 3), digits.mid(4, 3), digits.mid(7, 2), digits.mid(9));
}

QString PhoneNumber::redacted() const
{
    const QString digits = text();
    return digits.left(4) + QLatin1String("***") + digits.right(4);
}

QString PhoneNumber::operatorCode() const
{
    return text().mid(1, 3);
}

} // namespace core::domain
