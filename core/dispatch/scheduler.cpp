// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/scheduler.h"

#include "core/base/async.h"
#include "core/base/logging.h"

namespace core::dispatch {

using interfaces::Lane;
using interfaces::UnitOfWork;

namespace {

/** How often live mailings look through the directory at most. */
constexpr std::chrono::seconds liveInterval{5};

} // namespace

Scheduler::Scheduler(interfaces::Executor &executor, const Clock &clock, QObject *parent)
    : QObject(parent), m_executor(executor), m_clock(clock)
{}

void Scheduler::wake()
{
    if (m_stopped)
        return;
    if (m_busy)
        m_again = true;
    else
        step();
}

void Scheduler::step()
{
    m_busy = true;
    const Instant now = m_clock.now();
    if (m_clientsChanged && (now - m_liveCheckedAt >= liveInterval || now < m_liveCheckedAt)) {
        m_clientsChanged = false;
        m_liveCheckedAt = now;
        m_executor.write(Lane::Bulk, [](UnitOfWork &unit) { return reopenLiveAudiences(unit); });
    }
    const StepRequest request{now, m_lastServed};
    whenDone(m_executor.write(Lane::Bulk, [request](UnitOfWork &unit) { return advanceMailings(unit, request); }), this,
             [this](const Result<StepResult> &result) { stepped(result); });
}

void Scheduler::stepped(const Result<StepResult> &result)
{
    m_busy = false;
    if (!result) {
        qCWarning(logDispatch).noquote().nospace()
            << "schedule_failed error=" << result.error().code << " detail=" << logValue(result.error().detail);
        if (!std::exchange(m_stuck, true))
            Q_EMIT stuck(result.error().code);
        Q_EMIT idle();
        return; // the next wake tries again
    }
    if (std::exchange(m_stuck, false))
        Q_EMIT stuck({});
    m_lastServed = result->served;
    const bool again = std::exchange(m_again, false);
    if (result->worked)
        Q_EMIT stepDone();
    if ((result->worked || again) && !m_stopped)
        step();
    else
        Q_EMIT idle();
}

} // namespace core::dispatch
