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

} // namespace

SmsLength smsLength(QStringView text)
{
    SmsLength length;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype size = isPairAt(text, i) ? 2 : 1;
        ++length.characters;
        const int units = septets(text[i].unicode());
        length.units += units;
        const QStringView character = text.mid(i, size);
        if (units == 0 && !length.foreignCharacters.contains(character))
            length.foreignCharacters += character;
        i += size - 1;
    }
    const bool gsm = length.foreignCharacters.isEmpty();
    if (!gsm) {
        length.encoding = SmsLength::Encoding::Ucs2;
        length.units = static_cast<int>(text.size());
    }
    const Limits limits = gsm ? gsmLimits : ucsLimits;
    length.unitsPerPart = limits.single;
    if (length.units <= limits.single) {
        length.parts = text.isEmpty() ? 0 : 1;
        return length;
    }

    length.unitsPerPart = limits.concatenated;
    Packer packer(limits.concatenated);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = isPairAt(text, i);
        packer.add(gsm ? septets(text[i].unicode()) : pair ? 2 : 1);
        i += pair ? 1 : 0;
    }
    length.parts = packer.parts();
    return length;
}

bool isGsmCharacter(QChar character)
{
    return septets(character.unicode()) > 0;
}

} // namespace core::domain
