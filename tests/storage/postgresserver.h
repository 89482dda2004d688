// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A PostgreSQL server for tests, and databases in it.
 */
#pragma once

#include "core/storage/databaseurl.h"

#include <QTemporaryDir>

namespace tests {

/**
 * A throw-away server (tests/support/postgres.sh). A test that only needs databases takes the shared one; one that stops the
 * server takes a server of its own.
 * Thread: that of the test; waits for the server.
 */
class PostgresServer
{
public:
    /** The one that ctest has started, else one for this process. */
    static PostgresServer &shared();

    /** A server of its own. `options`: lines of postgresql.conf. */
    explicit PostgresServer(const QStringList &options);
    ~PostgresServer();
    Q_DISABLE_COPY_MOVE(PostgresServer)

    /** As a crash of the server's machine would end it: at once, every connection cut. */
    void goDown();
    void comeUp();

    /** An empty database that did not exist before. */
    core::storage::DatabaseUrl createDatabase();
    /** One with a workspace of the newest schema. */
    core::storage::DatabaseUrl createWorkspace();
    void dropDatabase(const core::storage::DatabaseUrl &url);

private:
    enum class Found { ByCtest };
    explicit PostgresServer(Found);
    void control(const QStringList &arguments) const;
    void run(const QString &sql) const;
    static void runIn(const core::storage::DatabaseUrl &url, const QString &sql);
    [[nodiscard]] core::storage::DatabaseUrl urlOf(const QString &database) const;

    QTemporaryDir m_folder;
    QString m_url; ///< of the database postgres
    bool m_isOwn = false;
    int m_created = 0;
    QString m_template;
};

} // namespace tests
