// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/usersqlrepository.h"

#include "core/storage/statement.h"

namespace core::storage {

UserSqlRepository::UserSqlRepository(Connection &connection) : m_connection(connection) {}

Result<domain::User> UserSqlRepository::localUser()
{
    const QString email = QStringLiteral("local@localhost");
    Statement select(m_connection, "user_find_by_email");
    HELIOGRAPH_ASSIGN(const auto user, select.bind(":email", email).first([](Row &row) {
        domain::User read;
        read.id = row.id<UserId>();
        read.email = row.text();
        read.name = row.text();
        read.role = row.enumerated<domain::Role>();
        read.active = row.flag();
        return read;
    }));
    if (!user)
        return Failure(Error::make(ErrorKind::NotFound, "user.unknown", {email}));
    return *user;
}

} // namespace core::storage
