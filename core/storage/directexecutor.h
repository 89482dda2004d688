// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Runs work on the database at once, in the calling thread: for the command line and for tests.
 */
#pragma once

#include "core/interfaces/changefeed.h"
#include "core/interfaces/executor.h"
#include "core/storage/databaseurl.h"

namespace core::storage {

class Session;

/** Futures are finished when write() and read() return. Thread: the one that opened it. */
class DirectExecutor final : public interfaces::Executor
{
public:
    /** Opens a database that is there and up to date (workspace.h). */
    static Result<std::unique_ptr<DirectExecutor>> open(const DatabaseUrl &url);
    ~DirectExecutor() override;

    [[nodiscard]] interfaces::ChangeFeed &changes() { return m_feed; }
    /** Another process waits to write. */
    [[nodiscard]] bool isAwaited() const override;
    /** With a file; on a server, who waits cannot be seen. */
    [[nodiscard]] bool isAlone() const override;

protected:
    void submitWrite(interfaces::Lane lane, Job job) override;
    void submitRead(Job job) override;

private:
    explicit DirectExecutor(std::unique_ptr<Session> session);

    std::unique_ptr<Session> m_session;
    interfaces::ChangeFeed m_feed;
};

} // namespace core::storage
