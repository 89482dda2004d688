// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Results that the database could not take, in a file of JSON lines (core/storage/spooledoutcome).
 *
 * Beside an SQLite file, where whoever dispatches it next finds it; of a workspace on a server in the user's data folder,
 * one file for each process of this computer that dispatches it. An empty file that was left behind means nothing.
 */
#pragma once

#include "core/interfaces/resultspool.h"
#include "core/storage/databaseurl.h"

#include <memory>
#include <vector>

namespace core::storage {

/**
 * Opens nothing before it is used. Files are the owner's alone (0600) and hold no text, no phone and no word of a gateway.
 *
 * Two processes never share a file: in the one beside an SQLite file only the holder of the DispatchLock writes; those of a
 * server are locked by the system for as long as their process lives, so that a dead one's are recognised and taken over.
 *
 * Not forced to the disk: a process that is killed loses nothing, a power cut loses what the system has not written yet
 * (some seconds). What was being sent is then settled as after any crash: repeated under its id, or unknown.
 *
 * Thread: that of the dispatcher; construct and destroy on any.
 */
class ResultSpool final : public interfaces::ResultSpool
{
public:
    /** @param folder  for workspaces on a server; made when it is needed */
    ResultSpool(const DatabaseUrl &url, const QString &workspaceId, const QString &folder);
    ~ResultSpool() override;
    Q_DISABLE_COPY_MOVE(ResultSpool)

    Status append(const QList<interfaces::MessageOutcome> &outcomes, InstanceId by) override;
    Result<QList<interfaces::SpooledOutcomes>> takeOver() override;
    Status clear() override;

private:
    class File;

    /** Those that no living process has. */
    Status openLeft();
    Status openFresh();

    const QString m_path; ///< of the file, or what the names of all begin with
    const bool m_shared;
    std::vector<std::unique_ptr<File>> m_files; ///< the first is written to
};

} // namespace core::storage
