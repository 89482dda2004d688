// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/accessrules.h"

namespace core::services {

using domain::Actor;
using domain::Role;

namespace {

/** What `actor` lacks: an operator is refused no more than the things of others. */
QString lackingName(const Actor &actor, Permission permission)
{
    const bool operates = actor.role == Role::Operator;
    switch (permission) {
    case Permission::EditClients:
        return operates ? QStringLiteral("clients.edit_others") : QStringLiteral("clients.edit");
    case Permission::OptOutClients:
        return QStringLiteral("clients.opt_out");
    case Permission::CreateMailings:
        return QStringLiteral("mailings.create");
    case Permission::EditMailing:
        return operates ? QStringLiteral("mailings.edit_others") : QStringLiteral("mailings.edit");
    case Permission::ManageGateways:
        return QStringLiteral("gateways.manage");
    case Permission::ManageSettings:
        return QStringLiteral("settings.manage");
    case Permission::ManageUsers:
        return QStringLiteral("users.manage");
    case Permission::EditAccount:
        return QStringLiteral("account.edit");
    }
    return {};
}

/** What somebody who is no administrator may do. */
bool mayUser(const Actor &actor, Permission permission, std::optional<UserId> owner)
{
    const bool operates = actor.role == Role::Operator;
    const bool owns = owner && owner->isValid() && *owner == actor.user;
    switch (permission) {
    case Permission::OptOutClients:
    case Permission::CreateMailings:
        return operates;
    case Permission::EditClients:
        return operates && (!owner || owns);
    case Permission::EditMailing:
        return operates && owns;
    case Permission::EditAccount:
        return owns;
    case Permission::ManageGateways:
    case Permission::ManageSettings:
    case Permission::ManageUsers:
        return false;
    }
    return false;
}

} // namespace

Status mayDo(const Actor &actor, Permission permission, std::optional<UserId> owner)
{
    if (actor.role != Role::Admin && !mayUser(actor, permission, owner))
        return Failure(Error::make(ErrorKind::PermissionDenied, "access.role", {lackingName(actor, permission)}));
    return {};
}

Status mayImport(const Actor &actor)
{
    return mayDo(actor, Permission::EditClients);
}

Status mayEditClient(const Actor &actor, const domain::WorkspaceSettings &settings, UserId owner)
{
    return mayDo(actor, Permission::EditClients, settings.keepsClientsToOwners() ? std::optional(owner) : std::nullopt);
}

} // namespace core::services
