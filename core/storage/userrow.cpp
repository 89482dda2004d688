// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/userrow.h"

namespace core::storage {

domain::User readUser(Row &row)
{
    domain::User user;
    user.id = row.id<UserId>();
    user.email = row.text();
    user.name = row.text();
    user.role = row.enumerated<domain::Role>();
    user.active = row.flag();
    user.createdAt = row.instant();
    return user;
}

domain::OwnedToken readToken(Row &row)
{
    domain::OwnedToken read;
    domain::ApiToken &token = read.token;
    token.id = row.id<TokenId>();
    token.user = row.id<UserId>();
    token.kind = row.enumerated<domain::TokenKind>();
    token.name = row.text();
    token.createdAt = row.instant();
    token.expiresAt = row.optionalInstant();
    token.lastUsedAt = row.optionalInstant();
    read.user = readUser(row);
    return read;
}

} // namespace core::storage
