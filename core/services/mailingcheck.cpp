// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// MailingService::check: everything worth knowing before a start.

#include "core/domain/messagetemplate.h"
#include "core/domain/smslength.h"
#include "core/services/forecast.h"
#include "core/services/mailingchecks.h"
#include "core/services/mailingservice.h"
#include "core/services/throughputrate.h"

#include <cmath>

namespace core::services {

using domain::Mailing;
using interfaces::UnitOfWork;

namespace {

constexpr int sampleSize = 200;

/** SMS parts of the whole audience. */
Status countParts(UnitOfWork &unit, const Mailing &mailing, CheckSheet &sheet)
{
    HELIOGRAPH_ASSIGN(const auto text, domain::MessageTemplate::parse(mailing.text));
    if (text.isStatic()) {
        sheet.parts = sheet.recipients * domain::smsLength(text.render({}, {}, {})).parts;
        return {};
    }
    HELIOGRAPH_ASSIGN(const auto sample, unit.clients.audienceSample(mailing.filter, {}, sampleSize));
    if (sample.isEmpty())
        return {};
    qint64 parts = 0;
    for (const domain::Client &client : sample)
        parts += domain::smsLength(text.render(client.attributes, client.phone, client.operatorCode)).parts;
    sheet.partsEstimated = sample.size() < sheet.recipients;
    const double average = static_cast<double>(parts) / static_cast<double>(sample.size());
    sheet.parts = std::llround(average * static_cast<double>(sheet.recipients));
    return {};
}

Status foresee(UnitOfWork &unit, const Mailing &mailing, Instant now, CheckSheet &sheet)
{
    HELIOGRAPH_ASSIGN(const auto gateway, gatewayOf(unit, mailing));
    sheet.gatewayName = gateway ? gateway->name : QString();
    HELIOGRAPH_ASSIGN(const auto worked, unit.mailings.throughput({}, now - measuredPeriod));
    ForecastInput input;
    input.from = std::max(now, mailing.startAt);
    input.end = mailing.endAt;
    input.window = mailing.window;
    input.waitingByTimezone = sheet.byTimezone;
    input.rate = expectedRate(mailing, gateway, measuredRate(worked));
    ForecastResult foreseen = forecast(input);
    sheet.forecast = foreseen.forecast;
    sheet.schedule = std::move(foreseen.schedule);
    return {};
}

Result<Mailing> drawnUp(UnitOfWork &unit, MailingId id, const domain::MailingEdit &edit, Instant now)
{
    if (!id.isValid())
        return domain::edited(blankMailing(edit, now), edit, now);
    HELIOGRAPH_ASSIGN(const Mailing stored, unit.mailings.find(id));
    return domain::edited(stored, edit, now);
}

} // namespace

QFuture<Result<CheckSheet>> MailingService::check(MailingId id, const domain::MailingEdit &edit)
{
    return m_executor.read([&clock = m_clock, id, edit](UnitOfWork &unit) -> Result<CheckSheet> {
        HELIOGRAPH_ASSIGN(const Mailing mailing, drawnUp(unit, id, edit, clock.now()));
        HELIOGRAPH_ASSIGN(const auto audience, unit.clients.audience(mailing.filter));
        CheckSheet sheet;
        sheet.recipients = audience.count;
        sheet.optedOut = audience.optedOut;
        sheet.byTimezone = audience.byTimezone;
        HELIOGRAPH_TRY(countParts(unit, mailing, sheet));
        HELIOGRAPH_ASSIGN(sheet.missingFields, missingFields(unit, mailing));
        HELIOGRAPH_ASSIGN(sheet.twins, twins(unit, mailing));
        HELIOGRAPH_TRY(foresee(unit, mailing, clock.now(), sheet));
        return sheet;
    });
}

} // namespace core::services
