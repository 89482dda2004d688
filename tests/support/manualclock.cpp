// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"

namespace tests {

ManualClock::ManualClock(core::Instant start) : m_nowMs(core::toMs(start)) {}

ManualClock::ManualClock(const char *iso) : ManualClock(at(iso)) {}

core::Instant ManualClock::now() const
{
    return core::instantFromMs(m_nowMs);
}

core::Ticks ManualClock::ticks() const
{
    return core::Ticks{core::Milliseconds{m_ticksMs}};
}

void ManualClock::advance(core::Milliseconds by)
{
    m_nowMs += by.count();
    m_ticksMs += by.count();
}

void ManualClock::jump(core::Milliseconds by)
{
    m_nowMs += by.count();
}

core::Instant at(const char *iso)
{
    const QDateTime parsed = QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODateWithMs);
    Q_ASSERT(parsed.isValid());
    return core::toInstant(parsed);
}

} // namespace tests
