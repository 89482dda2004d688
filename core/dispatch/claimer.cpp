// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/claimer.h"

#include "core/dispatch/messagepreparer.h"

#include <algorithm>

namespace core::dispatch {

using interfaces::ClaimedMessage;
using interfaces::Lane;
using interfaces::UnitOfWork;

namespace {

constexpr std::chrono::seconds pollInterval{1}; ///< how long an empty claim is believed

} // namespace

Claimer::Claimer(interfaces::Executor &executor, ResultWriter &results, LaneMap &lanes, const Clock &clock, QObject *parent)
    : QObject(parent), m_executor(executor), m_results(results), m_lanes(lanes), m_clock(clock)
{}

void Claimer::claimFor(SendLane &lane)
{
    int budget = lane.appetite();
    const Instant now = m_clock.now();
    for (const domain::Priority priority : {domain::Priority::High, domain::Priority::Normal}) {
        QList<MailingFlow *> hungry;
        for (const MailingId id : lane.flows().mailings()) {
            MailingFlow *flow = lane.flows().find(id);
            const bool home = flow->plan.gateway == lane.profile().id;
            if (home && flow->plan.priority == priority && !flow->claiming && flow->nextClaimAt <= m_clock.ticks() &&
                flow->plan.endAt > now)
                hungry.append(flow);
        }
        for (qsizetype i = 0; i < hungry.size() && budget > 0; ++i) {
            const int share = std::max<int>(1, budget / int(hungry.size() - i));
            const double own = hungry[i]->plan.rate ? 1 + 2 * *hungry[i]->plan.rate - double(hungry[i]->inHand()) : share;
            const int limit = std::min(share, int(std::max(0.0, own)));
            if (limit == 0)
                continue;
            budget -= limit;
            claim(lane, *hungry[i], limit);
        }
    }
}

void Claimer::claim(SendLane &lane, MailingFlow &flow, int limit)
{
    flow.claiming = true;
    ++m_claims;
    const Instant now = m_clock.now();
    const interfaces::Claim request{flow.plan.id, limit, now, now + leaseTime, !flow.plan.text.isStatic()};
    m_executor
        .write(Lane::Dispatch,
               [request](UnitOfWork &unit) -> Result<ClaimAnswer> {
                   ClaimAnswer answer;
                   HELIOGRAPH_ASSIGN(answer.messages, unit.messages.claim(request));
                   if (answer.messages.size() < request.limit) {
                       HELIOGRAPH_ASSIGN(answer.nextDue, unit.messages.nextDue(request.mailing));
                   }
                   return answer;
               })
        .then(this, [this, gateway = lane.profile().id, mailing = flow.plan.id, limit, until = request.leaseUntil](
                        const Result<ClaimAnswer> &answer) { claimed(gateway, mailing, limit, until, answer); });
}

void Claimer::claimed(GatewayId gateway, MailingId mailing, int asked, Instant leaseUntil, const Result<ClaimAnswer> &answer)
{
    const auto found = m_lanes.find(gateway);
    SendLane *lane = found == m_lanes.end() ? nullptr : found->second.get();
    MailingFlow *flow = lane ? lane->flows().find(mailing) : nullptr;
    const Instant now = m_clock.now();
    --m_claims;
    if (flow)
        flow->claiming = false;
    if (!answer) {
        Q_EMIT failed(answer.error().code);
        if (flow)
            flow->nextClaimAt = m_clock.ticks() + pollInterval;
        return;
    }
    if (!flow || m_stopped) {
        QList<MessageId> ids;
        for (const ClaimedMessage &message : answer->messages)
            ids.append(message.id);
        if (!ids.isEmpty())
            m_executor.write(Lane::Dispatch, [ids](UnitOfWork &unit) { return unit.messages.release(ids, std::nullopt); });
        Q_EMIT wantsPump();
        return;
    }
    Q_EMIT failed({});
    if (answer->messages.size() < asked) {
        const Milliseconds untilDue = answer->nextDue.value_or(now + pollInterval) - now;
        flow->nextClaimAt = m_clock.ticks() + std::clamp<Milliseconds>(untilDue, Milliseconds{0}, pollInterval);
    }
    QHash<qint64, QList<MessageId>> postponed;
    for (const ClaimedMessage &message : answer->messages)
        distribute(message, *lane, *flow, leaseUntil, postponed);
    postpone(postponed);
    Q_EMIT wantsPump();
}

void Claimer::distribute(const ClaimedMessage &message, SendLane &home, MailingFlow &flow, Instant leaseUntil,
                         QHash<qint64, QList<MessageId>> &postponed)
{
    SendLane *lane = &home;
    MailingFlow *target = &flow;
    if (message.firm && message.firmGateway != home.profile().id) {
        // A request by another gateway may have been accepted: only that gateway recognises the repeat.
        const auto found = m_lanes.find(message.firmGateway);
        if (found == m_lanes.end()) {
            settleOrphan(message);
            return;
        }
        lane = found->second.get();
        target = &lane->adopt(flow.plan);
    }
    // A lease that ran out while the computer slept: what is in hand already is not taken twice.
    if (lane->holds(message.id))
        return;
    Preparation preparation = prepare(message, *target, leaseUntil, m_clock.now());
    if (auto *ready = std::get_if<PreparedMessage>(&preparation))
        lane->take(*target, std::move(*ready));
    else if (const auto *later = std::get_if<Postponed>(&preparation))
        postponed[toMs(later->until)].append(message.id);
    else
        m_results.add(std::get<interfaces::MessageOutcome>(std::move(preparation)));
}

void Claimer::settleOrphan(const ClaimedMessage &message)
{
    interfaces::MessageOutcome outcome;
    outcome.id = message.id;
    outcome.status = domain::MessageStatus::Unknown;
    outcome.at = m_clock.now();
    outcome.firm = true;
    outcome.error = domain::MessageError{domain::AnswerKind::GatewayGone, 0, {}};
    m_results.add(std::move(outcome));
}

void Claimer::postpone(const QHash<qint64, QList<MessageId>> &postponed)
{
    if (postponed.isEmpty())
        return;
    m_executor.write(Lane::Dispatch, [postponed](UnitOfWork &unit) -> Status {
        for (auto group = postponed.cbegin(); group != postponed.cend(); ++group)
            HELIOGRAPH_TRY(unit.messages.release(group.value(), instantFromMs(group.key())));
        return {};
    });
}

} // namespace core::dispatch
