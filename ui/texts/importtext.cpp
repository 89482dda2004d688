// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/texts/importtext.h"

#include <QCoreApplication>

namespace ui::texts {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

} // namespace

using core::csv::ImportField;
using core::csv::RejectReason;

QString rejectText(RejectReason reason, const QString &cell)
{
    switch (reason) {
    case RejectReason::PhoneEmpty:
        return Texts::tr("the phone is missing");
    case RejectReason::PhoneCharacters:
        return Texts::tr("a phone cannot hold these characters");
    case RejectReason::PhoneTooShort:
        return Texts::tr("the phone has too few digits");
    case RejectReason::PhoneTooLong:
        return Texts::tr("the phone has too many digits");
    case RejectReason::PhoneCountry:
        return Texts::tr("not a Russian mobile phone");
    case RejectReason::PhoneLostDigits:
        return Texts::tr("the spreadsheet lost digits of this phone");
    case RejectReason::OperatorCode:
        return Texts::tr("an operator code has three digits, not “%1”").arg(cell);
    case RejectReason::Timezone:
        return Texts::tr("unknown time zone “%1”").arg(cell);
    case RejectReason::Tags:
        return Texts::tr("too many tags, or one that is too long");
    case RejectReason::Attribute:
        return Texts::tr("a field is too long, or there are too many");
    case RejectReason::OptedOut:
        return Texts::tr("neither yes, nor no, nor a date: “%1”").arg(cell);
    }
    return {};
}

QString rejectSummary(RejectReason reason)
{
    switch (reason) {
    case RejectReason::PhoneEmpty:
        return Texts::tr("phone missing");
    case RejectReason::PhoneCharacters:
        return Texts::tr("phone with wrong characters");
    case RejectReason::PhoneTooShort:
        return Texts::tr("phone too short");
    case RejectReason::PhoneTooLong:
        return Texts::tr("phone too long");
    case RejectReason::PhoneCountry:
        return Texts::tr("not a Russian mobile phone");
    case RejectReason::PhoneLostDigits:
        return Texts::tr("digits of the phone lost in the spreadsheet");
    case RejectReason::OperatorCode:
        return Texts::tr("wrong operator code");
    case RejectReason::Timezone:
        return Texts::tr("unknown time zone");
    case RejectReason::Tags:
        return Texts::tr("tags too long or too many");
    case RejectReason::Attribute:
        return Texts::tr("fields too long or too many");
    case RejectReason::OptedOut:
        return Texts::tr("unclear opt-out");
    }
    return {};
}

QString columnText(const core::csv::MappedColumn &column)
{
    switch (column.field) {
    case ImportField::Ignore:
        return Texts::tr("ignore");
    case ImportField::Phone:
        return Texts::tr("Phone");
    case ImportField::OperatorCode:
        return Texts::tr("Operator code");
    case ImportField::Tags:
        return Texts::tr("Tags");
    case ImportField::Timezone:
        return Texts::tr("Time zone");
    case ImportField::OptedOut:
        return Texts::tr("Opted out");
    case ImportField::Consent:
        return Texts::tr("Consent");
    case ImportField::Attribute:
        return Texts::tr("%1 (field)").arg(column.attribute);
    }
    return {};
}

} // namespace ui::texts
