// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Users in the database. Tokens and failed sign-ins have a file of their own (usersqltokens.cpp).
 */
#pragma once

#include "core/interfaces/userrepository.h"

namespace core::storage {

class Connection;

/** Thread: that of the connection. Writes want a transaction around them (the executors see to it). */
class UserSqlRepository final : public interfaces::UserRepository
{
public:
    explicit UserSqlRepository(Connection &connection);

    Result<domain::User> localUser() override;

    Result<UserId> insert(const domain::User &user) override;
    Status update(const domain::User &user) override;
    Status remove(UserId id) override;
    Result<domain::User> find(UserId id) override;
    Result<std::optional<domain::User>> findByEmail(const QString &email) override;
    Result<domain::Page<domain::User>> page(const domain::PageRequest &request) override;
    Result<qint64> count() override;
    Result<qint64> countActiveAdmins() override;

    Result<QByteArray> passwordHash(UserId id) override;
    Status setPasswordHash(UserId id, const QByteArray &hash) override;

    Result<TokenId> insertToken(const domain::ApiToken &token, const QByteArray &hash) override;
    Result<domain::OwnedToken> findToken(TokenId id) override;
    Result<std::optional<domain::OwnedToken>> findTokenByHash(const QByteArray &hash) override;
    Result<domain::Page<domain::OwnedToken>> tokens(UserId user, const domain::PageRequest &request) override;
    Status removeToken(TokenId id) override;
    Status removeSessions(UserId user, TokenId except) override;
    Status removeExpiredSessions(Instant now) override;
    Status touchToken(TokenId id, Instant at, Instant since) override;

    Status noteFailedSignIn(const QByteArray &key, Instant at) override;
    Result<interfaces::FailedSignIns> failedSignIns(const QByteArray &key, Instant since, Instant until) override;
    Status forgetFailedSignIns(Instant until) override;

private:
    Connection &m_connection;
};

} // namespace core::storage
