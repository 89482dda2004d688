// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/repositoryset.h"

namespace core::storage {

RepositorySet::RepositorySet(Connection &connection)
    : m_clients(connection), m_imports(connection), m_mailings(connection), m_messages(connection), m_gateways(connection),
      m_settings(connection), m_users(connection), m_events(connection), m_instances(connection),
      m_retention(connection), m_unit{m_clients,  m_imports, m_mailings, m_messages,  m_gateways,
                                      m_settings, m_users,   m_events,   m_instances, m_retention}
{}

} // namespace core::storage
