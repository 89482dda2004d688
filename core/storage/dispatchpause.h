// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * That nobody sends from a database while it is copied.
 */
#pragma once

#include "core/storage/dispatchlock.h"

namespace core::storage {

class Connection;

/**
 * While it is held nobody begins to dispatch a file. On a server whoever holds the tables (tables_freeze) sees to that; here
 * it is only looked whether somebody does now. Thread: that of the connection.
 */
class DispatchPause
{
public:
    /** Errors: Conflict copy.dispatched (by whom); those of DispatchLock. */
    static Result<DispatchPause> begin(Connection &connection, const DatabaseUrl &url);

private:
    std::unique_ptr<DispatchLock> m_right; ///< to a file
};

} // namespace core::storage
