// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"

namespace core {

QString toIso(Instant instant)
{
    const bool whole = toMs(instant) % 1000 == 0;
    return toDateTime(instant).toString(whole ? Qt::ISODate : Qt::ISODateWithMs);
}

Instant SystemClock::now() const
{
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
}

Ticks SystemClock::ticks() const
{
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::steady_clock::now());
}

} // namespace core
