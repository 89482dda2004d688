// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/statisticsservice.h"

#include "core/domain/workspacesettings.h"
#include "core/interfaces/settingsrepository.h"
#include "core/services/forecast.h"
#include "core/services/mailingchecks.h"
#include "core/services/throughputrate.h"

#include <algorithm>

namespace core::services {

using domain::MailingState;
using domain::MailingStatistics;
using domain::MessageStatus;
using interfaces::UnitOfWork;

namespace {

/** Up to here the waiting messages are told apart by zone; above, reading them all would cost more than it tells. */
constexpr qint64 zonesToldApart = 50'000;

Result<QList<interfaces::LabelCount>> waitingByTimezone(UnitOfWork &unit, const domain::Mailing &mailing,
                                                        const domain::StatusCounts &counts)
{
    if (!mailing.window || counts.total() > zonesToldApart) {
        HELIOGRAPH_ASSIGN(const auto settings, unit.settings.settings());
        return QList<interfaces::LabelCount>{
            {settings.zone(), counts[MessageStatus::Pending] + counts[MessageStatus::Sending]}};
    }
    HELIOGRAPH_ASSIGN(const auto rows, unit.messages.byTimezone(mailing.id));
    QList<interfaces::LabelCount> waiting;
    for (const domain::BreakdownRow &row : rows)
        waiting.append({row.key, row.counts[MessageStatus::Pending] + row.counts[MessageStatus::Sending]});
    return waiting;
}

/** A mailing that began to send a moment ago is not spread over half a minute. */
double rateSinceStart(const MailingStatistics &statistics, Instant now)
{
    constexpr double averagedMs = 30'000;
    if (!statistics.firstSentAt)
        return statistics.rate;
    const double sendingMs = std::clamp(double((now - *statistics.firstSentAt).count()), 1000.0, averagedMs);
    return statistics.rate * averagedMs / sendingMs;
}

Result<domain::Forecast> forecastOf(UnitOfWork &unit, const domain::Mailing &mailing, const MailingStatistics &statistics,
                                    Instant now)
{
    // Before the start there are no messages to look at, and a paused mailing does not move.
    if (mailing.state != MailingState::Running)
        return domain::Forecast{};
    HELIOGRAPH_ASSIGN(const auto gateway, gatewayOf(unit, mailing));
    double measured = statistics.rate;
    if (measured <= 0) {
        HELIOGRAPH_ASSIGN(const auto worked, unit.mailings.throughput({}, now - measuredPeriod));
        measured = measuredRate(worked);
    }
    ForecastInput input;
    input.from = std::max(now, mailing.startAt);
    input.end = mailing.endAt;
    input.window = mailing.window;
    input.rate = expectedRate(mailing, gateway, measured);
    HELIOGRAPH_ASSIGN(input.waitingByTimezone, waitingByTimezone(unit, mailing, statistics.counts));
    return forecast(input).forecast;
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
        HELIOGRAPH_ASSIGN(statistics.forecast, forecastOf(unit, mailing, statistics, now));
        return statistics;
    });
}

QFuture<Result<domain::WorkspaceStatistics>> StatisticsService::workspace()
{
    return m_executor.read([&clock = m_clock](UnitOfWork &unit) { return unit.mailings.workspaceStatistics(clock.now()); });
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
