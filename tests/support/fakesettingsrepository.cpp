// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakesettingsrepository.h"

namespace tests {

FakeSettingsRepository::FakeSettingsRepository(FakeData &data) : m_data(data) {}

core::Result<core::domain::WorkspaceSettings> FakeSettingsRepository::settings()
{
    return core::domain::WorkspaceSettings(m_data.settings);
}

core::Status FakeSettingsRepository::set(const QString &key, const QString &value)
{
    m_data.settings.insert(key, value);
    m_data.changes |= core::interfaces::Change::Settings;
    return {};
}

core::Result<QString> FakeSettingsRepository::remembered(const QString &key)
{
    return m_data.remembered.value(key);
}

core::Status FakeSettingsRepository::remember(const QString &key, const QString &value)
{
    m_data.remembered.insert(key, value);
    return {};
}

core::Result<QString> FakeSettingsRepository::workspaceId()
{
    return m_data.workspaceId;
}

} // namespace tests
