// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Everything that goes through one gateway: what may start now, what is open, what the answers mean for the gateway.
 *
 * Claims nothing from the database: the dispatcher brings claimed messages and asks how many more are wanted. Trouble of one
 * gateway stays within its lane.
 */
#pragma once

#include "core/base/clock.h"
#include "core/dispatch/circuitbreaker.h"
#include "core/dispatch/flowtable.h"
#include "core/dispatch/ratelimiter.h"
#include "core/dispatch/ratemeter.h"
#include "core/dispatch/resultwriter.h"
#include "core/interfaces/enginemonitor.h"
#include "core/interfaces/executor.h"
#include "core/interfaces/gateway.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <vector>

namespace core::dispatch {

/**
 * Promises:
 *  - A request begins only if its mailing is running, its end lies ahead, its client's window is open, both rate limits and
 *    the gateway's connections allow it and the breaker is closed (or it is the one probe).
 *  - `sending` is committed before the request begins.
 *  - Every message handed over by take() is sent, given back, or settled.
 *
 * Thread: dispatch.
 */
class SendLane : public QObject
{
    Q_OBJECT

public:
    SendLane(const domain::GatewayWithState &gateway, interfaces::Executor &executor, ResultWriter &results,
             const Clock &clock, QObject *parent = nullptr);
    ~SendLane() override;

    /** A new link to the gateway; one that still has open requests is kept until they are answered. */
    void connectTo(std::unique_ptr<interfaces::Gateway> link);
    [[nodiscard]] bool hasLink() const { return m_link != nullptr; }
    void setProfile(const domain::GatewayProfile &profile);
    [[nodiscard]] const domain::GatewayProfile &profile() const { return m_profile; }
    [[nodiscard]] const domain::GatewayState &state() const { return m_breaker.state(); }
    /** The state as read from the database: one that someone closed by hand is taken over. */
    void stateRead(const domain::GatewayState &stored, int savesSeen);
    /** How often the state was saved; read it before reading the database. */
    [[nodiscard]] int saves() const { return m_saves; }
    void stop(domain::BreakerState why, const QString &reason);

    /** The flow of this mailing, made if it is new; brought up to date if it is not. */
    MailingFlow &adopt(const MailingPlan &plan);
    [[nodiscard]] FlowTable &flows() { return m_flows; }
    /** Gives back everything of this mailing that has not begun. */
    void drop(MailingId id);
    /** The same for all mailings; what is open goes on. */
    void dropAll();
    /** Cuts what is open of mailings that have ended. */
    void cutEnded();

    void take(MailingFlow &flow, PreparedMessage message);
    /** True from take() until the message was answered, settled or given back. */
    [[nodiscard]] bool holds(MessageId id) const { return m_held.contains(id); }
    /** How many more messages are wanted now. */
    [[nodiscard]] int appetite() const;
    /** Marks and sends what may go; called again whenever something may have changed. */
    void pump();
    /** When pump() should be called again if nothing else happens. */
    [[nodiscard]] std::optional<Milliseconds> nextPump();
    [[nodiscard]] int open() const { return int(m_open.size()); }
    /** Nothing is open, being marked or being saved. */
    [[nodiscard]] bool isQuiet() const { return m_open.isEmpty() && m_marking.isEmpty() && m_savesPending == 0; }
    [[nodiscard]] interfaces::GatewayActivity activity();

Q_SIGNALS:
    /** Something was answered, or marked: call pump(). */
    void wantsPump();
    void accepted();

private:
    struct OpenRequest
    {
        PreparedMessage message;
        MailingId mailing;
        Instant endAt{};
        int number = 1;
        bool probe = false;
        Ticks begunAt{};
    };

    [[nodiscard]] bool mayBegin() const;
    void giveBackWhatMayNotBegin();
    [[nodiscard]] int markable(Ticks ticks) const;
    void mark();
    void marked(const QList<MessageId> &asked, const Result<QList<MessageId>> &result);
    void sendReady();
    bool sendNextOf(MailingFlow &flow, Instant now, Ticks ticks);
    void begin(MailingFlow &flow, PreparedMessage message, Instant now, Ticks ticks);
    void answered(qint64 requestId, const interfaces::GatewayAnswer &answer);
    void noteForGateway(const OpenRequest &request, const interfaces::GatewayAnswer &answer, Instant now);
    void giveBack(const PreparedMessage &message, Instant nextAttemptAt);
    void release(const QList<MessageId> &ids);
    void saveState();
    void logAttempt(const OpenRequest &request, const interfaces::GatewayAnswer &answer) const;

    interfaces::Executor &m_executor;
    ResultWriter &m_results;
    const Clock &m_clock;
    domain::GatewayProfile m_profile;
    std::unique_ptr<interfaces::Gateway> m_link;
    std::vector<std::unique_ptr<interfaces::Gateway>> m_retiring;
    CircuitBreaker m_breaker;
    mutable RateLimiter m_limiter;
    RateMeter m_begunMeter;
    FlowTable m_flows;
    QHash<qint64, OpenRequest> m_open;
    QHash<MessageId, std::pair<MailingId, PreparedMessage>> m_marking;
    QSet<MessageId> m_held;
    Ticks m_notBefore{}; ///< the gateway asked for a pause
    int m_saves = 0;
    int m_savesPending = 0;
};

} // namespace core::dispatch
