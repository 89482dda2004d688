// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/ratemeter.h"

namespace core::dispatch {

namespace {

constexpr std::chrono::milliseconds slotWidth{250};
constexpr std::chrono::seconds span{3};

} // namespace

void RateMeter::count(Ticks now)
{
    if (m_slots.empty() || now - m_slots.back().at >= slotWidth)
        m_slots.push_back({now, 0});
    ++m_slots.back().events;
}

double RateMeter::perSecond(Ticks now)
{
    while (!m_slots.empty() && now - m_slots.front().at > span)
        m_slots.pop_front();
    if (m_slots.empty())
        return 0;
    int events = 0;
    for (const Slot &slot : m_slots)
        events += slot.events;
    // Work that began a moment ago is not spread over three seconds.
    const double seconds = std::chrono::duration<double>(now - m_slots.front().at + slotWidth).count();
    return events / std::max(seconds, 1.0);
}

} // namespace core::dispatch
