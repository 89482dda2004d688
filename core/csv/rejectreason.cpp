// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/csv/rejectreason.h"

namespace core::csv {

QString toText(RejectReason reason)
{
    switch (reason) {
    case RejectReason::PhoneEmpty:
        return QStringLiteral("phone:empty");
    case RejectReason::PhoneCharacters:
        return QStringLiteral("phone:characters");
    case RejectReason::PhoneTooShort:
        return QStringLiteral("phone:too_short");
    case RejectReason::PhoneTooLong:
        return QStringLiteral("phone:too_long");
    case RejectReason::PhoneCountry:
        return QStringLiteral("phone:country");
    case RejectReason::PhoneLostDigits:
        return QStringLiteral("phone:lost_digits");
    case RejectReason::OperatorCode:
        return QStringLiteral("operator_code");
    case RejectReason::Timezone:
        return QStringLiteral("timezone");
    case RejectReason::Tags:
        return QStringLiteral("tags");
    case RejectReason::Attribute:
        return QStringLiteral("attribute");
    case RejectReason::OptedOut:
        return QStringLiteral("opted_out");
    }
    Q_UNREACHABLE();
    return {};
}

RejectReason rejectReasonOfPhone(const QString &code)
{
    for (const RejectReason reason : allRejectReasons) {
        if (toText(reason) == code)
            return reason;
    }
    return RejectReason::PhoneCharacters;
}

} // namespace core::csv
