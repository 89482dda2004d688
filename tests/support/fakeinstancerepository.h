// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Who dispatches, in memory.
 */
#pragma once

#include "core/interfaces/instancerepository.h"
#include "tests/support/fakedata.h"

namespace tests {

/** Has no clock of its own, as a file has none, unless the test gives it one. Thread: that of the test. */
class FakeInstanceRepository final : public core::interfaces::InstanceRepository
{
public:
    explicit FakeInstanceRepository(FakeData &data) : m_data(data) {}

    core::Result<core::InstanceId> enter(const QString &label, core::Instant now) override;
    core::Status beat(core::InstanceId id, int counted, core::Instant now) override;
    core::Status leave(core::InstanceId id) override;
    core::Result<int> retire(core::Instant since, core::InstanceId except) override;
    core::Result<QList<core::interfaces::Instance>> list() override;
    core::Result<std::optional<core::Instant>> serverTime() override { return m_data.serverTime; }

private:
    FakeData &m_data;
};

} // namespace tests
