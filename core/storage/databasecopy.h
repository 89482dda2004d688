// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Moves a workspace into another database: from a file to a server, or back.
 *
 * Used by `heliograph copy-database` and app/workspacemove. What the copy is made of: copysource, copytarget, tablecopy.
 */
#pragma once

#include "core/interfaces/workspacemove.h"
#include "core/storage/databaseurl.h"

#include <functional>

namespace core::storage {

using interfaces::CopyProgress;

struct CopyReport
{
    int tables = 0;
    qint64 rows = 0;
    bool wasDone = false; ///< by an earlier copy, which had moved the workspace there already
};

/** Told after every batch; false stops the copy. Thread: the copy's. */
using CopyWatcher = std::function<bool(const CopyProgress &)>;

/**
 * Copies every row of every table but who dispatches, reads both sides anew and compares their numbers and checksums, marks
 * the source as moved and only then lets the target be opened.
 *
 * Promises:
 *  - Nobody writes into the source or sends from it meanwhile.
 *  - There is no moment, whatever fails, at which both can be sent from. Until the end the source is as it was, and in use
 *    again as soon as this returns or the process dies.
 *  - Begun again after whatever ended it, it keeps of the target what still is like the source. A source that is marked as
 *    moved to this target needs nothing more: that is told, not refused.
 *  - Ids go on above all that were ever given, those of messages from a new random number.
 *
 * Errors: InvalidInput copy.same on "to"; Unavailable copy.no_source (path); Conflict copy.dispatched (by whom),
 * copy.not_empty (database, table), copy.unstorable (table, key, column); Corrupt copy.differs (table, rows, rows in the
 * copy), copy.value (table, key, column); Cancelled copy.stopped; those of prepareDatabase() for both. Thread: any but main;
 * takes as long as there are rows.
 */
Result<CopyReport> copyDatabase(const DatabaseUrl &from, const DatabaseUrl &to, const CopyWatcher &goOn);

/**
 * Whether the target would be taken: it can be opened, and is empty or has a part of a copy of this very workspace. Makes or
 * upgrades its tables; changes nothing else, on neither side.
 * Errors: InvalidInput copy.same on "to"; Conflict copy.not_empty (database, table); those of prepareDatabase() for both.
 * Thread: any but main.
 */
Status checkCopy(const DatabaseUrl &from, const DatabaseUrl &to);

} // namespace core::storage
