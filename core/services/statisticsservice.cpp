// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/statisticsservice.h"

#include "core/interfaces/gatewayrepository.h"
#include "core/services/mailingforecast.h"

#include <algorithm>

namespace core::services {

using domain::MailingStatistics;
using interfaces::UnitOfWork;

namespace {

/** A mailing that began to send a moment ago is not spread over half a minute. */
double rateSinceStart(const MailingStatistics &statistics, Instant now)
{
    constexpr double averagedMs = 30'000;
    if (!statistics.firstSentAt)
        return statistics.rate;
    const double sendingMs = std::clamp(double((now - *statistics.firstSentAt).count()), 1000.0, averagedMs);
    return statistics.rate * averagedMs / sendingMs;
}

} // namespace

StatisticsService::StatisticsService(interfaces::Executor &executor, const Clock &clock)
    : m_executor(executor), m_clock(clock)
{}

QFuture<Result<MailingStatistics>> StatisticsService::mailing(MailingId id)
{
    return m_executor.read([&clock = m_clock, id](UnitOfWork &unit) -> Result<MailingStatistics> {
        const Instant now = clock.now();
        HELIOGRAPH_ASSIGN(const auto mailing, unit.mailings.find(id));
        HELIOGRAPH_ASSIGN(MailingStatistics statistics, unit.mailings.statistics(id, now));
        statistics.rate = rateSinceStart(statistics, now);
        HELIOGRAPH_ASSIGN(statistics.forecast, forecastOfRun(unit, mailing, statistics.counts, statistics.rate, now));
        if (statistics.choosing)
            statistics.forecast.doneAt.reset(); // of how many is not known
        return statistics;
    });
}

QFuture<Result<domain::WorkspaceStatistics>> StatisticsService::workspace()
{
    return m_executor.read([&clock = m_clock](UnitOfWork &unit) { return unit.mailings.workspaceStatistics(clock.now()); });
}

QFuture<Result<WorkspaceMetrics>> StatisticsService::metrics()
{
    return m_executor.read([&clock = m_clock](UnitOfWork &unit) -> Result<WorkspaceMetrics> {
        WorkspaceMetrics metrics;
        HELIOGRAPH_ASSIGN(metrics.gateways, unit.gateways.list());
        HELIOGRAPH_ASSIGN(metrics.counts, unit.mailings.countsByGateway());
        HELIOGRAPH_ASSIGN(metrics.leased, unit.messages.countLeased(clock.now()));
        HELIOGRAPH_ASSIGN(metrics.instances, readInstances(unit));
        return metrics;
    });
}

QFuture<Result<MailingBreakdown>> StatisticsService::breakdown(MailingId id, Instant since)
{
    return m_executor.read([id, since](UnitOfWork &unit) -> Result<MailingBreakdown> {
        MailingBreakdown breakdown;
        HELIOGRAPH_ASSIGN(breakdown.byTimezone, unit.messages.byTimezone(id));
        HELIOGRAPH_ASSIGN(breakdown.byOperatorCode, unit.messages.byOperatorCode(id));
        HELIOGRAPH_ASSIGN(breakdown.throughput, unit.mailings.throughput(id, since));
        return breakdown;
    });
}

QFuture<Result<QList<domain::ThroughputSlot>>> StatisticsService::throughput(Instant since)
{
    return m_executor.read([since](UnitOfWork &unit) { return unit.mailings.throughput({}, since); });
}

QFuture<Result<domain::StatusCounts>> StatisticsService::countsSince(Instant since)
{
    return m_executor.read([since](UnitOfWork &unit) { return unit.messages.countsSince(since); });
}

} // namespace core::services
