// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Reads from libpq's words why no connection came about: the one moment at which it gives no SQLSTATE.
 *
 * Used by PostgresDialect. Knows the words of an English and of a Russian server.
 */
#pragma once

#include <QString>

namespace core::storage {

enum class PostgresRefusal : quint8 {
    NoAnswer,     ///< no server, or none that could answer
    NotEncrypted, ///< it does not encrypt, and that was asked for
    NotTrusted,   ///< its certificate
    NotNow,       ///< it starts, ends or recovers
    NoRoom,       ///< too many connections
    NoDatabase,   ///< there is none of this name
    NoEntry,      ///< a role, a password or pg_hba.conf; also what a server says in another language
};

[[nodiscard]] PostgresRefusal postgresRefusal(const QString &words);

} // namespace core::storage
