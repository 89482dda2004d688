// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Keeps what is stored beside the clients themselves: their tags, the words they are found by, and the counted keys.
 */
#pragma once

#include "core/domain/client.h"

#include <QHash>
#include <QMap>

namespace core::storage {

class Connection;

/**
 * Collects the changes of one or thousands of clients and writes them with a handful of statements.
 *
 * Thread: that of the connection. Lives within one transaction.
 */
class ClientIndexChanges
{
public:
    /** `words`: its searchWords(). */
    void add(const domain::Client &client, const QStringList &words);
    void remove(const domain::Client &client);
    void change(const domain::Client &before, const domain::Client &after);

    Status write(Connection &connection);

private:
    void insertTags(const domain::Client &client);
    void countKeys(const domain::Client &client, qint64 change);
    Status writeTags(Connection &connection);
    Status writeWords(Connection &connection, const char *statement, const QHash<QString, QList<qint64>> &words);

    struct TagUse
    {
        qint64 client = 0;
        QString folded;
        int position = 0;
    };

    QList<qint64> m_untagged;        ///< clients whose tags go before the new ones come
    QMap<QString, QString> m_labels; ///< folded → as written
    QList<TagUse> m_tagUses;
    QHash<QString, QList<qint64>> m_newWords;
    QHash<QString, QList<qint64>> m_oldWords;
    QHash<QString, qint64> m_keys;
};

} // namespace core::storage
