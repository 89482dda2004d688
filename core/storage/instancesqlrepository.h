// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The rows of those who dispatch.
 */
#pragma once

#include "core/interfaces/instancerepository.h"

namespace core::storage {

class Connection;

/** Thread: that of the connection. Writes want a transaction around them (the executors see to it). */
class InstanceSqlRepository final : public interfaces::InstanceRepository
{
public:
    explicit InstanceSqlRepository(Connection &connection);

    Result<InstanceId> enter(const QString &label, Instant now) override;
    Status beat(InstanceId id, int counted, Instant now) override;
    Status leave(InstanceId id) override;
    Result<int> retire(Instant since, InstanceId except) override;
    Result<QList<interfaces::Instance>> list() override;
    Result<std::optional<Instant>> serverTime() override;

private:
    Connection &m_connection;
};

} // namespace core::storage
