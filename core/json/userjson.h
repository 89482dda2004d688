// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Users and tokens as JSON objects, and what somebody wants to set of a user. A password goes in and never comes out.
 */
#pragma once

#include "core/domain/apitoken.h"

#include <QJsonObject>
#include <QStringList>

namespace core::json {

[[nodiscard]] QJsonObject toJson(const domain::User &user);
[[nodiscard]] QJsonObject toJson(const domain::ApiToken &token);
/** With the address of its user. */
[[nodiscard]] QJsonObject toJson(const domain::OwnedToken &token);
/** With its text, the one time that it is seen. */
[[nodiscard]] QJsonObject toJson(const domain::NewToken &token);
/** The answer to a sign-in: token, expires_at, user. */
[[nodiscard]] QJsonObject toJson(const domain::SignedIn &signedIn);

/**
 * Read-only members are ignored.
 * @param needed  members that have to be there
 * Errors: InvalidInput with all that is missing or cannot be read (json:missing, json:type, json:choice, json:unknown) and,
 * if there is any, with the rules that the rest breaks.
 */
[[nodiscard]] Result<domain::UserEdit> userEditFromJson(const QJsonObject &object, const QStringList &needed = {});

} // namespace core::json
