// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/transaction.h"

#include "core/base/logging.h"
#include "core/storage/connection.h"

namespace core::storage {

namespace {

const char *beginning(Transaction::Kind kind)
{
    switch (kind) {
    case Transaction::Kind::Write:
        return "transaction_begin_write";
    case Transaction::Kind::Dispatch:
        return "transaction_begin_dispatch";
    case Transaction::Kind::Read:
        break;
    }
    return "transaction_begin_read";
}

} // namespace

Transaction::Transaction(Connection &connection) : m_connection(&connection) {}

Transaction::Transaction(Transaction &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}

Result<Transaction> Transaction::begin(Connection &connection, Kind kind)
{
    Transaction transaction(connection);
    HELIOGRAPH_TRY(connection.runScript(beginning(kind)));
    return transaction;
}

Transaction::~Transaction()
{
    if (!m_connection)
        return;
    // Where it never began, and after some errors (a full disk, a lost server), there is nothing to end.
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
