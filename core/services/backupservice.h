// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Backs the workspace up while it is worked with, and restores one from a backup (`heliograph backup`, `restore`).
 *
 * How files are copied is storage's business; here stand who may, and what must not go on by itself in a restored workspace.
 */
#pragma once

#include "core/base/clock.h"
#include "core/domain/user.h"
#include "core/interfaces/workspacecopier.h"

class QThreadPool;

namespace core::services {

struct BackupReport
{
    QString path;
    qint64 bytes = 0;
};

struct RestoreReport
{
    int paused = 0; ///< mailings that were running or scheduled
    QString former; ///< where the workspace is that was there before; blank: there was none
};

/** Thread: any. Holds nothing but references; must outlive the futures it gives. */
class BackupService
{
public:
    /** @param pool  on which a backup takes its time; nullptr: in the calling thread, where nobody else waits (commands) */
    BackupService(interfaces::WorkspaceCopier &copier, const Clock &clock, QThreadPool *pool = nullptr);

    /** Administrators only: whoever has the file has everything. Errors: PermissionDenied; those of the copier. */
    QFuture<Result<BackupReport>> backUp(const domain::Actor &actor, const QString &path);

    /**
     * In the calling thread. What was running or scheduled when the backup was made is paused, one event each, so that
     * nothing is sent twice; all or nothing. Errors: those of the copier.
     * @param actorLabel  who does it, as the history names them; acts as the restored workspace's own administrator
     */
    Result<RestoreReport> restoreNow(const QString &actorLabel, const QString &path, interfaces::WhenPresent present);

private:
    interfaces::WorkspaceCopier &m_copier;
    const Clock &m_clock;
    QThreadPool *m_pool;
};

} // namespace core::services
