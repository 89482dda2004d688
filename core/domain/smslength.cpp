// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/smslength.h"

#include <array>

namespace core::domain {

namespace {

constexpr char16_t euro = u'€';
constexpr std::size_t tableSize = 0x400; // the Greek capitals end here; only the euro sign lies beyond

constexpr std::u16string_view basicCharacters = u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                                                u"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
constexpr std::u16string_view extensionCharacters = u"\f^{}\\[~]|€";

/** Septets by character; 0: not in the alphabet. */
constexpr std::array<quint8, tableSize> septetTable = [] {
    std::array<quint8, tableSize> table{};
    for (const char16_t c : basicCharacters)
        table[c] = 1;
    for (const char16_t c : extensionCharacters) {
        if (c < tableSize)
            table[c] = 2;
    }
    return table;
}();

int septets(char16_t c)
{
    if (c < tableSize)
        return septetTable[c];
    return c == euro ? 2 : 0;
}

bool isPairAt(QStringView text, qsizetype i)
{
    return text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
}

/** Fills part after part; what does not fit whole begins the next one. */
class Packer
{
public:
    explicit Packer(int unitsPerPart) : m_unitsPerPart(unitsPerPart) {}

    void add(int units)
    {
        if (m_parts == 0 || m_used + units > m_unitsPerPart) {
            ++m_parts;
            m_used = 0;
        }
        m_used += units;
    }

    [[nodiscard]] int parts() const { return m_parts; }

private:
    int m_unitsPerPart;
    int m_used = 0;
    int m_parts = 0;
};

struct Limits
{
    int single;
    int concatenated;
};

constexpr Limits gsmLimits{160, 153};
constexpr Limits ucsLimits{70, 67};

struct Units
{
    int number = 0; ///< septets, or UTF-16 units
    bool gsm = true;
};

Units unitsOf(QStringView text)
{
    Units units;
    for (const QChar character : text) {
        const int needed = septets(character.unicode());
        if (needed == 0)
            return {static_cast<int>(text.size()), false};
        units.number += needed;
    }
    return units;
}

int partsOf(QStringView text, const Units &units)
{
    const Limits limits = units.gsm ? gsmLimits : ucsLimits;
    if (units.number <= limits.single)
        return text.isEmpty() ? 0 : 1;
    Packer packer(limits.concatenated);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = isPairAt(text, i);
        packer.add(units.gsm ? septets(text[i].unicode()) : pair ? 2 : 1);
        i += pair ? 1 : 0;
    }
    return packer.parts();
}

} // namespace

SmsLength smsLength(QStringView text)
{
    const Units units = unitsOf(text);
    const Limits limits = units.gsm ? gsmLimits : ucsLimits;
    SmsLength length;
    length.encoding = units.gsm ? SmsLength::Encoding::Gsm7 : SmsLength::Encoding::Ucs2;
    length.units = units.number;
    length.unitsPerPart = units.number <= limits.single ? limits.single : limits.concatenated;
    length.parts = partsOf(text, units);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype size = isPairAt(text, i) ? 2 : 1;
        ++length.characters;
        const QStringView character = text.mid(i, size);
        if (septets(text[i].unicode()) == 0 && !length.foreignCharacters.contains(character))
            length.foreignCharacters += character;
        i += size - 1;
    }
    return length;
}

int smsParts(QStringView text)
{
    return partsOf(text, unitsOf(text));
}

bool isGsmCharacter(QChar character)
{
    return septets(character.unicode()) > 0;
}

} // namespace core::domain
