// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Puts a database file in the place of a workspace, while nobody has that one open.
 */
#pragma once

#include "core/interfaces/workspacecopier.h"
#include "core/storage/directexecutor.h"
#include "core/storage/dispatchlock.h"
#include "core/storage/partfile.h"

namespace core::storage {

class Connection;

/**
 * Holds the right to dispatch and, where a workspace is there, that one's database from begin() on, so that nobody else
 * reads, writes or dispatches until the new one is in its place. Thread: one at a time; a DirectExecutor's.
 */
class DatabaseReplacement final : public interfaces::WorkspaceReplacement
{
public:
    /**
     * With an empty part(), to be filled. One that is too damaged to be opened is replaced as well.
     * Errors: Conflict restore.exists (path), restore.in_use (path); Unavailable database.no_folder (path),
     * dispatch.lock_file (path), file.unwritable (path, reason), or the database's.
     */
    static Result<std::unique_ptr<DatabaseReplacement>> begin(const DatabaseUrl &place, interfaces::WhenPresent present);
    ~DatabaseReplacement() override;

    [[nodiscard]] DatabaseUrl part() const { return m_part.url(); }
    /** What is in the part comes to the newest schema, draws its own message ids, and can be worked with. */
    Status makeReady();

    interfaces::Executor &executor() override { return *m_executor; }
    Result<QString> putInPlace() override;

private:
    struct Hold
    {
        std::unique_ptr<DispatchLock> right;
        std::unique_ptr<Connection> alone; ///< on the one that is there; nothing if it cannot be opened
    };

    DatabaseReplacement(PartFile part, Hold hold, bool replaces);

    Hold m_hold;
    bool m_replaces;
    PartFile m_part;
    std::unique_ptr<DirectExecutor> m_executor;
};

} // namespace core::storage
