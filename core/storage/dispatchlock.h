// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The right to dispatch a workspace that lies in an SQLite file: a lock on a file beside it.
 */
#pragma once

#include "core/base/result.h"
#include "core/storage/databaseurl.h"

#include <memory>
#include <optional>

namespace core::storage {

/**
 * Held until it is destroyed. The system lets go of it when the process ends in whatever way, so a lock never outlives its
 * owner and a file that was left behind means nothing.
 * Thread: any; one object on one thread at a time.
 */
class DispatchLock
{
public:
    /** Nothing if another process (or object) holds it. Errors: Unavailable dispatch.lock_file (path). */
    static Result<std::unique_ptr<DispatchLock>> tryTake(const DatabaseUrl &url);
    ~DispatchLock();
    DispatchLock(const DispatchLock &) = delete;
    DispatchLock &operator=(const DispatchLock &) = delete;

private:
    explicit DispatchLock(int descriptor);

    int m_descriptor;
};

} // namespace core::storage
