// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Settings of the workspace in memory. For tests only.
 */
#pragma once

#include "core/interfaces/settingsrepository.h"
#include "tests/support/fakedata.h"

namespace tests {

/** Thread: one at a time. */
class FakeSettingsRepository final : public core::interfaces::SettingsRepository
{
public:
    explicit FakeSettingsRepository(FakeData &data);

    core::Result<core::domain::WorkspaceSettings> settings() override;
    core::Status set(const QString &key, const QString &value) override;
    core::Result<QString> remembered(const QString &key) override;
    core::Status remember(const QString &key, const QString &value) override;
    core::Result<QString> workspaceId() override;

private:
    FakeData &m_data;
};

} // namespace tests
