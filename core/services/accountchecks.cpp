// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/accountchecks.h"

#include "core/interfaces/settingsrepository.h"
#include "core/interfaces/userrepository.h"
#include "core/services/accessrules.h"

namespace core::services {

using domain::Actor;
using domain::User;
using domain::UserEdit;
using interfaces::UnitOfWork;

namespace {

bool isActiveAdmin(const User &user)
{
    return user.active && user.role == domain::Role::Admin;
}

/** Somebody has to be able to manage the workspace. */
Status keepAnAdmin(UnitOfWork &unit, const User &before, bool staysAdmin)
{
    if (!isActiveAdmin(before) || staysAdmin)
        return {};
    HELIOGRAPH_ASSIGN(const qint64 admins, unit.users.countActiveAdmins());
    if (admins <= 1)
        return Failure(Error::make(ErrorKind::Conflict, "user.last_admin"));
    return {};
}

/** Commands and the window of a local workspace act as this one, so it stays and is found by its address. */
Status keepLocalUser(const User &before)
{
    if (before.email == domain::localEmail())
        return Failure(Error::make(ErrorKind::Conflict, "user.local"));
    return {};
}

} // namespace

Result<User> checkedUser(const Actor &actor, const UserEdit &edit)
{
    HELIOGRAPH_TRY(mayDo(actor, Permission::ManageUsers));
    return domain::edited({}, edit);
}

Result<User> checkedRegistration(UnitOfWork &unit, const UserEdit &edit)
{
    HELIOGRAPH_ASSIGN(const auto settings, unit.settings.settings());
    if (!settings.isRegistrationOpen())
        return Failure(Error::make(ErrorKind::PermissionDenied, "registration.closed"));
    Result<User> user = domain::edited({}, edit);
    QList<FieldError> errors = user ? QList<FieldError>() : user.error().fields;
    if (edit.role)
        errors.append({QStringLiteral("role"), QStringLiteral("user:admin_only"), {}});
    if (edit.active)
        errors.append({QStringLiteral("active"), QStringLiteral("user:admin_only"), {}});
    if (!errors.isEmpty())
        return Failure(Error::invalid(std::move(errors)));
    return user;
}

Result<UserChange> checkedChange(UnitOfWork &unit, const Actor &actor, UserId id, const UserEdit &edit)
{
    HELIOGRAPH_TRY(mayDo(actor, Permission::EditAccount, id));
    UserChange change;
    HELIOGRAPH_ASSIGN(change.before, unit.users.find(id));
    HELIOGRAPH_ASSIGN(change.after, domain::edited(change.before, edit));
    const bool isReaddressed = change.after.email != change.before.email;
    if (isReaddressed || change.after.role != change.before.role || change.after.active != change.before.active)
        HELIOGRAPH_TRY(mayDo(actor, Permission::ManageUsers));
    HELIOGRAPH_TRY(keepAnAdmin(unit, change.before, isActiveAdmin(change.after)));
    if (isReaddressed)
        HELIOGRAPH_TRY(keepLocalUser(change.before));
    return change;
}

Result<User> checkedRemoval(UnitOfWork &unit, const Actor &actor, UserId id)
{
    HELIOGRAPH_TRY(mayDo(actor, Permission::EditAccount, id));
    HELIOGRAPH_ASSIGN(const User user, unit.users.find(id));
    HELIOGRAPH_TRY(keepAnAdmin(unit, user, false));
    HELIOGRAPH_TRY(keepLocalUser(user));
    return user;
}

} // namespace core::services
