// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/directexecutor.h"

#include "core/storage/session.h"

namespace core::storage {

DirectExecutor::DirectExecutor(std::unique_ptr<Session> session) : m_session(std::move(session)) {}

DirectExecutor::~DirectExecutor() = default;

Result<std::unique_ptr<DirectExecutor>> DirectExecutor::open(const DatabaseUrl &url)
{
    HELIOGRAPH_ASSIGN(auto session, Session::open(url, Connection::Access::ReadWrite));
    return std::unique_ptr<DirectExecutor>(new DirectExecutor(std::move(session)));
}

bool DirectExecutor::isAwaited() const
{
    return m_session->isAwaited();
}

bool DirectExecutor::isAlone() const
{
    return m_session->seesWhoWaits();
}

void DirectExecutor::submitWrite(interfaces::Lane lane, Job job)
{
    interfaces::Changes changed;
    const Status done = m_session->write(job.run, lane, &changed);
    job.finish(done);
    if (changed)
        Q_EMIT m_feed.changed(changed);
}

void DirectExecutor::submitRead(Job job)
{
    job.finish(m_session->read(job.run));
}

} // namespace core::storage
