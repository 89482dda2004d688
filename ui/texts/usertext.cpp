// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/texts/usertext.h"

#include "ui/texts/numbertext.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace ui::texts {

using core::domain::Role;
using core::domain::TokenKind;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(User)
};

} // namespace

QString roleText(Role role)
{
    switch (role) {
    case Role::Viewer:
        return Texts::tr("viewer");
    case Role::Operator:
        return Texts::tr("operator");
    case Role::Admin:
        return Texts::tr("administrator");
    }
    return {};
}

QString roleMeaning(Role role)
{
    switch (role) {
    case Role::Viewer:
        return Texts::tr("Sees everything and changes nothing.");
    case Role::Operator:
        return Texts::tr("Also adds, imports and edits clients, and writes and runs mailings of its own.");
    case Role::Admin:
        return Texts::tr("May do everything, with users, gateways and settings too.");
    }
    return {};
}

QString tokenKindText(TokenKind kind)
{
    return kind == TokenKind::Session ? Texts::tr("sign-in") : Texts::tr("script");
}

QString tokenTimesText(const core::domain::ApiToken &token, core::Instant now)
{
    const auto text = [now](core::Instant at) { return dateTimeText(at, now, QTimeZone::systemTimeZone()); };
    const QString used = token.lastUsedAt ? Texts::tr("last used %1").arg(text(*token.lastUsedAt)) : Texts::tr("never used");
    QString ends = Texts::tr("never expires");
    if (token.expiresAt)
        ends = core::domain::isExpired(token, now) ? Texts::tr("expired %1").arg(text(*token.expiresAt))
                                                   : Texts::tr("expires %1").arg(text(*token.expiresAt));
    return QStringList{used, ends}.join(QStringLiteral(" · "));
}

} // namespace ui::texts
