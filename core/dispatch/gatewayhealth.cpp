// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/gatewayhealth.h"

#include "core/base/async.h"
#include "core/base/logging.h"
#include "core/dispatch/outcomedecision.h"
#include "core/interfaces/gatewayrepository.h"

#include <QTimer>
#include <algorithm>

namespace core::dispatch {

using domain::AnswerKind;
using domain::BreakerState;
using interfaces::UnitOfWork;

namespace {

constexpr std::chrono::seconds pauseAfterFailure{1};

} // namespace

GatewayHealth::GatewayHealth(const domain::GatewayWithState &gateway, interfaces::Executor &executor, const Clock &clock,
                             QObject *parent)
    : QObject(parent), m_gateway(gateway.profile.id), m_executor(executor), m_clock(clock), m_breaker(gateway.state)
{
    readPause();
}

void GatewayHealth::readPause()
{
    m_pauseUntil = {};
    if (!state().nextProbeAt)
        return; // while open it is the next probe's time, or a longer pause that was asked for
    // A clock that was set back must not make it longer than any that a gateway is granted.
    const Milliseconds left = std::min<Milliseconds>(*state().nextProbeAt - m_clock.now(), longestThrottle);
    m_pauseUntil = {m_clock.ticks() + left, m_clock.now() + left};
}

bool GatewayHealth::mayBegin() const
{
    return pause() == Milliseconds::zero() && (m_breaker.isClosed() || m_breaker.mayProbe(m_clock.now()));
}

Milliseconds GatewayHealth::pause() const
{
    const auto byTicks = std::chrono::ceil<Milliseconds>(m_pauseUntil.ticks - m_clock.ticks());
    return std::max(Milliseconds::zero(), std::min(byTicks, m_pauseUntil.instant - m_clock.now()));
}

std::optional<Milliseconds> GatewayHealth::untilItMayBegin() const
{
    if (const Milliseconds left = pause(); left > Milliseconds::zero())
        return left;
    if (state().breaker != BreakerState::Open || mayBegin())
        return std::nullopt;
    return std::max(Milliseconds{1}, *state().nextProbeAt - m_clock.now());
}

bool GatewayHealth::begun()
{
    if (m_breaker.isClosed())
        return false;
    m_breaker.probeBegun();
    return true;
}

void GatewayHealth::answered(const interfaces::GatewayAnswer &answer, bool probe)
{
    const QString label = domain::errorLabel(answer.kind, answer.httpStatus);
    if (answer.kind == AnswerKind::RefusedUs || answer.kind == AnswerKind::Misconfigured) {
        stop(BreakerState::Attention, label);
        return;
    }
    if (answer.kind == AnswerKind::Throttled) {
        const Milliseconds asked = throttlePause(answer);
        if (asked > pause())
            m_pauseUntil = {m_clock.ticks() + asked, m_clock.now() + asked};
    }
    bool isNews = m_breaker.answered(answer.kind, probe, label, m_clock.now(), m_clock.ticks());
    if (answer.kind == AnswerKind::Throttled)
        isNews = m_breaker.waitUntil(m_clock.now() + throttlePause(answer), label, m_clock.now()) || isNews;
    if (isNews)
        save();
}

void GatewayHealth::stop(BreakerState why, const QString &reason)
{
    if (m_breaker.stop(why, reason, m_clock.now()))
        save();
}

void GatewayHealth::mend()
{
    m_breaker.reset(m_clock.now());
    save();
}

void GatewayHealth::stateRead(const domain::GatewayState &stored, int savesSeen)
{
    const bool current = m_savesPending == 0 && savesSeen == m_saves;
    if (!current || stored.breaker != BreakerState::Closed || stored == state())
        return;
    // What closes by hand waits for nothing; anything else is what another dispatcher was asked to wait. The longer one
    // counts.
    const bool byHand = !stored.nextProbeAt;
    const bool longer = isClosed() && stored.nextProbeAt > state().nextProbeAt;
    if (!byHand && !longer)
        return;
    m_breaker.adopt(stored);
    readPause();
}

void GatewayHealth::save()
{
    ++m_saves;
    ++m_savesPending;
    qCInfo(logDispatch).noquote() << QStringLiteral("gateway=%1 state=%2 reason=%3")
                                         .arg(m_gateway.text(), toText(state().breaker), logValue(state().reason));
    write();
}

void GatewayHealth::write()
{
    whenDone(
        m_executor.write(interfaces::Lane::Interactive,
                         [id = m_gateway, state = state()](UnitOfWork &unit) { return unit.gateways.saveState(id, state); }),
        this, [this](const Status &written) {
            const bool mayWorkLater =
                !written && (written.error().kind == ErrorKind::Unavailable || written.error().kind == ErrorKind::Timeout);
            if (mayWorkLater) {
                QTimer::singleShot(pauseAfterFailure, this, &GatewayHealth::write);
                return;
            }
            --m_savesPending; // also where the gateway is gone
            Q_EMIT saved();
        });
}

} // namespace core::dispatch
