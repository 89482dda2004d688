// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/apitoken.h"

#include "core/domain/textrules.h"

namespace core::domain {

namespace {

constexpr int maxName = 64;
constexpr int maxDays = 3650;

} // namespace

Result<ApiToken> tokenFor(UserId user, const TokenWish &wish, Instant now)
{
    ApiToken token;
    token.user = user;
    token.name = wish.name.simplified();
    token.createdAt = now;
    QList<FieldError> errors;
    if (characterCount(token.name) > maxName)
        errors.append({QStringLiteral("name"), QStringLiteral("name:too_long"), {QString::number(maxName)}});
    if (wish.days && (*wish.days < 1 || *wish.days > maxDays))
        errors.append(
            {QStringLiteral("days"), QStringLiteral("number:range"), {QStringLiteral("1"), QString::number(maxDays)}});
    if (!errors.isEmpty())
        return Failure(Error::invalid(std::move(errors)));
    if (wish.days)
        token.expiresAt = now + std::chrono::days{*wish.days};
    return token;
}

bool isExpired(const ApiToken &token, Instant now)
{
    return token.expiresAt && *token.expiresAt <= now;
}

QString toText(TokenKind kind)
{
    return kind == TokenKind::Session ? QStringLiteral("session") : QStringLiteral("script");
}

} // namespace core::domain
