// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Which role may do what; asked by every service, for window and scripts alike.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/user.h"
#include "core/domain/workspacesettings.h"

#include <optional>

namespace core::services {

enum class Permission : quint8 {
    EditClients, ///< add, import, edit, delete; an owner is named only where clients are kept to those who added them
    OptOutClients,
    CreateMailings,
    EditMailing, ///< of `owner`
    ManageGateways,
    ManageSettings,
    ManageUsers, ///< add, list, and everything about them that is nobody's own affair: role, address, being active
    EditAccount, ///< see it, change its name and password, delete it, its tokens: of `owner`
};

/**
 * Errors: PermissionDenied access.role (permission that is lacking, "clients.edit", "mailings.edit_others"; each has a
 * sentence in core/base/errorsentences).
 * @param owner  whose thing it is, where that matters; an invalid id: it is nobody's
 */
[[nodiscard]] Status mayDo(const domain::Actor &actor, Permission permission, std::optional<UserId> owner = {});

/** Begins an import, whatever its file and its mode. Errors: as of mayDo. */
[[nodiscard]] Status mayImport(const domain::Actor &actor);

/** Edits or deletes a client that `owner` added: with the setting clients_editable_by = owner an operator only its own. */
[[nodiscard]] Status mayEditClient(const domain::Actor &actor, const domain::WorkspaceSettings &settings, UserId owner);

} // namespace core::services
