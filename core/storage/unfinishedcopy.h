// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The mark of a database that a copy of another one is being written into.
 *
 * A table of its own, so that every other one becomes like its original. Until it is gone, nobody opens the database.
 */
#pragma once

#include "core/base/result.h"

#include <QString>
#include <optional>

namespace core::storage {

class Connection;

/** Thread: that of the connection. Changes want a transaction around them. */
struct UnfinishedCopy
{
    QString workspaceId;
    QString source; ///< for people

    /** Nothing: this is no copy, or a whole one. */
    static Result<std::optional<UnfinishedCopy>> find(Connection &connection);
    static Status begin(Connection &connection, const UnfinishedCopy &copy);
    static Status end(Connection &connection);
};

} // namespace core::storage
