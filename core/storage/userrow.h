// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Users and tokens as rows: the columns of user_columns and token_columns (sql/common), in their order.
 */
#pragma once

#include "core/domain/apitoken.h"
#include "core/storage/statement.h"

namespace core::storage {

[[nodiscard]] domain::User readUser(Row &row);
[[nodiscard]] domain::OwnedToken readToken(Row &row);

} // namespace core::storage
