// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Which role may do what; asked by every service, for window and scripts alike.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/user.h"

namespace core::services {

enum class Permission : quint8 {
    EditClients, ///< add, import, edit, delete
    OptOutClients,
    CreateMailings,
    EditMailing, ///< of `owner`
    ManageGateways,
    ManageSettings,
};

/** Errors: PermissionDenied access.role (permission). `owner`: whose thing it is, where that matters. */
[[nodiscard]] Status mayDo(const domain::Actor &actor, Permission permission, UserId owner = {});

} // namespace core::services
