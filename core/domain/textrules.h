// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Rules of text that several nouns of this room share.
 */
#pragma once

#include <QString>

namespace core::domain {

/** Characters as a person counts them: code points. A lone surrogate counts as one. */
[[nodiscard]] qsizetype characterCount(QStringView text);

/** The first `maxUnits` UTF-16 units, one fewer where a surrogate pair would be cut in half. */
[[nodiscard]] QString cutTo(const QString &text, qsizetype maxUnits);

/** Exactly three digits 0–9. */
[[nodiscard]] bool isOperatorCode(QStringView text);

/** The shape alone: a name and a host around one @, without blanks and what separates addresses in a list. */
[[nodiscard]] bool isMailAddress(QStringView text);

} // namespace core::domain
