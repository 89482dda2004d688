// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A session that outlives its connection: opened when it is needed, and anew when the connection is of no use any more.
 */
#pragma once

#include "core/storage/session.h"

#include <QElapsedTimer>

namespace core::storage {

/**
 * A server that cannot be reached is asked again after 0.25 s, 0.5 s, … 2 s; whoever comes in between gets the last error at
 * once. A file is tried every time.
 * Thread: one, for its whole life.
 */
class LastingSession
{
public:
    LastingSession(DatabaseUrl url, Connection::Access access);

    /** Valid until look(). Errors: those of Session::open. */
    Result<Session *> open();
    /** What came of the work: after some errors the next open() begins anew. */
    void look(const Status &done);

private:
    [[nodiscard]] bool isTooEarly() const;

    DatabaseUrl m_url;
    Connection::Access m_access;
    std::unique_ptr<Session> m_session;
    std::optional<Error> m_failure; ///< of the last attempt to open it
    QElapsedTimer m_sinceFailure;
    std::chrono::milliseconds m_pause{0};
};

} // namespace core::storage
