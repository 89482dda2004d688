// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What stands for a password in requests: a random text of which only a hash is kept.
 *
 * How the text is made and hashed stands in core/secrets/tokenmaker.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/user.h"

#include <QString>
#include <optional>

namespace core::domain {

enum class TokenKind : quint8 {
    Session, ///< of a sign-in; ends with a changed password
    Script,  ///< made on purpose, for programs; stays until it is revoked or expires
};

struct ApiToken
{
    TokenId id;
    UserId user;
    TokenKind kind = TokenKind::Script;
    QString name; ///< at most 64 characters; may be blank
    Instant createdAt{};
    std::optional<Instant> expiresAt;  ///< nothing: never
    std::optional<Instant> lastUsedAt; ///< to the minute

    bool operator==(const ApiToken &) const = default;
};

/** What somebody wants of a token for a script. */
struct TokenWish
{
    QString name;
    std::optional<int> days; ///< 1 … 3650; nothing: for ever
};

/** Errors: InvalidInput with all field errors at once: name, days. */
[[nodiscard]] Result<ApiToken> tokenFor(UserId user, const TokenWish &wish, Instant now);

[[nodiscard]] bool isExpired(const ApiToken &token, Instant now);

/** With whose it is. */
struct OwnedToken
{
    ApiToken token;
    User user;
};

/** The one time that the text is seen. */
struct NewToken
{
    ApiToken token;
    QString text;
};

/** What a sign-in gives. */
struct SignedIn
{
    QString token; ///< the text
    Instant expiresAt{};
    User user;
};

[[nodiscard]] QString toText(TokenKind kind); ///< "session", "script"

} // namespace core::domain
