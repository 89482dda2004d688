// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * All repositories on one connection.
 */
#pragma once

#include "core/interfaces/executor.h"
#include "core/storage/clientsqlrepository.h"
#include "core/storage/eventsqllog.h"
#include "core/storage/gatewaysqlrepository.h"
#include "core/storage/importsqlrepository.h"
#include "core/storage/instancesqlrepository.h"
#include "core/storage/mailingsqlrepository.h"
#include "core/storage/messagesqlrepository.h"
#include "core/storage/retentionsqlrepository.h"
#include "core/storage/settingssqlrepository.h"
#include "core/storage/usersqlrepository.h"

namespace core::storage {

/** Thread: that of the connection, which must outlive it. */
class RepositorySet
{
public:
    explicit RepositorySet(Connection &connection);
    RepositorySet(const RepositorySet &) = delete;
    RepositorySet &operator=(const RepositorySet &) = delete;

    [[nodiscard]] interfaces::UnitOfWork &unit() { return m_unit; }

private:
    ClientSqlRepository m_clients;
    ImportSqlRepository m_imports;
    MailingSqlRepository m_mailings;
    MessageSqlRepository m_messages;
    GatewaySqlRepository m_gateways;
    SettingsSqlRepository m_settings;
    UserSqlRepository m_users;
    EventSqlLog m_events;
    InstanceSqlRepository m_instances;
    RetentionSqlRepository m_retention;
    interfaces::UnitOfWork m_unit;
};

} // namespace core::storage
