// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeuserrepository.h"

#include "tests/support/fakepaging.h"

namespace tests {

using core::domain::ApiToken;
using core::domain::OwnedToken;
using core::domain::Page;
using core::domain::PageKey;
using core::domain::PageRequest;
using core::domain::TokenKind;
using core::domain::User;
using core::interfaces::Change;

namespace {

core::Error unknownUser()
{
    return core::Error::make(core::ErrorKind::NotFound, "user.unknown");
}

core::Error unknownToken()
{
    return core::Error::make(core::ErrorKind::NotFound, "token.unknown");
}

core::Error emailExists(const QString &email)
{
    return core::Error::make(core::ErrorKind::Conflict, "user.email_exists", {email});
}

core::Status checkSort(const PageRequest &request, const QStringList &columns)
{
    if (!request.sortBy.isEmpty() && !columns.contains(request.sortBy))
        return core::Failure(core::Error::invalidField("sort", "page:sort", {request.sortBy}));
    return {};
}

} // namespace

FakeUserRepository::FakeUserRepository(FakeData &data) : m_data(data) {}

core::Result<User> FakeUserRepository::localUser()
{
    HELIOGRAPH_ASSIGN(const std::optional<User> user, findByEmail(core::domain::localEmail()));
    if (!user)
        return core::Failure(unknownUser());
    return *user;
}

core::Result<core::UserId> FakeUserRepository::insert(const User &user)
{
    if (emailTaken(user.email, {}))
        return core::Failure(emailExists(user.email));
    User stored = user;
    stored.id = core::UserId{++m_data.lastUserId};
    m_data.users.insert(stored.id, {stored, {}});
    m_data.changes |= Change::Users;
    return stored.id;
}

core::Status FakeUserRepository::update(const User &user)
{
    const auto found = m_data.users.find(user.id);
    if (found == m_data.users.end())
        return core::Failure(unknownUser());
    if (emailTaken(user.email, user.id))
        return core::Failure(emailExists(user.email));
    const core::Instant createdAt = found->user.createdAt;
    found->user = user;
    found->user.createdAt = createdAt;
    m_data.changes |= Change::Users;
    return {};
}

core::Status FakeUserRepository::remove(core::UserId id)
{
    if (!m_data.users.remove(id))
        return core::Failure(unknownUser());
    m_data.tokens.removeIf([id](const auto &entry) { return entry.value().token.user == id; });
    m_data.changes |= Change::Users;
    return {};
}

core::Result<User> FakeUserRepository::find(core::UserId id)
{
    const auto found = m_data.users.constFind(id);
    if (found == m_data.users.cend())
        return core::Failure(unknownUser());
    return found->user;
}

core::Result<std::optional<User>> FakeUserRepository::findByEmail(const QString &email)
{
    for (const FakeUser &entry : std::as_const(m_data.users)) {
        if (entry.user.email == email)
            return std::optional(entry.user);
    }
    return std::optional<User>();
}

core::Result<Page<User>> FakeUserRepository::page(const PageRequest &request)
{
    HELIOGRAPH_TRY(checkSort(request, {QStringLiteral("email")}));
    QList<User> users;
    for (const FakeUser &entry : std::as_const(m_data.users))
        users.append(entry.user);
    return pageOf(users, request, [&request](const User &user) {
        return PageKey{request.sortBy.isEmpty() ? QString() : user.email, user.id.value};
    });
}

core::Result<qint64> FakeUserRepository::count()
{
    return m_data.users.size();
}

core::Result<qint64> FakeUserRepository::countActiveAdmins()
{
    return std::count_if(m_data.users.cbegin(), m_data.users.cend(), [](const FakeUser &entry) {
        return entry.user.active && entry.user.role == core::domain::Role::Admin;
    });
}

core::Result<QByteArray> FakeUserRepository::passwordHash(core::UserId id)
{
    HELIOGRAPH_TRY(find(id));
    return m_data.users.value(id).passwordHash;
}

core::Status FakeUserRepository::setPasswordHash(core::UserId id, const QByteArray &hash)
{
    HELIOGRAPH_TRY(find(id));
    m_data.users[id].passwordHash = hash;
    return {};
}

core::Result<core::TokenId> FakeUserRepository::insertToken(const ApiToken &token, const QByteArray &hash)
{
    ApiToken stored = token;
    stored.id = core::TokenId{m_data.newId()};
    m_data.tokens.insert(stored.id, {stored, hash});
    m_data.changes |= Change::Users;
    return stored.id;
}

core::Result<OwnedToken> FakeUserRepository::findToken(core::TokenId id)
{
    const auto found = m_data.tokens.constFind(id);
    if (found == m_data.tokens.cend())
        return core::Failure(unknownToken());
    return owned(found->token);
}

core::Result<std::optional<OwnedToken>> FakeUserRepository::findTokenByHash(const QByteArray &hash)
{
    for (const FakeToken &entry : std::as_const(m_data.tokens)) {
        if (entry.hash == hash)
            return std::optional(owned(entry.token));
    }
    return std::optional<OwnedToken>();
}

core::Result<Page<OwnedToken>> FakeUserRepository::tokens(core::UserId user, const PageRequest &request)
{
    HELIOGRAPH_TRY(checkSort(request, {}));
    QList<OwnedToken> rows;
    for (const FakeToken &entry : std::as_const(m_data.tokens)) {
        if (!user.isValid() || entry.token.user == user)
            rows.append(owned(entry.token));
    }
    return pageOf(rows, request, [](const OwnedToken &row) { return PageKey{QString(), row.token.id.value}; });
}

core::Status FakeUserRepository::removeToken(core::TokenId id)
{
    if (!m_data.tokens.remove(id))
        return core::Failure(unknownToken());
    m_data.changes |= Change::Users;
    return {};
}

core::Status FakeUserRepository::removeSessions(core::UserId user, core::TokenId except)
{
    m_data.tokens.removeIf([user, except](const auto &entry) {
        const ApiToken &token = entry.value().token;
        return token.user == user && token.kind == TokenKind::Session && token.id != except;
    });
    m_data.changes |= Change::Users;
    return {};
}

core::Status FakeUserRepository::removeExpiredSessions(core::Instant now)
{
    m_data.tokens.removeIf([now](const auto &entry) {
        const ApiToken &token = entry.value().token;
        return token.kind == TokenKind::Session && core::domain::isExpired(token, now);
    });
    m_data.changes |= Change::Users;
    return {};
}

core::Status FakeUserRepository::touchToken(core::TokenId id, core::Instant at, core::Instant since)
{
    const auto found = m_data.tokens.find(id);
    if (found == m_data.tokens.end())
        return {};
    std::optional<core::Instant> &last = found->token.lastUsedAt;
    if (!last || *last <= since || *last > at)
        last = at;
    return {};
}

core::Status FakeUserRepository::noteFailedSignIn(const QByteArray &key, core::Instant at)
{
    m_data.failedSignIns.append({key, at});
    return {};
}

core::Result<core::interfaces::FailedSignIns> FakeUserRepository::failedSignIns(const QByteArray &key, core::Instant since,
                                                                                core::Instant until)
{
    core::interfaces::FailedSignIns found;
    for (const FakeFailedSignIn &failure : std::as_const(m_data.failedSignIns)) {
        if (failure.key != key || failure.at <= since || failure.at > until)
            continue;
        ++found.count;
        found.oldest = std::min(found.oldest.value_or(failure.at), failure.at);
    }
    return found;
}

core::Status FakeUserRepository::forgetFailedSignIns(core::Instant until)
{
    m_data.failedSignIns.removeIf([until](const FakeFailedSignIn &failure) { return failure.at <= until; });
    return {};
}

bool FakeUserRepository::emailTaken(const QString &email, core::UserId except) const
{
    return std::any_of(m_data.users.cbegin(), m_data.users.cend(),
                       [&](const FakeUser &entry) { return entry.user.email == email && entry.user.id != except; });
}

OwnedToken FakeUserRepository::owned(const ApiToken &token) const
{
    return {token, m_data.users.value(token.user).user};
}

} // namespace tests
