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

#include <QList>
#include <QString>
#include <utility>

class QUrlQuery;

namespace core::storage {

/** Thread: any (immutable value). */
class DatabaseUrl
{
public:
    enum class Kind { Sqlite, Postgresql };

    /**
     * Errors: InvalidInput on "database": database.url (the text), database.url_no_path, database.url_no_name,
     * database.url_password (a password in a URL ends up in histories and process lists), database.url_option (name; those
     * that are known).
     */
    static Result<DatabaseUrl> parse(const QString &text);
    /** An SQLite file; a relative path is taken from the working directory. */
    static DatabaseUrl sqliteFile(const QString &path);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString path() const { return m_path; } ///< absolute; empty for PostgreSQL
    /** The same for every name of the file (links followed, as far as they exist); empty for PostgreSQL. */
    [[nodiscard]] QString canonicalPath() const;
    [[nodiscard]] QString text() const; ///< as parse() reads it; holds no secret

    // Of PostgreSQL; blank where the text says nothing, and libpq's own rules hold.
    [[nodiscard]] QString host() const { return m_host; } ///< or the folder of a socket
    [[nodiscard]] int port() const { return m_port; }     ///< -1: not said
    [[nodiscard]] QString user() const { return m_user; }
    [[nodiscard]] QString name() const { return m_name; }
    /** Names and values for libpq: sslmode, sslrootcert, sslcert, sslkey. */
    [[nodiscard]] QList<std::pair<QString, QString>> options() const { return m_options; }
    [[nodiscard]] QString password() const { return m_password; } ///< blank: as a pgpass file says
    [[nodiscard]] DatabaseUrl withPassword(const QString &password) const;

    bool operator==(const DatabaseUrl &) const = default;

private:
    DatabaseUrl() = default;
    Status readOptions(const QUrlQuery &query);

    Kind m_kind = Kind::Sqlite;
    QString m_path;
    QString m_text;
    QString m_host;
    int m_port = -1;
    QString m_user;
    QString m_name;
    QList<std::pair<QString, QString>> m_options;
    QString m_password;
};

} // namespace core::storage
