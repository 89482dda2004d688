// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Keeps messages away from a gateway that does not work, and lets one probe through now and then.
 *
 * Arithmetic only; the caller brings the time and stores the state, so that it survives a restart.
 */
#pragma once

#include "core/domain/gatewayprofile.h"
#include "core/domain/message.h"

#include <bitset>

namespace core::dispatch {

/**
 * Opens after five failures in a row with no success in the last second, or 50 failures in the last 100 answers. A failure
 * is no trustworthy answer: transient, timeout, bad answer. While open one probe may go out after 5 s, then 10, 20 … 60 s;
 * the first success closes it. `Attention` (the gateway wants other settings) ends only by reset(). Thread: any one.
 */
class CircuitBreaker
{
public:
    explicit CircuitBreaker(const domain::GatewayState &restored = {});

    [[nodiscard]] const domain::GatewayState &state() const { return m_state; }
    [[nodiscard]] bool isClosed() const { return m_state.breaker == domain::BreakerState::Closed; }
    /** True when the one probe may go out now. */
    [[nodiscard]] bool mayProbe(Instant now) const;
    /** The probe is out: half open until its answer. */
    void probeBegun();
    /** The probe was not sent after all. */
    void probeAbandoned();

    /**
     * Takes note of an answer; true if the state changed. Failures of requests that were out before it opened, and are no
     * probe, tell nothing new. @param label  what operators read as the reason
     */
    bool answered(domain::AnswerKind kind, bool probe, const QString &label, Instant now, Ticks ticks);
    /** Stops everything until someone mends the settings; true if the state changed. */
    bool stop(domain::BreakerState why, const QString &label, Instant now);
    /** The gateway asked us to wait, which neither opens nor closes anything; true if that is news. */
    bool waitUntil(Instant until, const QString &label, Instant now);
    /** Takes over what another dispatcher or a person has stored: closed, waiting or not. */
    void adopt(const domain::GatewayState &stored);
    /** Closes by hand. */
    void reset(Instant now);

private:
    void open(const QString &label, Instant now);
    [[nodiscard]] bool shouldOpen(Ticks ticks) const;

    domain::GatewayState m_state;
    int m_failuresInRow = 0;
    std::optional<Ticks> m_lastSuccess;
    std::bitset<100> m_recent; ///< 1 = failure
};

[[nodiscard]] bool isGatewayFailure(domain::AnswerKind kind);

} // namespace core::dispatch
