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

double expectedRate(const domain::Mailing &mailing, const std::optional<domain::GatewayProfile> &gateway, double measured)
{
    double rate = measured;
    const auto limit = [&rate](const std::optional<double> &bound) {
        if (bound)
            rate = rate > 0 ? std::min(rate, *bound) : *bound;
    };
    limit(mailing.rateLimit);
    if (gateway)
        limit(gateway->rate);
    return rate;
}

} // namespace core::services
