// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/transaction.h"

#include "core/base/logging.h"
#include "core/storage/connection.h"

namespace core::storage {

Transaction::Transaction(Connection &connection) : m_connection(&connection) {}

Transaction::Transaction(Transaction &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}

Result<Transaction> Transaction::begin(Connection &connection, Kind kind)
{
    HELIOGRAPH_TRY(connection.run(kind == Kind::Write ? "transaction_begin_write" : "transaction_begin_read"));
    return Transaction(connection);
}

Transaction::~Transaction()
{
    if (!m_connection)
        return;
    // On some errors (a full disk) SQLite has rolled back by itself, and there is nothing left to end.
    if (const Status rolledBack = m_connection->run("transaction_rollback"); !rolledBack)
        qCDebug(logStorage, "event=rollback_refused detail=%s ", qUtf8Printable(logValue(rolledBack.error().detail)));
}

Status Transaction::commit()
{
    HELIOGRAPH_TRY(m_connection->run("transaction_commit"));
    m_connection = nullptr;
    return {};
}

} // namespace core::storage
