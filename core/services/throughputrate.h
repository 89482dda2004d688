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

#include <optional>

namespace core::services {

/** How far back work is looked at when nothing else tells the rate. */
inline constexpr std::chrono::hours measuredPeriod{1};

/** Accepted and failed per second over the slots in which there was work; 0: there was none. */
[[nodiscard]] double measuredRate(const QList<domain::ThroughputSlot> &worked);

/** The lower of what was measured (if anything), the mailing's limit and the gateway's; 0: unknown. */
[[nodiscard]] double expectedRate(const domain::Mailing &mailing, const std::optional<domain::GatewayProfile> &gateway,
                                  double measured);

} // namespace core::services
