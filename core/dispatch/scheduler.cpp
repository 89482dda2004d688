// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/scheduler.h"

#include "core/base/async.h"
#include "core/base/logging.h"

namespace core::dispatch {

using interfaces::Lane;
using interfaces::UnitOfWork;

namespace {

constexpr std::chrono::seconds liveInterval{5}; ///< how often live mailings look for newcomers at most
constexpr int restFactor = 20; ///< having looked at everybody they rest for so many times as long as it took

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
    m_busy = !m_mayWork || m_mayWork();
    if (!m_busy) {
        Q_EMIT idle();
        return;
    }
    lookForLive();
    const StepRequest request{m_clock.now(), m_lastServed};
    whenDone(m_executor.write(Lane::Bulk, [request](UnitOfWork &unit) { return advanceMailings(unit, request); }), this,
             [this](const Result<StepResult> &result) { stepped(result); });
}

void Scheduler::lookForLive()
{
    const Ticks ticks = m_clock.ticks();
    const bool rested = !m_liveCheckedAt || ticks - *m_liveCheckedAt >= liveInterval;
    const bool everybody = m_edits && !m_everybodySince && ticks >= m_nextEverybody;
    if (!rested || m_everybodySince || (!m_newcomers && !everybody))
        return;
    m_liveCheckedAt = ticks;
    m_newcomers = false;
    if (everybody) {
        m_edits = false;
        m_everybodySince = ticks;
    }
    const LiveLook look = everybody ? LiveLook::Everybody : LiveLook::Newcomers;
    m_executor.write(Lane::Bulk, [look](UnitOfWork &unit) { return reopenLiveAudiences(unit, look); });
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
    if (!result->worked && m_everybodySince) {
        m_nextEverybody = m_clock.ticks() + restFactor * (m_clock.ticks() - *m_everybodySince);
        m_everybodySince.reset();
    }
    if ((result->worked || again) && !m_stopped)
        step();
    else
        Q_EMIT idle();
}

} // namespace core::dispatch
