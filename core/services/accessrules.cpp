// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/accessrules.h"

namespace core::services {

namespace {

QString permissionName(Permission permission)
{
    switch (permission) {
    case Permission::EditClients:
        return QStringLiteral("clients.edit");
    case Permission::OptOutClients:
        return QStringLiteral("clients.opt_out");
    case Permission::CreateMailings:
        return QStringLiteral("mailings.create");
    case Permission::EditMailing:
        return QStringLiteral("mailings.edit");
    case Permission::ManageGateways:
        return QStringLiteral("gateways.manage");
    case Permission::ManageSettings:
        return QStringLiteral("settings.manage");
    }
    return {};
}

bool operatorMayDo(UserId user, Permission permission, UserId owner)
{
    switch (permission) {
    case Permission::OptOutClients:
    case Permission::CreateMailings:
        return true;
    case Permission::EditClients: // an owner is named only where the workspace keeps clients to those who added them
        return !owner.isValid() || owner == user;
    case Permission::EditMailing:
        return owner == user;
    case Permission::ManageGateways:
    case Permission::ManageSettings:
        return false;
    }
    return false;
}

} // namespace

Status mayDo(const domain::Actor &actor, Permission permission, UserId owner)
{
    const bool allowed = actor.role == domain::Role::Admin ||
                         (actor.role == domain::Role::Operator && operatorMayDo(actor.user, permission, owner));
    if (!allowed)
        return Failure(Error::make(ErrorKind::PermissionDenied, "access.role", {permissionName(permission)}));
    return {};
}

} // namespace core::services
