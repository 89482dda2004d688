// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of AccountService about tokens: who comes with one, and making, listing and revoking them.

#include "core/interfaces/userrepository.h"
#include "core/json/userjson.h"
#include "core/services/accessrules.h"
#include "core/services/accountservice.h"
#include "core/services/history.h"

namespace core::services {

using domain::Actor;
using domain::ApiToken;
using domain::NewToken;
using domain::OwnedToken;
using interfaces::Lane;
using interfaces::UnitOfWork;

namespace {

constexpr std::chrono::minutes useNotedEvery{1};

Result<OwnedToken> validToken(UnitOfWork &unit, const QByteArray &hash, Instant now)
{
    HELIOGRAPH_ASSIGN(const std::optional<OwnedToken> found, unit.users.findTokenByHash(hash));
    if (!found || !found->user.active || domain::isExpired(found->token, now))
        return Failure(Error::make(ErrorKind::PermissionDenied, "token.invalid"));
    return *found;
}

/** A use in the future is of a clock that was put back since. */
bool isUseDue(const ApiToken &token, Instant now)
{
    return !token.lastUsedAt || *token.lastUsedAt > now || now - *token.lastUsedAt >= useNotedEvery;
}

/** When it was used is no part of the history. */
QJsonObject told(const OwnedToken &token)
{
    QJsonObject object = json::toJson(token);
    object.remove(QStringLiteral("last_used_at"));
    return object;
}

} // namespace

QFuture<Result<Actor>> AccountService::authenticate(const QString &token)
{
    return m_executor
        .read([&clock = m_clock, hash = m_parts.tokens.hash(token)](UnitOfWork &unit) {
            return validToken(unit, hash, clock.now());
        })
        .then([&executor = m_executor, &clock = m_clock](const Result<OwnedToken> &found) -> Result<Actor> {
            if (!found)
                return Failure(found.error());
            const TokenId id = found->token.id;
            if (const Instant now = clock.now(); isUseDue(found->token, now)) {
                // Nobody waits for it, and a minute that a power cut takes is no loss. Several requests may come here at
                // once; the statement lets one of them through.
                executor.write(Lane::Bulk,
                               [id, now](UnitOfWork &unit) { return unit.users.touchToken(id, now, now - useNotedEvery); });
            }
            return Actor{found->user.id, found->user.email, found->user.role, id};
        });
}

QFuture<Result<NewToken>> AccountService::createToken(const Actor &actor, UserId user, const domain::TokenWish &wish)
{
    return m_executor.write(
        Lane::Interactive,
        [&clock = m_clock, &tokens = m_parts.tokens, actor, user, wish](UnitOfWork &unit) -> Result<NewToken> {
            HELIOGRAPH_TRY(mayDo(actor, Permission::EditAccount, user));
            OwnedToken made;
            HELIOGRAPH_ASSIGN(made.user, unit.users.find(user));
            HELIOGRAPH_ASSIGN(made.token, domain::tokenFor(user, wish, clock.now()));
            HELIOGRAPH_ASSIGN(const QString text, tokens.make());
            HELIOGRAPH_ASSIGN(made.token.id, unit.users.insertToken(made.token, tokens.hash(text)));
            HELIOGRAPH_TRY(record(unit, actor, clock.now(), "token.create", {}, difference({}, told(made))));
            return NewToken{made.token, text};
        });
}

QFuture<Result<domain::Page<OwnedToken>>> AccountService::tokens(const Actor &actor, UserId user,
                                                                 const domain::PageRequest &request)
{
    return m_executor.read([actor, user, request](UnitOfWork &unit) -> Result<domain::Page<OwnedToken>> {
        HELIOGRAPH_TRY(mayDo(actor, Permission::EditAccount, user));
        return unit.users.tokens(user, request);
    });
}

QFuture<Result<OwnedToken>> AccountService::revokeToken(const Actor &actor, TokenId id)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, id](UnitOfWork &unit) -> Result<OwnedToken> {
        HELIOGRAPH_ASSIGN(const OwnedToken token, unit.users.findToken(id));
        HELIOGRAPH_TRY(mayDo(actor, Permission::EditAccount, token.user.id));
        HELIOGRAPH_TRY(unit.users.removeToken(id));
        HELIOGRAPH_TRY(record(unit, actor, clock.now(), "token.revoke", {}, difference(told(token), {})));
        return token;
    });
}

} // namespace core::services
