// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeworkspace.h"

namespace tests {

FakeExecutor::FakeExecutor(FakeData &data, core::interfaces::UnitOfWork &unit, core::interfaces::ChangeFeed &feed)
    : m_data(data), m_unit(unit), m_feed(feed)
{}

void FakeExecutor::resume(int jobs)
{
    m_holding = false;
    for (; jobs > 0 && !m_held.empty() && !m_holding; --jobs) {
        const std::function<void()> work = std::move(m_held.front());
        m_held.pop_front();
        work();
    }
    m_holding = m_holding || !m_held.empty();
}

void FakeExecutor::submitWrite(core::interfaces::Lane, Job job)
{
    runOrHold([this, job = std::move(job)] { job.finish(written(job)); });
}

void FakeExecutor::submitRead(Job job)
{
    runOrHold([this, job = std::move(job)] {
        const QMutexLocker lock(&m_mutex);
        job.finish(m_readError ? core::Status(core::Failure(*m_readError)) : job.run(m_unit));
    });
}

void FakeExecutor::runOrHold(std::function<void()> work)
{
    if (m_holding)
        m_held.push_back(std::move(work));
    else
        work();
}

core::Status FakeExecutor::written(const Job &job)
{
    core::interfaces::Changes changes;
    {
        const QMutexLocker lock(&m_mutex);
        ++m_writes;
        const FakeData before = m_data;
        m_data.changes = {};
        core::Status status = job.run(m_unit);
        if (status && m_writeError && m_writes >= m_failFrom && m_writes <= m_failTo)
            status = core::Failure(*m_writeError);
        if (!status) {
            m_data = before;
            return status;
        }
        changes = m_data.changes;
        m_data.changes |= before.changes; // those of a write that this one is part of
    }
    if (m_lostAnswer)
        return core::Failure(*m_lostAnswer);
    if (changes)
        Q_EMIT m_feed.changed(changes);
    return {};
}

} // namespace tests
