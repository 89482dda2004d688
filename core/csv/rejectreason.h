// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The closed list of reasons for which an import refuses a row.
 */
#pragma once

#include <QString>
#include <array>

namespace core::csv {

/** In the order in which a row is checked: the first check that fails names it. */
enum class RejectReason : quint8 {
    PhoneEmpty,
    PhoneCharacters,
    PhoneTooShort,
    PhoneTooLong,
    PhoneCountry,
    PhoneLostDigits,
    OperatorCode,
    Timezone,
    Tags,
    Attribute,
    OptedOut,
};

inline constexpr std::array allRejectReasons{
    RejectReason::PhoneEmpty,   RejectReason::PhoneCharacters, RejectReason::PhoneTooShort, RejectReason::PhoneTooLong,
    RejectReason::PhoneCountry, RejectReason::PhoneLostDigits, RejectReason::OperatorCode,  RejectReason::Timezone,
    RejectReason::Tags,         RejectReason::Attribute,       RejectReason::OptedOut};

/** As in the specification: "phone:too_short", "timezone". */
[[nodiscard]] QString toText(RejectReason reason);
/** For a code of PhoneNumber::parse. */
[[nodiscard]] RejectReason rejectReasonOfPhone(const QString &code);

} // namespace core::csv
