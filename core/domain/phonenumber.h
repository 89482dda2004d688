// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The one parser of phone numbers, for window, CSV, command line and REST.
 *
 * Pure text to number; which operator serves a number is only guessed from its digits (numbers are portable).
 */
#pragma once

#include "core/base/result.h"

#include <QHashFunctions>
#include <QString>
#include <compare>

namespace core::domain {

/** A mobile number `7XXXXXXXXXX` (11 digits). Thread: any (immutable value). */
class PhoneNumber
{
public:
    constexpr PhoneNumber() = default;

    /**
     * Reads what people and spreadsheets write: `7…`, `+7…`, `8…` with 11 digits, 10 digits beginning with 9; blanks
     * (no-break ones too), `-`, `(`, `)`; a trailing `.0`, a leading `'`, scientific notation with all eleven digits.
     * Errors: InvalidInput on field "phone" with code phone:empty, phone:characters, phone:too_short, phone:too_long,
     * phone:country or phone:lost_digits.
     */
    static Result<PhoneNumber> parse(QStringView text);

    /** From the database: 70000000000 … 79999999999, not checked again. */
    static constexpr PhoneNumber fromNumber(qint64 number) { return PhoneNumber(number); }

    [[nodiscard]] constexpr qint64 number() const { return m_number; }
    [[nodiscard]] constexpr bool isValid() const { return m_number != 0; }
    [[nodiscard]] QString text() const;         ///< 79990000001
    [[nodiscard]] QString formatted() const;    ///< 7 999 000-00-01, for people
    [[nodiscard]] QString redacted() const;     ///< 7999***0001, for logs
    [[nodiscard]] QString operatorCode() const; ///< digits 2–4

    constexpr auto operator<=>(const PhoneNumber &) const = default;

private:
    constexpr explicit PhoneNumber(qint64 number) : m_number(number) {}

    qint64 m_number = 0;
};

inline size_t qHash(PhoneNumber phone, size_t seed = 0) noexcept
{
    return ::qHash(phone.number(), seed);
}

} // namespace core::domain
