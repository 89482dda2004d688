// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Storage of users. So far the local administrator; accounts come with their own work.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/user.h"

namespace core::interfaces {

class UserRepository
{
public:
    virtual ~UserRepository() = default;

    virtual Result<domain::User> localUser() = 0; ///< local@localhost
};

} // namespace core::interfaces
