// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The history in the database.
 */
#pragma once

#include "core/interfaces/eventlog.h"
#include "core/storage/conditions.h"

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
    Result<qint64> count(const interfaces::EventQuery &query) override;
    Result<QStringList> actors() override;
    Result<ClientId> deletedClient(domain::PhoneNumber phone) override;

private:
    [[nodiscard]] Conditions conditions(const interfaces::EventQuery &query) const;

    Connection &m_connection;
};

} // namespace core::storage
