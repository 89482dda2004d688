// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The history in the database.
 */
#pragma once

#include "core/interfaces/eventlog.h"

namespace core::storage {

class Connection;

/** Thread: that of the connection. */
class EventSqlLog final : public interfaces::EventLog
{
public:
    explicit EventSqlLog(Connection &connection);

    Status append(const domain::Event &event) override;
    Result<domain::Page<domain::Event>> page(const interfaces::EventQuery &query,
                                             const domain::PageRequest &request) override;

private:
    Connection &m_connection;
};

} // namespace core::storage
