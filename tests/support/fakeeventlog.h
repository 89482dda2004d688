// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The history in memory. For tests only.
 */
#pragma once

#include "core/interfaces/eventlog.h"
#include "tests/support/fakedata.h"

namespace tests {

/** Thread: one at a time. */
class FakeEventLog final : public core::interfaces::EventLog
{
public:
    explicit FakeEventLog(FakeData &data);

    core::Status append(const core::domain::Event &event) override;
    core::Result<core::domain::Page<core::domain::Event>> page(const core::interfaces::EventQuery &query,
                                                               const core::domain::PageRequest &request) override;
    core::Result<qint64> count(const core::interfaces::EventQuery &query) override;
    core::Result<QStringList> actors() override;
    core::Result<core::ClientId> deletedClient(core::domain::PhoneNumber phone) override;

private:
    [[nodiscard]] QList<core::domain::Event> matching(const core::interfaces::EventQuery &query) const;

    FakeData &m_data;
};

} // namespace tests
