// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The workspace's settings and memory in the database.
 */
#pragma once

#include "core/interfaces/settingsrepository.h"

namespace core::storage {

class Connection;

/** Thread: that of the connection. */
class SettingsSqlRepository final : public interfaces::SettingsRepository
{
public:
    explicit SettingsSqlRepository(Connection &connection);

    Result<domain::WorkspaceSettings> settings() override;
    Status set(const QString &key, const QString &value) override;
    Result<QString> remembered(const QString &key) override;
    Status remember(const QString &key, const QString &value) override;
    Result<QString> workspaceId() override;

private:
    Connection &m_connection;
};

} // namespace core::storage
