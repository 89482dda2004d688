// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/settingssqlrepository.h"

#include "core/storage/statement.h"

namespace core::storage {

SettingsSqlRepository::SettingsSqlRepository(Connection &connection) : m_connection(connection) {}

Result<domain::WorkspaceSettings> SettingsSqlRepository::settings()
{
    QMap<QString, QString> stored;
    Statement select(m_connection, "setting_list");
    HELIOGRAPH_TRY(select.forEach([&stored](Row &row) {
        const QString key = row.text();
        stored.insert(key, row.text());
    }));
    return domain::WorkspaceSettings(stored);
}

Status SettingsSqlRepository::set(const QString &key, const QString &value)
{
    Statement save(m_connection, "setting_save");
    m_connection.noteChange(interfaces::Change::Settings);
    return save.bind(":key", key).bind(":value", value).run();
}

Result<QString> SettingsSqlRepository::remembered(const QString &key)
{
    Statement select(m_connection, "remembered_find");
    HELIOGRAPH_ASSIGN(const auto value, select.bind(":key", key).first([](Row &row) { return row.text(); }));
    return value.value_or(QString());
}

Status SettingsSqlRepository::remember(const QString &key, const QString &value)
{
    Statement save(m_connection, "remembered_save");
    return save.bind(":key", key).bind(":value", value).run();
}

Result<QString> SettingsSqlRepository::workspaceId()
{
    Statement select(m_connection, "workspace_find");
    HELIOGRAPH_ASSIGN(const auto id, select.first([](Row &row) { return row.text(); }));
    if (!id)
        return Failure(Error::make(ErrorKind::Corrupt, "database.no_workspace"));
    return *id;
}

} // namespace core::storage
