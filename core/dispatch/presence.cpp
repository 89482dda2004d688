// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/presence.h"

#include "core/base/async.h"
#include "core/base/logging.h"

#include <algorithm>

namespace core::dispatch {

using interfaces::Lane;
using interfaces::UnitOfWork;

Presence::Presence(interfaces::Executor &executor, const Clock &clock, Company company, QObject *parent)
    : QObject(parent), m_executor(executor), m_clock(clock), m_company(std::move(company)), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Presence::beat);
}

void Presence::enter()
{
    m_leaving = false;
    beat();
}

Presence::Verdict Presence::verdict() const
{
    if (!m_company.shared)
        return Verdict::Everybody;
    const bool couldSeeThem = m_watchingSince && m_clock.ticks() - *m_watchingSince >= deadAfter;
    return couldSeeThem ? Verdict::WhoIsNotSeen : Verdict::Nobody;
}

Result<Presence::Beat> Presence::write(UnitOfWork &unit, const Company &company, InstanceId id, Instant now, Verdict verdict)
{
    Beat beat;
    HELIOGRAPH_ASSIGN(beat.serverTime, unit.instances.serverTime());
    // By the clock that all share: one that jumps shall not bury the others.
    const Instant seen = beat.serverTime.value_or(now);
    HELIOGRAPH_ASSIGN(const QList<interfaces::Instance> before, unit.instances.list());
    const bool isKnown = std::any_of(before.cbegin(), before.cend(), [id](const auto &one) { return one.id == id; });
    beat.id = id;
    if (!isKnown) {
        HELIOGRAPH_ASSIGN(beat.id, unit.instances.enter(company.label, seen));
    }
    if (verdict != Verdict::Nobody) {
        const Instant since = verdict == Verdict::Everybody ? Instant::max() : seen - deadAfter;
        HELIOGRAPH_ASSIGN(beat.retired, unit.instances.retire(since, beat.id));
    }
    HELIOGRAPH_ASSIGN(beat.alive, unit.instances.list());
    HELIOGRAPH_TRY(unit.instances.beat(beat.id, int(beat.alive.size()), seen));
    return beat;
}

void Presence::beat()
{
    if (std::exchange(m_beating, true))
        return;
    m_beatBegun = Moment::now(m_clock);
    const Instant now = m_beatBegun.instant;
    whenDone(m_executor.write(Lane::Dispatch, [company = m_company, id = m_id, now, verdict = verdict()](
                                                  UnitOfWork &unit) { return write(unit, company, id, now, verdict); }),
             this, [this](const Result<Beat> &beat) { finish(beat); });
}

void Presence::finish(const Result<Beat> &beat)
{
    m_beating = false;
    if (m_leaving) {
        leave();
        return;
    }
    if (m_company.shared || !beat)
        m_timer.start(interval);
    if (!beat) {
        m_watchingSince.reset();
        Q_EMIT troubled(beat.error().code);
        return;
    }
    if (!m_watchingSince)
        m_watchingSince = m_clock.ticks();
    const bool isNew = !m_id.isValid();
    const bool isReplaced = !isNew && m_id != beat->id;
    m_id = beat->id;
    m_alive = int(beat->alive.size());
    m_seenAt = m_beatBegun;

    const Share previous = isReplaced ? Share() : m_share;
    const bool clockIsWrong = beat->serverTime && std::chrono::abs(*beat->serverTime - m_clock.now()) > largestSkew;
    setShare(m_company.shared ? Share::next(previous, beat->alive, m_id) : Share::whole(), clockIsWrong);
    Q_EMIT troubled(clockIsWrong ? QStringLiteral("dispatch.clock") : QString());
    if (isReplaced) {
        qCWarning(logDispatch).nospace() << "event=instance_replaced id=" << m_id.value;
        Q_EMIT replaced();
    }
    if (isNew)
        Q_EMIT entered();
    else if (beat->retired > 0)
        Q_EMIT orphansLeft();
}

void Presence::lookAtClock()
{
    if (!m_company.shared || !m_seenAt || m_share.isNothing())
        return;
    if (m_clock.ticks() - m_seenAt->ticks > deadAfter || m_clock.now() - m_seenAt->instant > deadAfter)
        setShare({}, m_clockIsWrong);
}

void Presence::setShare(const Share &share, bool clockIsWrong)
{
    const Share before = this->share();
    m_share = share;
    m_clockIsWrong = clockIsWrong;
    if (this->share() != before)
        Q_EMIT shareChanged();
}

void Presence::leave()
{
    m_leaving = true;
    m_timer.stop();
    if (m_beating)
        return; // finish() comes back here
    if (!m_id.isValid()) {
        Q_EMIT left();
        return;
    }
    m_beating = true;
    // Whoever cannot say so is taken for dead in a minute: the outcome changes nothing here.
    whenDone(m_executor.write(Lane::Dispatch,
                              [id = std::exchange(m_id, {})](UnitOfWork &unit) { return unit.instances.leave(id); }),
             this, [this](const Status &) {
                 m_beating = false;
                 Q_EMIT left();
             });
}

} // namespace core::dispatch
