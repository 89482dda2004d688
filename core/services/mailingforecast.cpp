// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/mailingforecast.h"

#include "core/domain/gatewayreadiness.h"
#include "core/domain/messagetemplate.h"
#include "core/domain/smslength.h"
#include "core/interfaces/messagerepository.h"
#include "core/interfaces/settingsrepository.h"
#include "core/services/mailingchecks.h"
#include "core/services/throughputrate.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace core::services {

using domain::Mailing;
using domain::MailingState;
using domain::MessageStatus;
using domain::StatusCounts;
using interfaces::LabelCount;
using interfaces::UnitOfWork;

namespace {

constexpr int sampleSize = 200;
/** Up to here every message is looked at for its zone; above, a sample tells: reading them all would take seconds. */
constexpr qint64 mostLookedAt = 50'000;
constexpr int zoneSampleSize = 400;

qint64 waiting(const StatusCounts &counts)
{
    return counts[MessageStatus::Pending] + counts[MessageStatus::Sending];
}

Result<QList<LabelCount>> waitingByTimezone(UnitOfWork &unit, const Mailing &mailing, const StatusCounts &counts)
{
    QList<LabelCount> zones;
    if (!mailing.window) {
        HELIOGRAPH_ASSIGN(const auto settings, unit.settings.settings());
        zones.append({settings.zone(), waiting(counts)});
        return zones;
    }
    if (counts.total() > mostLookedAt) {
        HELIOGRAPH_ASSIGN(const auto sample, unit.messages.pendingByTimezone(mailing.id, zoneSampleSize));
        const qint64 looked = std::accumulate(sample.begin(), sample.end(), qint64{0});
        for (auto zone = sample.begin(); zone != sample.end(); ++zone)
            zones.append({zone.key(), waiting(counts) * zone.value() / looked});
        return zones;
    }
    HELIOGRAPH_ASSIGN(const auto rows, unit.messages.byTimezone(mailing.id));
    for (const domain::BreakdownRow &row : rows)
        zones.append({row.key, waiting(row.counts)});
    return zones;
}

bool isShut(const domain::GatewayWithState &gateway)
{
    return !gateway.profile.enabled || gateway.state.breaker != domain::BreakerState::Closed;
}

/** Messages per second; 0: nobody can say. */
Result<double> rateOf(UnitOfWork &unit, const Mailing &mailing, const domain::GatewayProfile &gateway, SpeedHints hints,
                      Instant now)
{
    if (hints.measured <= 0) {
        HELIOGRAPH_ASSIGN(const auto worked, unit.mailings.throughput({}, now - measuredPeriod));
        hints.measured = measuredRate(worked);
    }
    return expectedRate(mailing, gateway, hints);
}

ForecastResult forecastOf(const Mailing &mailing, const ForecastInput &input)
{
    ForecastResult found = forecast(input);
    if (mailing.audienceMode == domain::AudienceMode::Live && found.forecast.doneAt)
        found.forecast.doneAt = mailing.endAt; // until then somebody may join
    return found;
}

/** Some of the waiting ones pause before their next attempt, whatever the speed is. */
Result<domain::Forecast> withLateOnes(UnitOfWork &unit, const Mailing &mailing, qint64 waiting, domain::Forecast forecast)
{
    HELIOGRAPH_ASSIGN(interfaces::LateMessages late, unit.messages.lateMessages(mailing.id, mailing.endAt));
    if (late.afterEnd >= interfaces::LateMessages::mostCounted) {
        HELIOGRAPH_ASSIGN(const double share, unit.messages.pendingShareDueFrom(mailing.id, mailing.endAt, sampleSize));
        late.afterEnd = std::max<qint64>(late.afterEnd, std::llround(share * double(waiting)));
    }
    forecast.willExpire = std::max(forecast.willExpire, late.afterEnd);
    if (forecast.doneAt && late.lastDue)
        forecast.doneAt = std::min(std::max(*forecast.doneAt, *late.lastDue), mailing.endAt);
    return forecast;
}

} // namespace

Result<PartsPerMessage> partsPerMessage(UnitOfWork &unit, const Mailing &mailing)
{
    HELIOGRAPH_ASSIGN(const auto text, domain::MessageTemplate::parse(mailing.text));
    if (text.isStatic())
        return PartsPerMessage{double(domain::smsParts(text.render({}, {}, {}))), 0};
    HELIOGRAPH_ASSIGN(const auto sample, unit.clients.audienceSample(mailing.filter, {}, sampleSize));
    if (sample.isEmpty())
        return PartsPerMessage{};
    qint64 parts = 0;
    for (const domain::Client &client : sample)
        parts += domain::smsParts(text.render(client.attributes, client.phone, client.operatorCode));
    return PartsPerMessage{double(parts) / double(sample.size()), sample.size()};
}

Result<ForecastResult> forecastOfPlan(UnitOfWork &unit, const Mailing &mailing, const QList<LabelCount> &audience,
                                      double partsPerMessage, Instant now)
{
    ForecastInput input;
    input.from = std::max(now, mailing.startAt);
    input.end = mailing.endAt;
    input.window = mailing.window;
    input.waitingByTimezone = audience;
    HELIOGRAPH_ASSIGN(const auto gateway, gatewayOf(unit, mailing));
    // What is shut now may be open again by a start that lies ahead.
    if (!gateway || mailing.startAt > now || !isShut(*gateway)) {
        const auto profile = gateway ? gateway->profile : domain::GatewayProfile();
        HELIOGRAPH_ASSIGN(input.rate, rateOf(unit, mailing, profile, {0, partsPerMessage}, now));
    }
    return forecastOf(mailing, input);
}

Result<domain::Forecast> forecastOfRun(UnitOfWork &unit, const Mailing &mailing, const StatusCounts &counts, double rate,
                                       Instant now)
{
    if (mailing.state != MailingState::Running)
        return domain::Forecast{};
    ForecastInput input;
    input.end = mailing.endAt;
    input.window = mailing.window;
    // Where all that is left pauses before its next attempt, nothing goes out until then.
    HELIOGRAPH_ASSIGN(const auto due, unit.messages.nextDue(mailing.id));
    input.from = std::max(now, counts[MessageStatus::Sending] > 0 ? now : due.value_or(now));
    HELIOGRAPH_ASSIGN(const auto gateway, gatewayOf(unit, mailing));
    if (gateway && !isShut(*gateway)) {
        input.from = std::max(input.from, domain::nextTry(gateway->state, now).value_or(now));
        PartsPerMessage parts;
        if (gateway->profile.rateUnit == domain::RateUnit::Parts) {
            HELIOGRAPH_ASSIGN(parts, partsPerMessage(unit, mailing));
        }
        // A retry or two while the others wait for their hours are not the speed of the mailing.
        const double measured = due && *due > now ? 0 : rate;
        HELIOGRAPH_ASSIGN(input.rate, rateOf(unit, mailing, gateway->profile, {measured, parts.average}, now));
    }
    HELIOGRAPH_ASSIGN(input.waitingByTimezone, waitingByTimezone(unit, mailing, counts));
    return withLateOnes(unit, mailing, waiting(counts), forecastOf(mailing, input).forecast);
}

} // namespace core::services
