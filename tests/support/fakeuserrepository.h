// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Users, tokens and failed sign-ins in memory. For tests only.
 */
#pragma once

#include "core/interfaces/userrepository.h"
#include "tests/support/fakedata.h"

namespace tests {

/** Keeps the contract of UserRepository by linear search. Thread: one at a time. */
class FakeUserRepository final : public core::interfaces::UserRepository
{
public:
    explicit FakeUserRepository(FakeData &data);

    core::Result<core::domain::User> localUser() override;

    core::Result<core::UserId> insert(const core::domain::User &user) override;
    core::Status update(const core::domain::User &user) override;
    core::Status remove(core::UserId id) override;
    core::Result<core::domain::User> find(core::UserId id) override;
    core::Result<std::optional<core::domain::User>> findByEmail(const QString &email) override;
    core::Result<core::domain::Page<core::domain::User>> page(const core::domain::PageRequest &request) override;
    core::Result<qint64> count() override;
    core::Result<qint64> countActiveAdmins() override;

    core::Result<QByteArray> passwordHash(core::UserId id) override;
    core::Status setPasswordHash(core::UserId id, const QByteArray &hash) override;

    core::Result<core::TokenId> insertToken(const core::domain::ApiToken &token, const QByteArray &hash) override;
    core::Result<core::domain::OwnedToken> findToken(core::TokenId id) override;
    core::Result<std::optional<core::domain::OwnedToken>> findTokenByHash(const QByteArray &hash) override;
    core::Result<core::domain::Page<core::domain::OwnedToken>> tokens(core::UserId user,
                                                                      const core::domain::PageRequest &request) override;
    core::Status removeToken(core::TokenId id) override;
    core::Status removeSessions(core::UserId user, core::TokenId except) override;
    core::Status removeExpiredSessions(core::Instant now) override;
    core::Status touchToken(core::TokenId id, core::Instant at, core::Instant since) override;

    core::Status noteFailedSignIn(const QByteArray &key, core::Instant at) override;
    core::Result<core::interfaces::FailedSignIns> failedSignIns(const QByteArray &key, core::Instant since,
                                                                core::Instant until) override;
    core::Status forgetFailedSignIns(core::Instant until) override;

private:
    [[nodiscard]] bool emailTaken(const QString &email, core::UserId except) const;
    [[nodiscard]] core::domain::OwnedToken owned(const core::domain::ApiToken &token) const;

    FakeData &m_data;
};

} // namespace tests
