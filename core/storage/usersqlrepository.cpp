// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/usersqlrepository.h"

#include "core/storage/dialect.h"
#include "core/storage/paging.h"
#include "core/storage/userrow.h"

namespace core::storage {

using domain::User;

namespace {

void bindUser(Statement &statement, const User &user)
{
    statement.bind(":email", user.email).bind(":name", user.name).bind(":role", user.role).bind(":active", user.active);
}

Error unknownUser(const QString &who)
{
    return Error::make(ErrorKind::NotFound, "user.unknown", {who});
}

Error emailExists(Error error, const QString &email)
{
    if (error.kind == ErrorKind::Conflict && error.code == QLatin1String(uniqueViolation))
        return Error::make(ErrorKind::Conflict, "user.email_exists", {email});
    return error;
}

} // namespace

UserSqlRepository::UserSqlRepository(Connection &connection) : m_connection(connection) {}

Result<User> UserSqlRepository::localUser()
{
    HELIOGRAPH_ASSIGN(const std::optional<User> user, findByEmail(domain::localEmail()));
    if (!user)
        return Failure(unknownUser(domain::localEmail()));
    return *user;
}

Result<UserId> UserSqlRepository::insert(const User &user)
{
    Statement insert(m_connection, "user_insert");
    bindUser(insert, user);
    const Result<qint64> inserted = insert.bind(":created_at", user.createdAt).runInserting();
    if (!inserted)
        return Failure(emailExists(inserted.error(), user.email));
    m_connection.noteChange(interfaces::Change::Users);
    return UserId{*inserted};
}

Status UserSqlRepository::update(const User &user)
{
    Statement update(m_connection, "user_update");
    bindUser(update, user);
    const Result<qint64> changed = update.bind(":id", user.id).runCounting();
    if (!changed)
        return Failure(emailExists(changed.error(), user.email));
    if (*changed == 0)
        return Failure(unknownUser(user.id.text()));
    m_connection.noteChange(interfaces::Change::Users);
    return {};
}

Status UserSqlRepository::remove(UserId id)
{
    Statement remove(m_connection, "user_delete");
    HELIOGRAPH_ASSIGN(const qint64 removed, remove.bind(":id", id).runCounting());
    if (removed == 0)
        return Failure(unknownUser(id.text()));
    m_connection.noteChange(interfaces::Change::Users);
    return {};
}

Result<User> UserSqlRepository::find(UserId id)
{
    Statement select(m_connection, "user_find");
    HELIOGRAPH_ASSIGN(const std::optional<User> user, select.bind(":id", id).first(readUser));
    if (!user)
        return Failure(unknownUser(id.text()));
    return *user;
}

Result<std::optional<User>> UserSqlRepository::findByEmail(const QString &email)
{
    Statement select(m_connection, "user_find_by_email");
    return select.bind(":email", email).first(readUser);
}

Result<domain::Page<User>> UserSqlRepository::page(const domain::PageRequest &request)
{
    static const PageStatements statements{"user_page_ascending", "user_page_descending", "user_page_after_ascending",
                                           "user_page_after_descending"};
    static const SortColumns columns{
        {QString(), {"user_sort_id", SortColumn::Type::Integer}},
        {QStringLiteral("email"), {"user_sort_email", SortColumn::Type::Text}},
    };
    return readPage<User>(m_connection, statements, columns, Conditions(m_connection), request, readUser);
}

Result<qint64> UserSqlRepository::count()
{
    Statement select(m_connection, "user_count");
    return select.number();
}

Result<qint64> UserSqlRepository::countActiveAdmins()
{
    Statement select(m_connection, "user_count_active_of_role");
    return select.bind(":role", domain::Role::Admin).number();
}

Result<QByteArray> UserSqlRepository::passwordHash(UserId id)
{
    Statement select(m_connection, "user_password_find");
    HELIOGRAPH_ASSIGN(const std::optional<QByteArray> hash,
                      select.bind(":id", id).first([](Row &row) { return row.bytes(); }));
    if (!hash)
        return Failure(unknownUser(id.text()));
    return *hash;
}

Status UserSqlRepository::setPasswordHash(UserId id, const QByteArray &hash)
{
    Statement update(m_connection, "user_password_save");
    HELIOGRAPH_ASSIGN(const qint64 changed, update.bindBytes(":password_hash", hash).bind(":id", id).runCounting());
    if (changed == 0)
        return Failure(unknownUser(id.text()));
    return {};
}

} // namespace core::storage
