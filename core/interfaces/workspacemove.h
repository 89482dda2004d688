// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * How the workspace of this window gets onto a server, and how far that is.
 *
 * Made for real by app/workspacemove; the copy itself is core/storage/databasecopy.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/serverplace.h"

#include <QFuture>

namespace core::interfaces {

struct CopyProgress
{
    enum class Phase : quint8 {
        Comparing, ///< with what an earlier attempt has left; only where there was one
        Copying,
        Verifying,
    };

    Phase phase = Phase::Copying;
    QString table;
    qint64 rows = 0; ///< of this phase, over all tables
    qint64 of = 0;

    bool operator==(const CopyProgress &) const = default;
};

/** Thread: main. Nothing here waits. */
class WorkspaceMove
{
public:
    virtual ~WorkspaceMove() = default;

    /** Where the workspace lies now, as a person knows it: path of a file, or database and host of a server. */
    [[nodiscard]] virtual QString place() const = 0;
    /** Errors: Conflict move.on_server, move.demo. */
    [[nodiscard]] virtual Status possible() const = 0;
    /** Errors: Unavailable keyring.unavailable. */
    [[nodiscard]] virtual Status canKeepPassword() const = 0;
    /**
     * Whether the server can be reached, lets the user in, and has a database that is empty or has a part of this very
     * workspace; makes the tables there. Sending goes on.
     *
     * Errors: those of ServerPlace::check(); Unavailable move.no_answer (host, port), database.refused,
     * database.certificate, database.not_encrypted, database.unknown; Conflict copy.not_empty (database, table), and others
     * of a database.
     */
    virtual QFuture<Status> check(const domain::ServerPlace &to) = 0;
    /** Closes the window and the workspace, and copies it; the window opens again where the workspace is then. */
    virtual void begin(const domain::ServerPlace &to) = 0;
};

} // namespace core::interfaces
