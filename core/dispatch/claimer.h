// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Fetches due messages for the lanes that can take more, fairly among mailings, and makes them ready to send.
 *
 * Sends nothing: that is core/dispatch/sendlane. Asked by the dispatcher whenever a lane may have become hungry.
 */
#pragma once

#include "core/base/histogram.h"
#include "core/dispatch/presence.h"
#include "core/dispatch/sendlane.h"

#include <QObject>
#include <map>

namespace core::dispatch {

using LaneMap = std::map<GatewayId, std::unique_ptr<SendLane>>;

/**
 * Promises:
 *  - Mailings of high priority are served first; among equals each has the same share of what a lane wants in hand.
 *  - A message whose window is shut is put off until it opens; one that cannot be written fails; the rest go to their lanes.
 *  - A message that may have been accepted goes by the gateway of its first request, or becomes unknown if that is gone. It
 *    waits in the database while that gateway can take no more.
 *  - A message is in hand once, also if its lease ran out while the computer slept.
 *
 * Thread: dispatch.
 */
class Claimer : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds leaseTime = Presence::deadAfter;

    /** @param self  this dispatcher; read when something is claimed */
    Claimer(const InstanceId &self, interfaces::Executor &executor, ResultWriter &results, LaneMap &lanes,
            const Clock &clock, QObject *parent = nullptr);

    void claimFor(SendLane &lane);
    /** What is claimed from now on goes straight back. */
    void stop() { m_stopped = true; }
    [[nodiscard]] const Histogram &times() const { return m_times; }
    /** No claim is under way. */
    [[nodiscard]] bool isIdle() const { return m_claims == 0; }

Q_SIGNALS:
    void wantsPump();
    /** @param problem  error code; empty: it works */
    void failed(const QString &problem);

private:
    struct ClaimAnswer
    {
        QList<interfaces::ClaimedMessage> messages;
        std::vector<PreparedMessage> sending; ///< committed as such already
        std::optional<Instant> nextDue;
    };
    /** What was asked for, and for what text. */
    struct Asked
    {
        GatewayId gateway;
        qint64 flow = 0; ///< its number: it may be dropped and made anew meanwhile
        int textVersion = 0;
        interfaces::Claim claim;
        Ticks at{};
    };
    /** Messages that cannot go out now. */
    struct PutOff
    {
        QMap<std::pair<Instant, Instant>, QList<MessageId>> closed; ///< by opening and the time of the claim
        QList<MessageId> foreign;                                   ///< their own gateway takes no more
    };

    /** @param most  to be in the hands of all flows together; returns what is. */
    int claimFor(SendLane &lane, domain::Priority priority, int most);
    void claim(SendLane &lane, MailingFlow &flow, int limit);
    /** One batch. @param draft  how to prepare what goes out at once; nothing: all is leased */
    void ask(const SendLane &lane, MailingFlow &flow, int limit, const std::optional<MailingFlow> &draft);
    /** On the thread of the database. @param draft  how to prepare what goes out at once; nothing: all is leased */
    static Result<ClaimAnswer> answer(interfaces::UnitOfWork &unit, const Asked &asked,
                                      const std::optional<MailingFlow> &draft);
    void claimed(const Asked &asked, const Result<ClaimAnswer> &answer);
    void distribute(const interfaces::ClaimedMessage &message, SendLane &home, MailingFlow &flow, Instant leaseUntil,
                    PutOff &putOff);
    void settleOrphan(const interfaces::ClaimedMessage &message);
    void giveBack(const ClaimAnswer &answer);
    void putOff(const MailingPlan &plan, const PutOff &messages);

    const InstanceId &m_self;
    interfaces::Executor &m_executor;
    ResultWriter &m_results;
    LaneMap &m_lanes;
    const Clock &m_clock;
    Histogram m_times = databaseTimes();
    int m_claims = 0;
    bool m_stopped = false;
};

} // namespace core::dispatch
