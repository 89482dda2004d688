// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The numbers of mailings, read from the counters: the same cost for a hundred and for ten million messages.
 */
#pragma once

#include "core/domain/statistics.h"
#include "core/storage/statement.h"

#include <QHash>

namespace core::storage {

/** Thread: that of the connection. The contract is that of interfaces::MailingRepository. */
class MailingStatisticsReader
{
public:
    explicit MailingStatisticsReader(Connection &connection);

    Result<domain::MailingStatistics> statistics(const domain::Mailing &mailing, Instant now);
    Result<domain::WorkspaceStatistics> workspace(Instant now);
    Result<QList<domain::GatewayCounts>> byGateway();
    Result<QList<domain::ThroughputSlot>> throughput(MailingId id, Instant since);
    /** Sets the rate of each. */
    Status fillRates(QList<domain::MailingSummary> &summaries, Instant now);
    /** Messages accepted per second over the last 30 s; mailings without any are left out. */
    Result<QHash<MailingId, double>> rates(const QList<MailingId> &ids, Instant now);

private:
    Result<QList<domain::ErrorCount>> errors(MailingId id);

    Connection &m_connection;
};

/** Reads the columns of `mailing_columns` and `counters_columns`; the rate is left to rates(). */
[[nodiscard]] domain::MailingSummary readMailingSummary(Row &row);

} // namespace core::storage
