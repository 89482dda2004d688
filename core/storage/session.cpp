// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/session.h"

#include "core/storage/dialect.h"
#include "core/storage/statement.h"

#include <QScopeGuard>

namespace core::storage {

using interfaces::Lane;

Session::Session(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)), m_repositories(*m_connection)
{}

Result<std::unique_ptr<Session>> Session::open(const DatabaseUrl &url, Connection::Access access)
{
    HELIOGRAPH_ASSIGN(auto connection, Connection::open(url, access));
    std::unique_ptr<Session> session(new Session(std::move(connection)));
    if (access == Connection::Access::ReadWrite && url.kind() == DatabaseUrl::Kind::Sqlite)
        session->m_queue.emplace(url);
    HELIOGRAPH_TRY(session->sawForeignCommit());
    return session;
}

Result<Transaction> Session::beginWriting(Lane lane) const
{
    std::optional<WriteQueue::Place> place;
    if (m_queue)
        place.emplace(*m_queue);
    return Transaction::begin(*m_connection,
                              lane == Lane::Dispatch ? Transaction::Kind::Dispatch : Transaction::Kind::Write);
}

Status Session::write(const Work &work, Lane lane, interfaces::Changes *changed)
{
    if (m_working)
        return work(m_repositories.unit());
    HELIOGRAPH_TRY(m_connection->setDurable(lane != Lane::Bulk));
    std::ignore = m_connection->takeChanges();
    if (lane == Lane::Bulk && m_queue)
        m_queue->letOthersGo();
    HELIOGRAPH_ASSIGN(Transaction transaction, beginWriting(lane));
    HELIOGRAPH_TRY(run(work));
    const interfaces::Changes touched = m_connection->takeChanges();
    if (touched)
        HELIOGRAPH_TRY(m_connection->dialect().announce(*m_connection, touched));
    HELIOGRAPH_TRY(transaction.commit());
    if (changed)
        *changed = touched;
    return {};
}

Status Session::read(const Work &work)
{
    if (m_working)
        return work(m_repositories.unit());
    HELIOGRAPH_ASSIGN(Transaction transaction, Transaction::begin(*m_connection, Transaction::Kind::Read));
    HELIOGRAPH_TRY(run(work));
    return transaction.commit();
}

Status Session::run(const Work &work)
{
    m_working = true;
    const auto done = qScopeGuard([this] { m_working = false; });
    return work(m_repositories.unit());
}

Result<bool> Session::sawForeignCommit()
{
    Statement select(*m_connection, "database_data_version");
    HELIOGRAPH_ASSIGN(const qint64 version, select.number());
    const bool foreign = m_dataVersion && *m_dataVersion != version;
    m_dataVersion = version;
    return foreign;
}

} // namespace core::storage
