// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Who acts: a person with a role, or the program itself; and the one place where the fields of a user are checked.
 *
 * Passwords pass through UserEdit on their way to be hashed (interfaces::PasswordHasher); a User holds none.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"

#include <QString>
#include <optional>

namespace core::domain {

enum class Role : quint8 { Viewer, Operator, Admin };

struct User
{
    UserId id;
    QString email; ///< unique, lower-cased; what somebody signs in with
    QString name;  ///< letters of any script, blanks, - and '; 1–120 characters
    Role role = Role::Viewer;
    bool active = true; ///< others can neither sign in nor use their tokens
    Instant createdAt{};

    bool operator==(const User &) const = default;
};

/** What somebody wants to set, as typed; a field that is not set stays as it is. */
struct UserEdit
{
    std::optional<QString> email;
    std::optional<QString> name;
    std::optional<Role> role;
    std::optional<bool> active;
    std::optional<QString> password; ///< plain; 10–128 characters
};

/**
 * `base` with everything but the password applied.
 * Errors: InvalidInput with all field errors at once: email, name, password.
 */
[[nodiscard]] Result<User> edited(const User &base, const UserEdit &edit);

/** The form in which addresses are stored and compared. */
[[nodiscard]] QString comparableEmail(const QString &email);

/** The user that every workspace begins with: an administrator without a password. */
[[nodiscard]] QString localEmail();

[[nodiscard]] QString toText(Role role); ///< "viewer", "operator", "admin"
[[nodiscard]] std::optional<Role> roleFromText(const QString &text);

/** On whose behalf a service acts; recorded with every event. */
struct Actor
{
    UserId user;
    QString label; ///< "local@localhost", "cli:anna", "dispatcher"
    Role role = Role::Admin;
    TokenId token = {}; ///< by which it came in; a changed password leaves this one session alone
};

} // namespace core::domain
