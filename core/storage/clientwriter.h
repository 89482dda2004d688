// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Writes rows of clients; what lies beside them (tags, words) is collected in ClientIndexChanges.
 */
#pragma once

#include "core/domain/client.h"
#include "core/storage/clientindex.h"
#include "core/storage/statement.h"

#include <QSet>

namespace core::storage {

/**
 * Used by the repository, the import and its undo, so that a client is written in one way only.
 * Thread: that of the connection. Lives within one transaction; nothing is complete before finish().
 */
class ClientWriter
{
public:
    explicit ClientWriter(Connection &connection);

    /** Errors: Conflict client.phone_exists (phone). `import`: the import that does it; invalid: a person. */
    Result<ClientId> insert(const domain::Client &client, ImportId import);
    /** `words`: its searchWords(). */
    Result<ClientId> insert(const domain::Client &client, ImportId import, const QStringList &words);
    /** Errors: Conflict client.phone_exists (phone). Unsent messages follow a changed phone. */
    Status update(const domain::Client &before, const domain::Client &after, ImportId import);
    /** Its messages lose it; pending ones must have been settled. */
    Status remove(const domain::Client &client);
    Status finish();

private:
    Status ensureTimezone(const QString &name);

    Connection &m_connection;
    Statement m_insert;                    ///< looked up once for thousands of rows
    std::optional<domain::Client> m_bound; ///< to m_insert
    ClientIndexChanges m_changes;
    QSet<QString> m_timezones; ///< known to be stored
};

} // namespace core::storage
