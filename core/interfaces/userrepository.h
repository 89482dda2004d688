// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Storage of users, of the hashes of their passwords and tokens, and of sign-ins that failed.
 *
 * Knows no rule of who may do what: core/services/accountservice does.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/apitoken.h"
#include "core/domain/page.h"
#include "core/domain/user.h"

#include <QByteArray>
#include <optional>

namespace core::interfaces {

/** How often somebody was wrong within a time. */
struct FailedSignIns
{
    int count = 0;
    std::optional<Instant> oldest;

    bool operator==(const FailedSignIns &) const = default;
};

/** Callers bring checked values (core::domain::edited); the repository keeps addresses unique. */
class UserRepository
{
public:
    virtual ~UserRepository() = default;

    /** domain::localEmail(), with which every workspace begins. */
    virtual Result<domain::User> localUser() = 0;

    /** Errors: Conflict user.email_exists (address). */
    virtual Result<UserId> insert(const domain::User &user) = 0;
    /** Leaves createdAt alone. Errors: NotFound user.unknown, Conflict user.email_exists (address). */
    virtual Status update(const domain::User &user) = 0;
    /** With password and tokens. Nobody ever gets the number again, so what it owned stays nobody else's. */
    virtual Status remove(UserId id) = 0;
    /** Errors: NotFound user.unknown. */
    virtual Result<domain::User> find(UserId id) = 0;
    /** @param email  as domain::comparableEmail makes it */
    virtual Result<std::optional<domain::User>> findByEmail(const QString &email) = 0;
    /** sortBy: "" (id), "email". */
    virtual Result<domain::Page<domain::User>> page(const domain::PageRequest &request) = 0;
    virtual Result<qint64> count() = 0;
    virtual Result<qint64> countActiveAdmins() = 0;

    /** As PasswordHasher made it; empty: cannot sign in with a password. Errors: NotFound user.unknown. */
    virtual Result<QByteArray> passwordHash(UserId id) = 0;
    virtual Status setPasswordHash(UserId id, const QByteArray &hash) = 0;

    /** @param hash  as TokenMaker made it */
    virtual Result<TokenId> insertToken(const domain::ApiToken &token, const QByteArray &hash) = 0;
    /** Errors: NotFound token.unknown. */
    virtual Result<domain::OwnedToken> findToken(TokenId id) = 0;
    /** Also one that has expired, or whose user is inactive. */
    virtual Result<std::optional<domain::OwnedToken>> findTokenByHash(const QByteArray &hash) = 0;
    /** By id. @param user  invalid: everybody's */
    virtual Result<domain::Page<domain::OwnedToken>> tokens(UserId user, const domain::PageRequest &request) = 0;
    /** Errors: NotFound token.unknown. */
    virtual Status removeToken(TokenId id) = 0;
    /** The sessions of a user but one. */
    virtual Status removeSessions(UserId user, TokenId except) = 0;
    virtual Status removeExpiredSessions(Instant now) = 0;
    /** Notes the use `at`, unless one after `since` is noted already. Tells no change feed. */
    virtual Status touchToken(TokenId id, Instant at, Instant since) = 0;

    /** @param key  of an account or an address, as the caller likes */
    virtual Status noteFailedSignIn(const QByteArray &key, Instant at) = 0;
    /** After `since`, until `until` included: what a clock that was put back left in the future counts later. */
    virtual Result<FailedSignIns> failedSignIns(const QByteArray &key, Instant since, Instant until) = 0;
    /** Forgets all until `until`, included. */
    virtual Status forgetFailedSignIns(Instant until) = 0;
};

} // namespace core::interfaces
