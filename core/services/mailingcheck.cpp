// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// MailingService::check: everything worth knowing before a start.

#include "core/domain/timezonename.h"
#include "core/services/mailingchecks.h"
#include "core/services/mailingforecast.h"
#include "core/services/mailingservice.h"

#include <cmath>

namespace core::services {

using domain::Mailing;
using interfaces::UnitOfWork;

namespace {

/** SMS parts of the whole audience. */
void countParts(const PartsPerMessage &parts, CheckSheet &sheet)
{
    sheet.partsEstimated = parts.looked > 0 && parts.looked < sheet.recipients;
    sheet.parts = std::llround(parts.average * static_cast<double>(sheet.recipients));
}

Status foresee(UnitOfWork &unit, const Mailing &mailing, double partsPerMessage, Instant now, CheckSheet &sheet)
{
    HELIOGRAPH_ASSIGN(const auto gateway, gatewayOf(unit, mailing));
    sheet.gatewayName = gateway ? gateway->profile.name : QString();
    HELIOGRAPH_ASSIGN(ForecastResult foreseen, forecastOfPlan(unit, mailing, sheet.byTimezone, partsPerMessage, now));
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
        for (const interfaces::LabelCount &zone : audience.byTimezone) {
            if (mailing.window && !domain::isTimeZoneName(zone.label))
                sheet.zoneUnknown += zone.count;
        }
        HELIOGRAPH_ASSIGN(const PartsPerMessage parts, partsPerMessage(unit, mailing));
        countParts(parts, sheet);
        HELIOGRAPH_ASSIGN(sheet.missingFields, missingFields(unit, mailing));
        HELIOGRAPH_ASSIGN(sheet.twins, twins(unit, mailing));
        HELIOGRAPH_TRY(foresee(unit, mailing, parts.average, clock.now(), sheet));
        return sheet;
    });
}

} // namespace core::services
