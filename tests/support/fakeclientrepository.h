// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Clients in memory. For tests only.
 */
#pragma once

#include "tests/support/fakedata.h"

namespace tests {

/** Keeps the contract of ClientRepository by linear search. Thread: one at a time. */
class FakeClientRepository final : public core::interfaces::ClientRepository
{
public:
    explicit FakeClientRepository(FakeData &data);

    core::Result<core::ClientId> insert(const core::domain::Client &client) override;
    core::Status update(const core::domain::Client &client) override;
    core::Status remove(core::ClientId id) override;
    core::Result<core::domain::Client> find(core::ClientId id) override;
    core::Result<std::optional<core::domain::Client>> findByPhone(core::domain::PhoneNumber phone) override;

    core::Result<core::domain::Page<core::domain::Client>> page(const core::interfaces::ClientQuery &query,
                                                                const core::domain::PageRequest &request) override;
    core::Result<qint64> count(const core::interfaces::ClientQuery &query) override;

    core::Result<QList<core::interfaces::LabelCount>> tags() override;
    core::Result<QList<core::interfaces::LabelCount>> operatorCodes() override;
    core::Result<QStringList> attributeKeys() override;
    core::Result<QStringList> timezones() override;

    core::Result<core::interfaces::AudienceSummary> audience(const core::domain::AudienceFilter &filter) override;
    core::Result<qint64> countLacking(const core::domain::AudienceFilter &filter, const QString &key) override;
    core::Result<QList<core::domain::Client>> audienceSample(const core::domain::AudienceFilter &filter,
                                                             core::ClientId after, int limit) override;

    core::Result<core::interfaces::ImportBatchResult> import(const core::interfaces::ImportBatch &batch) override;
    core::Result<core::interfaces::ImportBatchResult> dryRun(const core::interfaces::ImportBatch &batch) override;

private:
    [[nodiscard]] QList<core::domain::Client> matching(const core::interfaces::ClientQuery &query) const;
    [[nodiscard]] QList<core::domain::Client> audienceOf(const core::domain::AudienceFilter &filter) const;
    [[nodiscard]] const core::domain::Client *withPhone(core::domain::PhoneNumber phone) const;
    [[nodiscard]] QStringList asFirstWritten(const QStringList &tags);

    FakeData &m_data;
};

} // namespace tests
