// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * How fast messages go out, for forecasts: what limits say, else what was measured.
 */
#pragma once

#include "core/domain/gatewayprofile.h"
#include "core/domain/mailing.h"
#include "core/domain/statistics.h"

namespace core::services {

/** How far back work is looked at when nothing else tells the rate. */
inline constexpr std::chrono::hours measuredPeriod{1};

/** Accepted and failed per second over the slots in which there was work; 0: there was none. */
[[nodiscard]] double measuredRate(const QList<domain::ThroughputSlot> &worked);

/** What else tells how fast a mailing can be. */
struct SpeedHints
{
    double measured = 0;        ///< messages per second; 0: nothing was measured
    double partsPerMessage = 1; ///< for a gateway that counts SMS parts
};

/** The lower of what was measured (if anything), the mailing's limit and the gateway's; 0: unknown. */
[[nodiscard]] double expectedRate(const domain::Mailing &mailing, const domain::GatewayProfile &gateway,
                                  const SpeedHints &hints);

} // namespace core::services
