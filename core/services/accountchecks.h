// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What has to hold before an account is made, changed or removed: rights, rules of the fields, and who has to stay.
 *
 * Read within the transaction of the change, and once before a password is hashed. Only for AccountService.
 */
#pragma once

#include "core/domain/user.h"
#include "core/interfaces/executor.h"

namespace core::services {

struct UserChange
{
    domain::User before;
    domain::User after;
};

/** Errors: InvalidInput (all fields), PermissionDenied access.role. */
[[nodiscard]] Result<domain::User> checkedUser(const domain::Actor &actor, const domain::UserEdit &edit);

/** Errors: PermissionDenied registration.closed; InvalidInput (all fields, role and active among them: user:admin_only). */
[[nodiscard]] Result<domain::User> checkedRegistration(interfaces::UnitOfWork &unit, const domain::UserEdit &edit);

/** Errors: InvalidInput (all fields); PermissionDenied; NotFound; Conflict user.last_admin, user.local. */
[[nodiscard]] Result<UserChange> checkedChange(interfaces::UnitOfWork &unit, const domain::Actor &actor, UserId id,
                                               const domain::UserEdit &edit);

/** Errors: PermissionDenied; NotFound; Conflict user.last_admin, user.local. */
[[nodiscard]] Result<domain::User> checkedRemoval(interfaces::UnitOfWork &unit, const domain::Actor &actor, UserId id);

} // namespace core::services
