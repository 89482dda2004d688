// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/storageexecutor.h"

#include "core/base/batchthread.h"
#include "core/base/logging.h"
#include "core/storage/lastingsession.h"

namespace core::storage {

using interfaces::Lane;

namespace {

constexpr std::size_t maxWaiting = 1000;
constexpr int readers = 2;
constexpr std::size_t mostTogether = 4; ///< whoever waits in another lane waits for all of them

Failure closing()
{
    return Failure(Error::make(ErrorKind::Cancelled, "database.closing"));
}

Failure overloaded()
{
    return Failure(Error::make(ErrorKind::Throttled, "database.overloaded"));
}

} // namespace

StorageExecutor::StorageExecutor(const DatabaseUrl &url)
    : m_url(url), m_queue(url), m_writes(maxWaiting), m_reads(maxWaiting)
{
    m_threads.emplace_back(QThread::create([this] { writeUntilClosed(); }))->setObjectName(QStringLiteral("storage writer"));
    for (int i = 0; i < readers; ++i)
        m_threads.emplace_back(QThread::create([this] { readUntilClosed(); }))
            ->setObjectName(QStringLiteral("storage reader"));
    for (const auto &thread : m_threads)
        thread->start();
}

StorageExecutor::~StorageExecutor()
{
    close();
}

void StorageExecutor::close()
{
    for (const WriteJob &job : m_writes.close()) {
        if (job)
            job->finish(closing());
    }
    for (const Job &job : m_reads.close())
        job.finish(closing());
    for (const auto &thread : m_threads)
        thread->wait();
    m_threads.clear();
}

void StorageExecutor::submitWrite(Lane lane, Job job)
{
    WriteJob waiting(std::move(job));
    using Push = decltype(m_writes)::Push;
    const Push pushed = m_writes.push(static_cast<std::size_t>(lane), waiting);
    if (pushed != Push::Taken)
        waiting->finish(pushed == Push::Full ? overloaded() : closing());
}

void StorageExecutor::submitRead(Job job)
{
    using Push = decltype(m_reads)::Push;
    const Push pushed = m_reads.push(0, job);
    if (pushed != Push::Taken)
        job.finish(pushed == Push::Full ? overloaded() : closing());
}

bool StorageExecutor::isAwaited() const
{
    const auto isWork = [](const WriteJob &job) { return job.has_value(); };
    return m_queue.isAwaited() || m_writes.hasInOtherLanes(static_cast<std::size_t>(Lane::Bulk), isWork);
}

void StorageExecutor::checkForForeignCommits()
{
    WriteJob look;
    // A full lane has enough to do; the next commit that is noticed asks again.
    std::ignore = m_writes.push(static_cast<std::size_t>(Lane::Interactive), look);
}

void StorageExecutor::writeUntilClosed()
{
    becomeBatchThread();
    LastingSession session(m_url, Connection::Access::ReadWrite);
    while (auto next = m_writes.pop()) {
        auto &[lane, job] = *next;
        const Result<Session *> open = session.open();
        if (!open && job)
            job->finish(Failure(open.error()));
        else if (open && job)
            session.look(commit(**open, static_cast<Lane>(lane), together(lane, *std::move(job))));
        else if (open)
            noticeForeignCommits(**open);
    }
}

/** On a server, jobs in one transaction might each wait for a row that another dispatcher's transaction holds. */
std::vector<interfaces::Executor::Job> StorageExecutor::together(std::size_t lane, Job first)
{
    std::vector<Job> jobs;
    jobs.push_back(std::move(first));
    if (static_cast<Lane>(lane) != Lane::Dispatch || m_url.kind() != DatabaseUrl::Kind::Sqlite)
        return jobs;
    const auto isWork = [](const WriteJob &job) { return job.has_value(); };
    for (WriteJob &more : m_writes.popMore(lane, mostTogether - 1, isWork))
        jobs.push_back(*std::move(more));
    return jobs;
}

Status StorageExecutor::commit(Session &session, Lane lane, const std::vector<Job> &jobs)
{
    const auto runAll = [&jobs](interfaces::UnitOfWork &unit) -> Status {
        for (const Job &job : jobs)
            HELIOGRAPH_TRY(job.run(unit));
        return {};
    };
    interfaces::Changes changed;
    Status done = session.write(runAll, lane, &changed);
    if (!done && jobs.size() > 1) {
        for (const Job &job : jobs)
            done = commit(session, lane, {job});
        return done;
    }
    for (const Job &job : jobs)
        job.finish(done);
    if (changed)
        Q_EMIT m_feed.changed(changed);
    return done;
}

void StorageExecutor::noticeForeignCommits(Session &session)
{
    const Result<bool> foreign = session.sawForeignCommit();
    if (!foreign)
        qCWarning(logStorage, "event=data_version_unreadable detail=%s ", qUtf8Printable(logValue(foreign.error().detail)));
    if (foreign.value_or(false))
        Q_EMIT m_feed.changed(interfaces::everythingChanged);
}

void StorageExecutor::readUntilClosed()
{
    LastingSession session(m_url, Connection::Access::ReadOnly);
    while (auto next = m_reads.pop()) {
        const Job &job = next->second;
        const Result<Session *> open = session.open();
        const Status done = open ? (*open)->read(job.run) : Status(Failure(open.error()));
        session.look(done);
        job.finish(done);
    }
}

} // namespace core::storage
