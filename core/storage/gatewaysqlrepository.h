// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Gateway profiles and the states of their breakers in the database.
 */
#pragma once

#include "core/interfaces/gatewayrepository.h"

namespace core::storage {

class Connection;

/** Thread: that of the connection. Writes want a transaction around them (the executors see to it). */
class GatewaySqlRepository final : public interfaces::GatewayRepository
{
public:
    explicit GatewaySqlRepository(Connection &connection);

    Result<GatewayId> insert(const domain::GatewayProfile &profile) override;
    Status update(const domain::GatewayProfile &profile) override;
    Status remove(GatewayId id) override;
    Result<domain::GatewayWithState> find(GatewayId id) override;
    Result<std::optional<domain::GatewayWithState>> findByName(const QString &name) override;
    Result<QList<domain::GatewayWithState>> list() override;
    Status saveState(GatewayId id, const domain::GatewayState &state) override;
    Result<qint64> countWaiting(GatewayId id) override;

private:
    /** Exactly one default among those there are. */
    Status settleDefault(GatewayId marked);

    Connection &m_connection;
};

} // namespace core::storage
