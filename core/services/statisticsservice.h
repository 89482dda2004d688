// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Numbers for pages, scripts and reports; reading them costs the same with 100 or 10 000 000 messages.
 */
#pragma once

#include "core/base/clock.h"
#include "core/domain/gatewayprofile.h"
#include "core/interfaces/executor.h"
#include "core/interfaces/mailingrepository.h"
#include "core/interfaces/messagerepository.h"
#include "core/services/instanceservice.h"

namespace core::services {

/** What a mailing's dashboard shows beside the counters. */
struct MailingBreakdown
{
    QList<domain::BreakdownRow> byTimezone;
    QList<domain::BreakdownRow> byOperatorCode;
    QList<domain::ThroughputSlot> throughput;
};

/** What metrics tell of a workspace. */
struct WorkspaceMetrics
{
    QList<domain::GatewayWithState> gateways;
    QList<domain::GatewayCounts> counts;
    qint64 leased = 0; ///< messages that a dispatcher has in hand
    Instances instances;
};

/** Thread: any. Holds nothing but references. */
class StatisticsService
{
public:
    StatisticsService(interfaces::Executor &executor, const Clock &clock);

    /** With its forecast. */
    QFuture<Result<domain::MailingStatistics>> mailing(MailingId id);
    QFuture<Result<domain::WorkspaceStatistics>> workspace();
    /** Costs the same with few messages and with many. */
    QFuture<Result<WorkspaceMetrics>> metrics();
    /** Reads all messages of the mailing: ask at most every few seconds. */
    QFuture<Result<MailingBreakdown>> breakdown(MailingId id, Instant since);
    /** Over all mailings, slots with work in them. */
    QFuture<Result<QList<domain::ThroughputSlot>>> throughput(Instant since);
    /** Messages whose last change of status came after `since`. */
    QFuture<Result<domain::StatusCounts>> countsSince(Instant since);

private:
    interfaces::Executor &m_executor;
    const Clock &m_clock;
};

} // namespace core::services
