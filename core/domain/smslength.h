// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * How many SMS parts a text takes (GSM 03.38 / 3GPP TS 23.038, parts of 3GPP TS 23.040).
 */
#pragma once

#include <QString>
#include <QStringView>

namespace core::domain {

struct SmsLength
{
    enum class Encoding { Gsm7, Ucs2 };

    Encoding encoding = Encoding::Gsm7;
    int units = 0;      ///< septets (an extension character counts two) or UTF-16 units
    int parts = 0;      ///< 0 for an empty text
    int characters = 0; ///< as a person counts them: code points
    int unitsPerPart = 160;
    QString foreignCharacters; ///< what turned the text into UCS-2, each once, in order of appearance

    bool operator==(const SmsLength &) const = default;
};

/** Parts are packed greedily: none splits an escape pair or a surrogate pair. */
[[nodiscard]] SmsLength smsLength(QStringView text);
/** `smsLength(text).parts`, for thousands in a second. */
[[nodiscard]] int smsParts(QStringView text);

/** True for the characters of the basic table and the extension table. */
[[nodiscard]] bool isGsmCharacter(QChar character);

} // namespace core::domain
