// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Mailings in the database. Their numbers have a file of their own (mailingstatistics).
 */
#pragma once

#include "core/interfaces/mailingrepository.h"

namespace core::storage {

class Connection;

/** Thread: that of the connection. Writes want a transaction around them (the executors see to it). */
class MailingSqlRepository final : public interfaces::MailingRepository
{
public:
    explicit MailingSqlRepository(Connection &connection);

    Result<MailingId> insert(const domain::Mailing &mailing) override;
    Status update(const domain::Mailing &mailing) override;
    Result<domain::Mailing> find(MailingId id) override;

    Result<domain::Page<domain::MailingSummary>> page(const interfaces::MailingQuery &query,
                                                      const domain::PageRequest &request, Instant now) override;
    Result<qint64> count(const interfaces::MailingQuery &query) override;
    Result<QList<domain::Mailing>> active() override;
    Result<QList<domain::Mailing>> twinCandidates(const domain::Mailing &mailing) override;
    Result<bool> hasOccurrence(MailingId series, Instant startAt) override;
    Result<QList<domain::Mailing>> occurrences(MailingId series) override;
    Result<domain::Occurrence> firstTurn(MailingId series) override;

    Result<int> textVersion(MailingId id) override;
    Result<interfaces::AudienceProgress> audienceProgress(MailingId id) override;
    Status saveAudienceProgress(MailingId id, const interfaces::AudienceProgress &progress) override;

    Result<domain::StatusCounts> counts(MailingId id) override;
    Result<domain::MailingStatistics> statistics(MailingId id, Instant now) override;
    Result<domain::WorkspaceStatistics> workspaceStatistics(Instant now) override;
    Result<QList<domain::GatewayCounts>> countsByGateway() override;
    Result<QList<domain::ThroughputSlot>> throughput(MailingId id, Instant since) override;

private:
    Status keepVersion(MailingId id, Instant at);

    Connection &m_connection;
};

} // namespace core::storage
