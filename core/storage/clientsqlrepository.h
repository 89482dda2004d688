// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Clients in the database. Importing has its own file (clientimporter), conditions too (clientconditions).
 */
#pragma once

#include "core/interfaces/clientrepository.h"

namespace core::storage {

class Connection;

/** Thread: that of the connection. Writes want a transaction around them (the executors see to it). */
class ClientSqlRepository final : public interfaces::ClientRepository
{
public:
    explicit ClientSqlRepository(Connection &connection);

    Result<ClientId> insert(const domain::Client &client) override;
    Status update(const domain::Client &client) override;
    Status remove(ClientId id) override;
    Result<domain::Client> find(ClientId id) override;
    Result<std::optional<domain::Client>> findByPhone(domain::PhoneNumber phone) override;

    Result<domain::Page<domain::Client>> page(const interfaces::ClientQuery &query,
                                              const domain::PageRequest &request) override;
    Result<qint64> count(const interfaces::ClientQuery &query) override;

    Result<QList<interfaces::LabelCount>> tags() override;
    Result<QList<interfaces::LabelCount>> operatorCodes() override;
    Result<QStringList> attributeKeys() override;
    Result<QStringList> timezones() override;

    Result<interfaces::AudienceSummary> audience(const domain::AudienceFilter &filter) override;
    Result<qint64> countLacking(const domain::AudienceFilter &filter, const QString &key) override;
    Result<QList<domain::Client>> audienceSample(const domain::AudienceFilter &filter, ClientId after, int limit) override;

    Result<interfaces::ImportBatchResult> import(const interfaces::ImportBatch &batch) override;
    Result<interfaces::ImportBatchResult> dryRun(const interfaces::ImportBatch &batch) override;

private:
    Connection &m_connection;
};

} // namespace core::storage
