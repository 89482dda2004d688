// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/dialect.h"

#include "core/storage/postgresdialect.h"
#include "core/storage/sqlitedialect.h"

namespace core::storage {

const Dialect &dialectFor(const DatabaseUrl &url)
{
    static const SqliteDialect sqlite;
    static const PostgresDialect postgresql;
    if (url.kind() == DatabaseUrl::Kind::Postgresql)
        return postgresql;
    return sqlite;
}

bool endsConnection(const Error &error)
{
    // What was opened when nobody could write stays so, whatever becomes of the file's rights.
    return error.code == QLatin1String("database.read_only") || error.code == QLatin1String("database.lost");
}

} // namespace core::storage
