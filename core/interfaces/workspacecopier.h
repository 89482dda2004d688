// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Copies a workspace into a file while others work with it, and brings such a file in its place.
 */
#pragma once

#include "core/interfaces/executor.h"

namespace core::interfaces {

/** What to do with a workspace that is there already. */
enum class WhenPresent : quint8 {
    Refuse,
    KeepBeside, ///< under a name with the time in it
};

/**
 * A workspace that is about to take its place. Until then nobody else sees it, and nobody else can open the one that it
 * replaces; destroyed before, it leaves everything as it was. Thread: one at a time.
 */
class WorkspaceReplacement
{
public:
    virtual ~WorkspaceReplacement() = default;

    /** Of the newcomer; runs at once in the calling thread. Not after putInPlace(). */
    virtual Executor &executor() = 0;
    /** Path of the one that was there, blank if there was none. Errors: Unavailable; Conflict file.exists (path). */
    virtual Result<QString> putInPlace() = 0;
};

/** Thread: any. */
class WorkspaceCopier
{
public:
    virtual ~WorkspaceCopier() = default;

    /**
     * Takes its time, in the calling thread; writers do not wait for it. The file has its name when it is whole and checked,
     * and only its owner may read it. The workspace is taken as it is, in whatever schema. @return its size in bytes.
     *
     * Errors: NotFound file.missing (of the workspace); Conflict backup.same_file (path), file.exists (path),
     * backup.postgresql (file, URL: as words of a shell); Unavailable file.no_folder (path), file.is_folder (path),
     * file.unwritable (path, reason), backup.full (path), or the database's; Corrupt backup.damaged (what is wrong first).
     */
    virtual Result<qint64> backUp(const QString &path) = 0;

    /**
     * A copy of the backup in `path`: checked, brought to the newest schema, with a base of its own for later message ids.
     *
     * Errors: Conflict restore.same_file (path), restore.exists (path), restore.in_use (path), restore.foreign (path),
     * restore.postgresql (file, URL), database.newer (schema, known schema), database.moved (where to);
     * NotFound file.missing (path); Corrupt restore.damaged (path, what is wrong first); Unavailable file.is_folder (path),
     * database.no_folder (path), dispatch.lock_file (path), file.unwritable (path, reason), or the database's.
     */
    virtual Result<std::unique_ptr<WorkspaceReplacement>> bringIn(const QString &path, WhenPresent present) = 0;
};

} // namespace core::interfaces
