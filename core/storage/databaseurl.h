// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Says which database a workspace lies in: `sqlite:PATH` or `postgresql://user@host:port/name?…`.
 *
 * Only reads the text; opening is the work of Workspace and Connection.
 */
#pragma once

#include "core/base/result.h"

#include <QString>

namespace core::storage {

/** Thread: any (immutable value). */
class DatabaseUrl
{
public:
    enum class Kind { Sqlite, Postgresql };

    /**
     * Errors: InvalidInput on "database": database.url (the text), database.url_no_path, database.url_password (a password
     * in a URL ends up in histories and process lists).
     */
    static Result<DatabaseUrl> parse(const QString &text);
    /** An SQLite file; a relative path is taken from the working directory. */
    static DatabaseUrl sqliteFile(const QString &path);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString path() const { return m_path; } ///< absolute; empty for PostgreSQL
    /** The same for every name of the file (links followed, as far as they exist); empty for PostgreSQL. */
    [[nodiscard]] QString canonicalPath() const;
    [[nodiscard]] QString text() const; ///< as parse() reads it; holds no secret

    bool operator==(const DatabaseUrl &) const = default;

private:
    DatabaseUrl() = default;

    Kind m_kind = Kind::Sqlite;
    QString m_path;
    QString m_server;
};

} // namespace core::storage
