// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A client as it lies in the database: as a row, and as the JSON that the journal of an import keeps.
 */
#pragma once

#include "core/domain/client.h"
#include "core/storage/statement.h"

namespace core::storage {

/** Reads the columns of `client_columns`. */
[[nodiscard]] domain::Client readClient(Row &row);

/**
 * Everything but the import and the time of its creation.
 * @param bound  whom the statement was bound to before: what they share stays bound, and costs nothing
 */
void bindClient(Statement &statement, const domain::Client &client, const domain::Client *bound = nullptr);

[[nodiscard]] QString journalText(const domain::Client &client);
[[nodiscard]] domain::Client clientFromJournal(const QString &text);

} // namespace core::storage
