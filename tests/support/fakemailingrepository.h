// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Mailings in memory. For tests only.
 */
#pragma once

#include "tests/support/fakedata.h"

namespace tests {

/** Counts from the messages each time, so that its numbers cannot be wrong. Thread: one at a time. */
class FakeMailingRepository final : public core::interfaces::MailingRepository
{
public:
    explicit FakeMailingRepository(FakeData &data);

    core::Result<core::MailingId> insert(const core::domain::Mailing &mailing) override;
    core::Status update(const core::domain::Mailing &mailing) override;
    core::Result<core::domain::Mailing> find(core::MailingId id) override;

    core::Result<core::domain::Page<core::domain::MailingSummary>> page(const core::interfaces::MailingQuery &query,
                                                                        const core::domain::PageRequest &request,
                                                                        core::Instant now) override;
    core::Result<qint64> count(const core::interfaces::MailingQuery &query) override;
    core::Result<QList<core::domain::Mailing>> active() override;
    core::Result<QList<core::domain::Mailing>> twinCandidates(const core::domain::Mailing &mailing) override;
    core::Result<bool> hasOccurrence(core::MailingId series, core::Instant startAt) override;
    core::Result<core::domain::Occurrence> firstTurn(core::MailingId series) override;
    core::Result<QList<core::domain::Mailing>> occurrences(core::MailingId series) override;

    core::Result<int> textVersion(core::MailingId id) override;
    core::Result<core::interfaces::AudienceProgress> audienceProgress(core::MailingId id) override;
    core::Status saveAudienceProgress(core::MailingId id, const core::interfaces::AudienceProgress &progress) override;

    core::Result<core::domain::StatusCounts> counts(core::MailingId id) override;
    core::Result<core::domain::MailingStatistics> statistics(core::MailingId id, core::Instant now) override;
    core::Result<core::domain::WorkspaceStatistics> workspaceStatistics(core::Instant now) override;
    core::Result<QList<core::domain::GatewayCounts>> countsByGateway() override;
    core::Result<QList<core::domain::ThroughputSlot>> throughput(core::MailingId id, core::Instant since) override;

private:
    [[nodiscard]] QList<core::domain::Mailing> matching(const core::interfaces::MailingQuery &query) const;
    [[nodiscard]] core::Result<FakeMailing *> stored(core::MailingId id);

    FakeData &m_data;
};

} // namespace tests
