// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Forecasts of stored and of planned mailings: reads what the arithmetic in core/services/forecast needs to know.
 */
#pragma once

#include "core/domain/mailing.h"
#include "core/interfaces/executor.h"
#include "core/services/forecast.h"

namespace core::services {

/** SMS parts of an average message, from a sample of the audience where the text has fields; 0: nobody to send to. */
struct PartsPerMessage
{
    double average = 0;
    qint64 looked = 0; ///< messages the average was made of; 0: all are alike
};

Result<PartsPerMessage> partsPerMessage(interfaces::UnitOfWork &unit, const domain::Mailing &mailing);

/** Before the start, or of a draft: from the clients that would get it. */
Result<ForecastResult> forecastOfPlan(interfaces::UnitOfWork &unit, const domain::Mailing &mailing,
                                      const QList<interfaces::LabelCount> &audience, double partsPerMessage, Instant now);

/**
 * Of a mailing with messages, from those that wait: for hours, for their next attempt, or for a gateway that is shut (its
 * breaker is open or it needs attention), of which nobody can say when it will be done. Only a running one moves.
 * @param rate  messages per second that this mailing is getting through now; 0: what the workspace got through lately counts
 */
Result<domain::Forecast> forecastOfRun(interfaces::UnitOfWork &unit, const domain::Mailing &mailing,
                                       const domain::StatusCounts &counts, double rate, Instant now);

} // namespace core::services
