// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/simulator/laterqueue.h"

namespace core::simulator {

using SteadyClock = std::chrono::steady_clock;

LaterQueue::LaterQueue(QObject *parent) : QObject(parent)
{
    m_timer.setParent(this); // moves to another thread together with the queue
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &LaterQueue::runDue);
}

void LaterQueue::add(Milliseconds delay, std::function<void()> function)
{
    const auto it = m_waiting.emplace(SteadyClock::now() + delay, std::move(function));
    if (it == m_waiting.begin())
        startTimer();
}

void LaterQueue::runDue()
{
    const auto now = SteadyClock::now();
    while (!m_waiting.empty() && m_waiting.begin()->first <= now) {
        const auto first = m_waiting.extract(m_waiting.begin());
        first.mapped()();
    }
    startTimer();
}

void LaterQueue::startTimer()
{
    if (m_waiting.empty())
        return;
    const auto left = m_waiting.begin()->first - SteadyClock::now();
    m_timer.start(std::max(Milliseconds{0}, std::chrono::ceil<Milliseconds>(left)));
}

} // namespace core::simulator
