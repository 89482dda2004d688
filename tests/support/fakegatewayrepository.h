// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Gateway profiles in memory. For tests only.
 */
#pragma once

#include "core/interfaces/gatewayrepository.h"
#include "tests/support/fakedata.h"

namespace tests {

/** Keeps the contract of GatewayRepository by linear search. Thread: one at a time. */
class FakeGatewayRepository final : public core::interfaces::GatewayRepository
{
public:
    explicit FakeGatewayRepository(FakeData &data);

    core::Result<core::GatewayId> insert(const core::domain::GatewayProfile &profile) override;
    core::Status update(const core::domain::GatewayProfile &profile) override;
    core::Status remove(core::GatewayId id) override;
    core::Result<core::domain::GatewayWithState> find(core::GatewayId id) override;
    core::Result<std::optional<core::domain::GatewayWithState>> findByName(const QString &name) override;
    core::Result<QList<core::domain::GatewayWithState>> list() override;
    core::Status saveState(core::GatewayId id, const core::domain::GatewayState &state) override;
    core::Result<qint64> countWaiting(core::GatewayId id) override;

private:
    [[nodiscard]] bool nameTaken(const QString &name, core::GatewayId except) const;
    void markDefault(core::GatewayId id);

    FakeData &m_data;
};

} // namespace tests
