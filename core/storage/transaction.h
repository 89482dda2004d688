// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A transaction that rolls back unless it was committed.
 */
#pragma once

#include "core/base/result.h"

namespace core::storage {

class Connection;

/** Thread: that of its connection. */
class Transaction
{
public:
    enum class Kind {
        Write,    ///< takes the right to write at once, so that it never fails half-way
        Dispatch, ///< the same in a file; on a server beside others, each locking the messages that it takes
        Read,     ///< sees one snapshot
    };

    static Result<Transaction> begin(Connection &connection, Kind kind);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    /** Errors: Unavailable (full disk); it is then rolled back. */
    Status commit();

private:
    explicit Transaction(Connection &connection);

    Connection *m_connection; ///< nullptr once it has ended
};

} // namespace core::storage
