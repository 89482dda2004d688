// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/throughputrate.h"

#include <algorithm>

namespace core::services {

double measuredRate(const QList<domain::ThroughputSlot> &worked)
{
    if (worked.isEmpty())
        return 0;
    qint64 messages = 0;
    for (const domain::ThroughputSlot &slot : worked)
        messages += slot.sent + slot.failed;
    return static_cast<double>(messages) / static_cast<double>(worked.size() * domain::ThroughputSlot::width.count());
}

double expectedRate(const domain::Mailing &mailing, const domain::GatewayProfile &gateway, const SpeedHints &hints)
{
    double rate = hints.measured;
    const auto limit = [&rate](const std::optional<double> &bound, double perMessage) {
        if (bound)
            rate = rate > 0 ? std::min(rate, *bound / perMessage) : *bound / perMessage;
    };
    limit(mailing.rateLimit, 1);
    limit(gateway.rate, gateway.rateUnit == domain::RateUnit::Parts ? std::max(1.0, hints.partsPerMessage) : 1);
    return rate;
}

} // namespace core::services
