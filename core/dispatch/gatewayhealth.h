// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Whether a gateway takes messages now: its breaker, the pause it asked for, and the state that is stored with it.
 *
 * Knows no messages and no limits; core/dispatch/sendlane asks it before each request and tells it each answer.
 */
#pragma once

#include "core/base/moment.h"
#include "core/dispatch/circuitbreaker.h"
#include "core/interfaces/executor.h"
#include "core/interfaces/gateway.h"

#include <QObject>

namespace core::dispatch {

/**
 * Promises:
 *  - Every change of the state is stored, sooner or later, so that it survives a restart and operators see it.
 *  - What the gateway asked us to wait is stored with the state.
 *  - A pause ends when either clock says so: one stands still while the computer sleeps, the other may jump back.
 *
 * Thread: dispatch.
 */
class GatewayHealth : public QObject
{
    Q_OBJECT

public:
    GatewayHealth(const domain::GatewayWithState &gateway, interfaces::Executor &executor, const Clock &clock,
                  QObject *parent = nullptr);

    [[nodiscard]] const domain::GatewayState &state() const { return m_breaker.state(); }
    [[nodiscard]] bool isClosed() const { return m_breaker.isClosed(); }
    /** A request may begin: everything is well, or it is time for the one probe. */
    [[nodiscard]] bool mayBegin() const;
    /** What is left of the pause that the gateway asked for; zero: none. */
    [[nodiscard]] Milliseconds pause() const;
    /** When mayBegin() becomes true by itself; nothing: it is, or only an answer or a person can make it so. */
    [[nodiscard]] std::optional<Milliseconds> untilItMayBegin() const;

    /** A request begins; true: it is the probe. */
    bool begun();
    /** The probe told nothing: we hung up ourselves. */
    void probeAbandoned() { m_breaker.probeAbandoned(); }
    void answered(const interfaces::GatewayAnswer &answer, bool probe);
    /** Attention or KeyMissing, until somebody mends it. */
    void stop(domain::BreakerState why, const QString &reason);
    /** What stopped it is gone. */
    void mend();

    /**
     * The state as read from the database: one that someone closed by hand is taken over, and so is what another dispatcher
     * was asked to wait.
     */
    void stateRead(const domain::GatewayState &stored, int savesSeen);
    /** How often the state was saved; read it before reading the database. */
    [[nodiscard]] int saves() const { return m_saves; }
    [[nodiscard]] bool isSaved() const { return m_savesPending == 0; }

Q_SIGNALS:
    void saved();

private:
    /** The pause is what the state says. */
    void readPause();
    void save();
    /** The state of now; again until storage takes it. */
    void write();

    const GatewayId m_gateway;
    interfaces::Executor &m_executor;
    const Clock &m_clock;
    CircuitBreaker m_breaker;
    Moment m_pauseUntil;
    int m_saves = 0;
    int m_savesPending = 0;
};

} // namespace core::dispatch
