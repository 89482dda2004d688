// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/claimer.h"

#include "core/base/async.h"
#include "core/dispatch/messagepreparer.h"
#include "core/dispatch/outcomedecision.h"
#include "core/interfaces/mailingrepository.h"

#include <algorithm>

namespace core::dispatch {

using interfaces::ClaimedMessage;
using interfaces::Lane;
using interfaces::UnitOfWork;

namespace {

constexpr int batchesAtOnce = 4;                 ///< the executor commits those together that wait together
constexpr std::chrono::seconds pollInterval{1};  ///< how long an empty claim is believed
constexpr std::chrono::seconds foreignPause{15}; ///< how long a repeat waits for a gateway that takes no more

} // namespace

Claimer::Claimer(const InstanceId &self, interfaces::Executor &executor, ResultWriter &results, LaneMap &lanes,
                 const Clock &clock, QObject *parent)
    : QObject(parent), m_self(self), m_executor(executor), m_results(results), m_lanes(lanes), m_clock(clock)
{}

void Claimer::claimFor(SendLane &lane)
{
    const int wanted = lane.wanted();
    // What mailings of normal priority have in hand already does not keep those of high priority waiting.
    const int high = claimFor(lane, domain::Priority::High, wanted);
    claimFor(lane, domain::Priority::Normal, wanted - high);
}

int Claimer::claimFor(SendLane &lane, domain::Priority priority, int most)
{
    const Instant now = m_clock.now();
    const Ticks ticks = m_clock.ticks();
    QList<MailingFlow *> flows; // which have something in hand or may get it
    lane.flows().forEach([&](MailingFlow &flow) {
        const bool mayHave = flow.nextClaimAt <= ticks && flow.plan.endAt > now && flow.plan.gateway == lane.profile().id;
        if (flow.plan.priority == priority && (mayHave || flow.inHand() > 0 || flow.claiming > 0))
            flows.append(&flow);
    });
    int inHand = 0;
    for (qsizetype i = 0; i < flows.size(); ++i) {
        MailingFlow &flow = *flows[i];
        int share = most <= 0 ? 0 : std::max<int>(1, most / int(flows.size()));
        if (flow.plan.rate)
            share = int(std::min(double(share), 1 + 2 * *flow.plan.rate));
        const int missing = share - int(flow.inHand());
        const bool home = flow.plan.gateway == lane.profile().id;
        // Not one by one: a claim of many costs little more than a claim of one.
        if (home && !flow.claiming && missing > 0 && 2 * missing >= share && flow.nextClaimAt <= ticks &&
            flow.plan.endAt > now)
            claim(lane, flow, missing);
        inHand += int(flow.inHand()) + flow.claiming;
    }
    return inHand;
}

void Claimer::claim(SendLane &lane, MailingFlow &flow, int limit)
{
    std::optional<MailingFlow> draft;
    int number = std::min(limit, batchesAtOnce * SendLane::largestBatch);
    const int soon = std::min(number, lane.moreBeginningSoon());
    // A commit that nobody hears of would leave messages as sending; a lease runs out by itself.
    const bool atOnce = !flow.plan.rate && m_executor.tellsOfEveryCommit();
    if (atOnce && soon >= std::min(number, SendLane::largestBatch)) {
        if (lane.hasUnmarked(flow))
            return; // the pump after that
        number = soon;
        draft.emplace();
        draft->plan = flow.plan;
        draft->hours = flow.hours;
    }
    flow.claimsAtOnce = draft.has_value();
    for (int left = number; left > 0; left -= SendLane::largestBatch)
        ask(lane, flow, std::min(left, SendLane::largestBatch), draft);
}

void Claimer::ask(const SendLane &lane, MailingFlow &flow, int limit, const std::optional<MailingFlow> &draft)
{
    flow.claiming += limit;
    ++m_claims;
    const Instant now = m_clock.now();
    const Asked asked{lane.profile().id,
                      flow.number,
                      flow.plan.textVersion,
                      {.mailing = flow.plan.id,
                       .limit = limit,
                       .now = now,
                       .leaseUntil = now + leaseTime,
                       .withAttributes = !flow.plan.text.isStatic(),
                       .withOperatorCode = flow.plan.text.namesOperatorCode(),
                       .by = m_self},
                      m_clock.ticks()};
    whenDone(m_executor.write(Lane::Dispatch, [asked, draft](UnitOfWork &unit) { return answer(unit, asked, draft); }), this,
             [this, asked](const Result<ClaimAnswer> &answer) { claimed(asked, answer); });
}

Result<Claimer::ClaimAnswer> Claimer::answer(UnitOfWork &unit, const Asked &asked, const std::optional<MailingFlow> &draft)
{
    ClaimAnswer answer;
    interfaces::Claim claim = asked.claim;
    std::optional<MailingFlow> flow = draft;
    if (flow) {
        answer.sending.reserve(std::size_t(claim.limit));
        claim.intentOf = [&](const ClaimedMessage &message) -> std::optional<interfaces::SendIntent> {
            Preparation preparation = prepare(message, *flow, claim.leaseUntil, claim.now);
            auto *ready = std::get_if<PreparedMessage>(&preparation);
            if (!ready)
                return std::nullopt; // it is prepared once more, and put off or settled
            const MailingPlan &plan = flow->plan;
            answer.sending.push_back(std::move(*ready));
            return intentFor(answer.sending.back(), asked.gateway, plan.id, plan.textVersion, plan.goesOutAsWritten);
        };
    }
    HELIOGRAPH_ASSIGN(answer.messages, unit.messages.claim(claim));
    if (answer.messages.size() + qsizetype(answer.sending.size()) < claim.limit) {
        HELIOGRAPH_ASSIGN(answer.nextDue, unit.messages.nextDue(claim.mailing));
    }
    return answer;
}

void Claimer::claimed(const Asked &asked, const Result<ClaimAnswer> &answer)
{
    const auto found = m_lanes.find(asked.gateway);
    SendLane *lane = found == m_lanes.end() ? nullptr : found->second.get();
    MailingFlow *flow = lane ? lane->flows().find(asked.claim.mailing) : nullptr;
    const Instant now = m_clock.now();
    --m_claims;
    m_times.add(m_clock.ticks() - asked.at);
    if (flow && flow->number == asked.flow)
        flow->claiming -= asked.claim.limit;
    if (!answer) {
        Q_EMIT failed(answer.error().code);
        if (flow)
            flow->nextClaimAt = m_clock.ticks() + pollInterval;
        Q_EMIT wantsPump(); // who stops waits for the last claim
        return;
    }
    Q_EMIT failed({});
    // A text that was edited meanwhile may need fields that were not read.
    if (!flow || m_stopped || flow->plan.textVersion != asked.textVersion) {
        giveBack(*answer);
        Q_EMIT wantsPump();
        return;
    }
    if (answer->messages.size() + qsizetype(answer->sending.size()) < asked.claim.limit) {
        const Milliseconds untilDue = answer->nextDue.value_or(now + pollInterval) - now;
        flow->nextClaimAt = m_clock.ticks() + std::clamp<Milliseconds>(untilDue, Milliseconds{0}, pollInterval);
    }
    for (const PreparedMessage &message : answer->sending)
        lane->takeSending(*flow, message);
    PutOff later;
    for (const ClaimedMessage &message : answer->messages)
        distribute(message, *lane, *flow, asked.claim.leaseUntil, later);
    putOff(flow->plan, later);
    Q_EMIT wantsPump();
}

void Claimer::distribute(const ClaimedMessage &message, SendLane &home, MailingFlow &flow, Instant leaseUntil,
                         PutOff &putOff)
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
        if (lane->flows().inHand() >= lane->wanted()) {
            putOff.foreign.append(message.id);
            return;
        }
        target = &lane->adopt(flow.plan);
    }
    // A lease that ran out while the computer slept: what is in hand already is not taken twice.
    if (lane->holds(message.id))
        return;
    Preparation preparation = prepare(message, *target, leaseUntil, m_clock.now());
    if (auto *ready = std::get_if<PreparedMessage>(&preparation))
        lane->take(*target, std::move(*ready));
    else if (const auto *later = std::get_if<Postponed>(&preparation))
        putOff.closed[{later->until, message.claimedAt}].append(message.id);
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

