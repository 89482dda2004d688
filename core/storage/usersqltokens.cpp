// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of UserSqlRepository that requests and sign-ins go by: tokens, and who was wrong of late.

#include "core/storage/paging.h"
#include "core/storage/userrow.h"
#include "core/storage/usersqlrepository.h"

namespace core::storage {

using domain::OwnedToken;
using domain::TokenKind;
using interfaces::FailedSignIns;

namespace {

Error unknownToken(TokenId id)
{
    return Error::make(ErrorKind::NotFound, "token.unknown", {id.text()});
}

} // namespace

Result<TokenId> UserSqlRepository::insertToken(const domain::ApiToken &token, const QByteArray &hash)
{
    Statement insert(m_connection, "token_insert");
    insert.bind(":user_id", token.user)
        .bind(":kind", token.kind)
        .bind(":name", token.name)
        .bindBytes(":hash", hash)
        .bind(":created_at", token.createdAt)
        .bind(":expires_at", token.expiresAt)
        .bind(":last_used_at", token.lastUsedAt);
    HELIOGRAPH_ASSIGN(const qint64 id, insert.runInserting());
    m_connection.noteChange(interfaces::Change::Users);
    return TokenId{id};
}

Result<OwnedToken> UserSqlRepository::findToken(TokenId id)
{
    Statement select(m_connection, "token_find");
    HELIOGRAPH_ASSIGN(const std::optional<OwnedToken> token, select.bind(":id", id).first(readToken));
    if (!token)
        return Failure(unknownToken(id));
    return *token;
}

Result<std::optional<OwnedToken>> UserSqlRepository::findTokenByHash(const QByteArray &hash)
{
    Statement select(m_connection, "token_find_by_hash");
    return select.bindBytes(":hash", hash).first(readToken);
}

Result<domain::Page<OwnedToken>> UserSqlRepository::tokens(UserId user, const domain::PageRequest &request)
{
    static const PageStatements statements{"token_page_ascending", "token_page_descending", "token_page_after_ascending",
                                           "token_page_after_descending"};
    static const SortColumns columns{{QString(), {"token_sort_id", SortColumn::Type::Integer}}};
    Conditions conditions(m_connection);
    if (user.isValid())
        conditions.require("token_of_user", {{"user", user.value}});
    return readPage<OwnedToken>(m_connection, statements, columns, std::move(conditions), request, readToken,
                                [](const OwnedToken &row) { return row.token.id.value; });
}

Status UserSqlRepository::removeToken(TokenId id)
{
    Statement remove(m_connection, "token_delete");
    HELIOGRAPH_ASSIGN(const qint64 removed, remove.bind(":id", id).runCounting());
    if (removed == 0)
        return Failure(unknownToken(id));
    m_connection.noteChange(interfaces::Change::Users);
    return {};
}

Status UserSqlRepository::removeSessions(UserId user, TokenId except)
{
    Statement remove(m_connection, "token_delete_of_user");
    remove.bind(":user_id", user).bind(":kind", TokenKind::Session);
    m_connection.noteChange(interfaces::Change::Users);
    return remove.bind(":except", except.value).run(); // as a number: nothing is unlike NULL
}

Status UserSqlRepository::removeExpiredSessions(Instant now)
{
    Statement remove(m_connection, "token_delete_expired");
    m_connection.noteChange(interfaces::Change::Users);
    return remove.bind(":now", now).bind(":kind", TokenKind::Session).run();
}

Status UserSqlRepository::touchToken(TokenId id, Instant at, Instant since)
{
    Statement touch(m_connection, "token_touch");
    return touch.bind(":id", id).bind(":at", at).bind(":since", since).run();
}

Status UserSqlRepository::noteFailedSignIn(const QByteArray &key, Instant at)
{
    Statement insert(m_connection, "failed_sign_in_insert");
    return insert.bindBytes(":key", key).bind(":at", at).run();
}

Result<FailedSignIns> UserSqlRepository::failedSignIns(const QByteArray &key, Instant since, Instant until)
{
    Statement select(m_connection, "failed_sign_in_count");
    select.bindBytes(":key", key).bind(":since", since).bind(":until", until);
    HELIOGRAPH_ASSIGN(const std::optional<FailedSignIns> failures, select.first([](Row &row) {
        FailedSignIns read;
        read.count = row.small();
        read.oldest = row.optionalInstant();
        return read;
    }));
    return failures.value_or(FailedSignIns());
}

Status UserSqlRepository::forgetFailedSignIns(Instant until)
{
    Statement remove(m_connection, "failed_sign_in_forget");
    return remove.bind(":until", until).run();
}

} // namespace core::storage
