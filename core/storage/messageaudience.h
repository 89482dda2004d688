// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Makes the messages of an audience, and keeps them in step with a filter that is edited; all inside the database.
 */
#pragma once

#include "core/interfaces/messagerepository.h"

namespace core::storage {

class Connection;

/** Thread: that of the connection. The contract is that of interfaces::MessageRepository. */
class MessageAudience
{
public:
    explicit MessageAudience(Connection &connection);

    Result<interfaces::AudienceStep> choose(const domain::Mailing &mailing, ClientId after, int limit, Instant now);

private:
    /** Clients that are looked at in one step, by id. */
    struct Range
    {
        ClientId after;
        ClientId last;
    };

    Result<qint64> add(const domain::Mailing &mailing, const Range &range, Instant now);
    /** Brings the messages that are there already into step with the filter. */
    Status follow(const domain::Mailing &mailing, const Range &range, Instant now, interfaces::AudienceStep &step);

    Connection &m_connection;
};

} // namespace core::storage