void Claimer::giveBack(const ClaimAnswer &answer)
{
    for (const PreparedMessage &message : answer.sending)
        m_results.add(notBegun(message.claimed, m_clock.now()));
    QList<MessageId> ids;
    for (const ClaimedMessage &message : answer.messages)
        ids.append(message.id);
    if (!ids.isEmpty())
        m_executor.write(Lane::Dispatch,
                         [ids, self = m_self](UnitOfWork &unit) { return unit.messages.release(ids, std::nullopt, self); });
}

void Claimer::putOff(const MailingPlan &plan, const PutOff &messages)
{
    // If it fails, the leases run out by themselves.
    if (!messages.foreign.isEmpty())
        m_executor.write(Lane::Dispatch, [ids = messages.foreign, until = m_clock.now() + foreignPause, self = m_self](
                                             UnitOfWork &unit) { return unit.messages.release(ids, until, self); });
    if (messages.closed.isEmpty())
        return;
    // In turn with the edits of people: who widened the window since has woken what waited, but nothing in our hands.
    m_executor.write(
        Lane::Interactive,
        [id = plan.id, window = plan.window, closed = messages.closed, self = m_self](UnitOfWork &unit) -> Status {
            HELIOGRAPH_ASSIGN(const domain::Mailing mailing, unit.mailings.find(id));
            const bool isAsPlanned = mailing.window == window;
            for (auto group = closed.cbegin(); group != closed.cend(); ++group) {
                const auto &[until, claimedAt] = group.key();
                HELIOGRAPH_TRY(isAsPlanned ? unit.messages.putOff(group.value(), until, claimedAt, self)
                                           : unit.messages.release(group.value(), std::nullopt, self));
            }
            return {};
        });
}

} // namespace core::dispatch
