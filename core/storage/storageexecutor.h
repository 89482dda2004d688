// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Runs work on the database on the storage threads: one that writes, two that read.
 */
#pragma once

#include "core/interfaces/changefeed.h"
#include "core/interfaces/executor.h"
#include "core/storage/databaseurl.h"
#include "core/storage/jobqueue.h"
#include "core/storage/writequeue.h"

#include <QThread>
#include <vector>

namespace core::storage {

class Session;

/**
 * Promises:
 *  - Writes run one at a time; the lanes take turns, so that none starves.
 *  - Jobs of the Dispatch lane that wait together for a file are committed together, since what they wait for is mostly the
 *    disk. If one of them fails, all of them run again, each in a transaction of its own: none fails for another one.
 *  - A database that cannot be opened fails the jobs, not the program; the next job tries again, on a server after a pause
 *    (LastingSession).
 *  - Whoever destroys it gets every future finished: what runs runs to its end, what waits is Cancelled database.closing.
 *  - Above 1 000 jobs in a lane, further ones fail at once with Throttled database.overloaded.
 *
 * Thread: submit from any; construct and destroy on one.
 */
class StorageExecutor final : public interfaces::Executor
{
public:
    explicit StorageExecutor(const DatabaseUrl &url);
    ~StorageExecutor() override;

    /** Ends the threads as the destructor does; what is submitted afterwards is Cancelled as well. Thread: as of that. */
    void close();

    /** Emitted on the writing thread after each commit that touched something. */
    [[nodiscard]] interfaces::ChangeFeed &changes() { return m_feed; }
    /** Somebody has committed: looks on the writing connection whether it was another one, and tells everybody if so. */
    void checkForForeignCommits();
    /** A look for foreign commits takes no time and awaits nothing. */
    [[nodiscard]] bool isAwaited() const override;
    [[nodiscard]] bool tellsOfEveryCommit() const override { return m_url.kind() == DatabaseUrl::Kind::Sqlite; }

protected:
    void submitWrite(interfaces::Lane lane, Job job) override;
    void submitRead(Job job) override;

private:
    /** Without a job: look for foreign commits. */
    using WriteJob = std::optional<Job>;

    void writeUntilClosed();
    void readUntilClosed();
    std::vector<Job> together(std::size_t lane, Job first);
    Status commit(Session &session, interfaces::Lane lane, const std::vector<Job> &jobs);
    void noticeForeignCommits(Session &session);

    DatabaseUrl m_url;
    const WriteQueue m_queue; ///< to see whether other processes wait
    interfaces::ChangeFeed m_feed;
    JobQueue<WriteJob, 3> m_writes;
    JobQueue<Job, 1> m_reads;
    std::vector<std::unique_ptr<QThread>> m_threads;
};

} // namespace core::storage
