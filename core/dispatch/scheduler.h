// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Wakes up for mailings: what starts, whose audience is chosen, what ends, expires, is cancelled or repeats.
 *
 * Only decides when; what is done in each step stands in core/dispatch/schedulersteps.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/dispatch/schedulersteps.h"
#include "core/interfaces/executor.h"

#include <QObject>
#include <functional>

namespace core::dispatch {

/**
 * Works in short steps on the storage thread, one after the other, until nothing is left to do; looks again at least every
 * second, since timers stand still while a computer sleeps.
 *
 * Live mailings find clients that were added within five seconds; those that were edited too, unless the directory is so
 * large that looking through it would take more than a twentieth of the time.
 *
 * Thread: dispatch.
 */
class Scheduler : public QObject
{
    Q_OBJECT

public:
    Scheduler(interfaces::Executor &executor, const Clock &clock, QObject *parent = nullptr);

    /** Asked before every step; false: it rests until it is woken again. */
    void setGate(std::function<bool()> mayWork) { m_mayWork = std::move(mayWork); }
    /** Looks what is due; cheap when nothing is. */
    void wake();
    /** Clients changed: live mailings look for who joins. */
    void clientsChanged() { m_newcomers = m_edits = true; }
    void stop() { m_stopped = true; }
    [[nodiscard]] bool isIdle() const { return !m_busy; }

Q_SIGNALS:
    /** Storage refused. @param problem  error code; empty: it works again */
    void stuck(const QString &problem);
    void stepDone();
    void idle(); ///< nothing is left to do now

private:
    void step();
    void lookForLive();
    void stepped(const Result<StepResult> &result);

    interfaces::Executor &m_executor;
    const Clock &m_clock;
    std::function<bool()> m_mayWork;
    MailingId m_lastServed; ///< mailings take turns
    std::optional<Ticks> m_liveCheckedAt;
    std::optional<Ticks> m_everybodySince; ///< live mailings are looking through the whole directory
    Ticks m_nextEverybody{};               ///< not before
    bool m_newcomers = true;               ///< clients changed since the last look for newcomers
    bool m_edits = true;                   ///< … since the last look at everybody
    bool m_busy = false;
    bool m_again = false;
    bool m_stopped = false;
    bool m_stuck = false;
};

} // namespace core::dispatch
