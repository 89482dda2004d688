// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Everything that goes through one gateway: what is in hand for it, and what may start now.
 *
 * Claims nothing from the database: the dispatcher brings claimed messages and asks how many more are wanted. Trouble of one
 * gateway stays within its lane.
 */
#pragma once

#include "core/base/clock.h"
#include "core/dispatch/flowtable.h"
#include "core/dispatch/gatewayhealth.h"
#include "core/dispatch/intentwriter.h"
#include "core/dispatch/mailinglimiters.h"
#include "core/dispatch/openrequests.h"
#include "core/dispatch/ratemeter.h"
#include "core/dispatch/resultwriter.h"
#include "core/dispatch/share.h"
#include "core/interfaces/enginemonitor.h"
#include "core/interfaces/executor.h"

#include <QObject>
#include <QSet>

namespace core::dispatch {

/**
 * Promises:
 *  - A request begins only if its mailing is running, its end lies ahead, its client's window is open, both rate limits and
 *    the gateway's connections allow it and the breaker is closed (or it is the one probe).
 *  - `sending` is committed before the request begins, and no more than a second before: so young is the knowledge that the
 *    mailing runs and the client has not opted out.
 *  - Every message handed over by take() or takeSending() is sent, given back, or settled.
 *
 * Thread: dispatch.
 */
class SendLane : public QObject
{
    Q_OBJECT

public:
    static constexpr int largestBatch = 500; ///< committed as sending at once

    /** @param self  this dispatcher; read when something is written */
    SendLane(const domain::GatewayWithState &gateway, const InstanceId &self, interfaces::Executor &executor,
             ResultWriter &results, MailingLimiters &limiters, const Clock &clock, QObject *parent = nullptr);
    ~SendLane() override;

    void connectTo(std::unique_ptr<interfaces::Gateway> link) { m_open.connectTo(std::move(link)); }
    void setProfile(const domain::GatewayProfile &profile);
    /** How much of the gateway's connections and rate is for this dispatcher; nothing until it is said. */
    void setShare(const Share &share);
    [[nodiscard]] const domain::GatewayProfile &profile() const { return m_profile; }
    [[nodiscard]] GatewayHealth &health() { return m_health; }
    [[nodiscard]] const domain::GatewayState &state() const { return m_health.state(); }
    /** Attention or KeyMissing: what has not left is given back. */
    void stop(domain::BreakerState why, const QString &reason);

    /** The flow of this mailing, made if it is new; brought up to date if it is not. */
    MailingFlow &adopt(const MailingPlan &plan);
    [[nodiscard]] FlowTable &flows() { return m_flows; }
    /** Gives back everything of this mailing that has not left: what has begun too, while its connection is made. */
    void drop(MailingId id);
    /** The same for all mailings; what has left goes on. */
    void dropAll();
    /** Cuts what is open of mailings that have ended. */
    void cutEnded() { m_open.cutEnded(); }

    void take(MailingFlow &flow, PreparedMessage message);
    /** The same for one that is committed as sending already. */
    void takeSending(MailingFlow &flow, PreparedMessage message);
    /** How many more would begin within half a second after what is ready, and may be repeated if they are cut. */
    [[nodiscard]] int moreBeginningSoon();
    /** Something of this mailing is claimed and not committed as sending yet. */
    [[nodiscard]] bool hasUnmarked(const MailingFlow &flow) const;
    /** True from when it was taken until the message was answered, settled or given back. */
    [[nodiscard]] bool holds(MessageId id) const { return m_held.contains(id); }
    /** How many claimed and ready messages keep it busy: what is in hand now included. */
    [[nodiscard]] int wanted();
    /** Marks and sends what may go; called again whenever something may have changed. */
    void pump();
    /** Takes back what may have been marked without our hearing of it. pump() does that too. */
    void settleDoubts();
    /** When pump() should be called again if nothing else happens. */
    [[nodiscard]] std::optional<Milliseconds> nextPump();
    [[nodiscard]] int open() const { return m_open.count(); }
    /** Nothing is open, being marked, in doubt or being saved. */
    [[nodiscard]] bool isQuiet() const;
    [[nodiscard]] interfaces::GatewayActivity activity();

Q_SIGNALS:
    /** Something was answered, or marked: call pump(). */
    void wantsPump();
    void accepted();

private:
    /** None also where there is no part of the rate for this dispatcher. */
    [[nodiscard]] int connections() const;
    [[nodiscard]] std::optional<double> rate() const;
    [[nodiscard]] bool mayBegin() const;
    [[nodiscard]] int weightOf(const PreparedMessage &message) const;
    /** How many claimed and ready messages a lane without a rate limit has at most. */
    [[nodiscard]] int fullHands();
    void giveBackUnsent(const std::vector<OpenRequest> &requests);
    void dropFlow(MailingId id);
    void giveBackWhatMayNotBegin();
    [[nodiscard]] int markable();
    /** How many will begin within the time that messages may be marked ahead, as things go now. */
    [[nodiscard]] int beginningSoon();
    [[nodiscard]] std::vector<TakenMessage> takeMarkable();
    void mark();
    void takeMarked(const MarkedBatch &batch);
    /** Where a message goes on that was marked or could not be; nullptr: nowhere. */
    [[nodiscard]] MailingFlow *flowFor(const TakenMessage &taken);
    void sendReady();
    Turn sendNextOf(MailingFlow &flow);
    void begin(MailingFlow &flow, PreparedMessage message);
    void answered(const OpenRequest &request, const interfaces::GatewayAnswer &answer);
    /** It stays as due as it was, whatever the clock did meanwhile. */
    void giveBack(const PreparedMessage &message);
    void release(const QList<MessageId> &ids);

    const InstanceId &m_self;
    interfaces::Executor &m_executor;
    ResultWriter &m_results;
    MailingLimiters &m_limiters;
    const Clock &m_clock;
    domain::GatewayProfile m_profile;
    Share m_share;
    GatewayHealth m_health;
    OpenRequests m_open;
    RateLimiter m_limiter;
    RateMeter m_begunMeter;
    FlowTable m_flows;
    IntentWriter m_intents;
    QSet<MessageId> m_held;
};

} // namespace core::dispatch
