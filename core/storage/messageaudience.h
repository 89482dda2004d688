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
    Result<int> cancelStrangers(const domain::Mailing &mailing, int limit, Instant now);
    Result<int> reviveMatching(const domain::Mailing &mailing, int limit, Instant now);

private:
    Connection &m_connection;
};

} // namespace core::storage
