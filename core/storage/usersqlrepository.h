// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Users in the database.
 */
#pragma once

#include "core/interfaces/userrepository.h"

namespace core::storage {

class Connection;

/** Thread: that of the connection. */
class UserSqlRepository final : public interfaces::UserRepository
{
public:
    explicit UserSqlRepository(Connection &connection);

    Result<domain::User> localUser() override;

private:
    Connection &m_connection;
};

} // namespace core::storage
