// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A mailing as a row of the database.
 */
#pragma once

#include "core/domain/mailing.h"
#include "core/storage/statement.h"

namespace core::storage {

/** Reads the columns of `mailing_columns`. */
[[nodiscard]] domain::Mailing readMailing(Row &row);

/** Binds everything but the id, created_at and messages_removed_at. */
void bindMailing(Statement &statement, const domain::Mailing &mailing);

} // namespace core::storage
