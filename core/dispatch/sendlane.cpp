// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/sendlane.h"

#include "core/dispatch/outcomedecision.h"

#include <QHash>
#include <QRandomGenerator>
#include <algorithm>

namespace core::dispatch {

using domain::AnswerKind;
using domain::BreakerState;
using interfaces::Lane;
using interfaces::UnitOfWork;

namespace {

constexpr int fewestInHand = 1000;                   ///< in hands that are full …
constexpr int mostInHand = 4000;                     ///< … of a lane that begins 32 000 messages in a second or more
constexpr Milliseconds markAhead{500};               ///< what is marked should begin within this time …
constexpr std::chrono::seconds longestReady{1};      ///< … and is looked at again if it did not within this
constexpr Milliseconds longestPauseInHand{5 * 1000}; ///< what is claimed waits through it
constexpr Milliseconds clockGrain{5};                ///< a request cut at its mailing's end may answer this much before it

} // namespace

SendLane::SendLane(const domain::GatewayWithState &gateway, const InstanceId &self, interfaces::Executor &executor,
                   ResultWriter &results, MailingLimiters &limiters, const Clock &clock, QObject *parent)
    : QObject(parent), m_self(self), m_executor(executor), m_results(results), m_limiters(limiters), m_clock(clock),
      m_profile(gateway.profile), m_health(gateway, executor, clock),
      m_open(gateway.profile.id, clock, [this](const auto &request, const auto &answer) { answered(request, answer); }),
      m_limiter(rate()), m_intents(gateway.profile.id, self, executor, clock)
{
    connect(&m_intents, &IntentWriter::marked, this, &SendLane::takeMarked);
    connect(&m_health, &GatewayHealth::saved, this, &SendLane::wantsPump);
}

SendLane::~SendLane() = default;

void SendLane::setProfile(const domain::GatewayProfile &profile)
{
    const bool otherRate = profile.rate != m_profile.rate || profile.rateUnit != m_profile.rateUnit;
    m_profile = profile;
    m_limiter.setRate(rate());
    // What was claimed for another rate would wait here while others could use it.
    if (otherRate)
        dropAll();
}

void SendLane::setShare(const Share &share)
{
    if (share == m_share)
        return;
    const auto partOf = [this](const Share &one) { return m_profile.rate ? one.of(*m_profile.rate) : 0; };
    const bool grows = partOf(share) > partOf(m_share);
    m_share = share;
    m_limiter.setRate(rate());
    if (grows) // whoever had it until now, or the program before this one, may have begun all that it allows
        m_limiter.assumeUsedUp(m_clock.ticks(), *m_profile.rate);
    dropAll(); // others may take their part of it
}

std::optional<double> SendLane::rate() const
{
    if (!m_profile.rate || m_share.of(*m_profile.rate) <= 0) // without connections nothing begins
        return std::nullopt;
    return m_share.of(*m_profile.rate);
}

bool SendLane::isQuiet() const
{
    return m_open.count() == 0 && m_intents.isIdle() && !m_intents.isInDoubt() && m_health.isSaved();
}

int SendLane::connections() const
{
    if (m_profile.rate && m_share.of(*m_profile.rate) <= 0)
        return 0;
    return m_share.of(m_profile.connections);
}

void SendLane::stop(BreakerState why, const QString &reason)
{
    m_health.stop(why, reason);
    dropAll();
}

MailingFlow &SendLane::adopt(const MailingPlan &plan)
{
    MailingFlow &flow = m_flows.flowOf(plan.id);
    const bool isNew = !flow.limiter;
    if (isNew)
        flow.limiter = m_limiters.of(plan.id, m_clock.ticks());
    if (isNew || flow.plan.window != plan.window)
        flow.hours = OpeningHours(plan.window);
    if (!isNew && (flow.plan.textVersion != plan.textVersion || flow.plan.rate != plan.rate)) {
        // What was rendered with the old text, or claimed for another rate, goes back and is claimed again.
        drop(plan.id);
        return adopt(plan);
    }
    flow.limiter->setRate(plan.rate);
    if (!isNew && flow.plan.endAt != plan.endAt)
        m_open.setEnd(plan.id, plan.endAt);
    flow.plan = plan;
    return flow;
}

void SendLane::drop(MailingId id)
{
    giveBackUnsent(m_open.withdraw(id));
    dropFlow(id);
}

void SendLane::giveBackUnsent(const std::vector<OpenRequest> &requests)
{
    for (const OpenRequest &request : requests) {
        if (request.probe)
            m_health.probeAbandoned();
        giveBack(request.message);
    }
}

void SendLane::dropFlow(MailingId id)
{
    const MailingFlow *flow = m_flows.find(id);
    if (!flow)
        return;
    QList<MessageId> claimed;
    for (const PreparedMessage &message : flow->claimed)
        claimed.append(message.claimed.id);
    for (const PreparedMessage &message : flow->ready)
        giveBack(message);
    m_flows.remove(id);
    release(claimed);
}

void SendLane::dropAll()
{
    giveBackUnsent(m_open.withdraw());
    for (const MailingId id : m_flows.mailings())
        dropFlow(id);
}

void SendLane::take(MailingFlow &flow, PreparedMessage message)
{
    m_held.insert(message.claimed.id);
    flow.claimed.push_back(std::move(message));
}

int SendLane::moreBeginningSoon()
{
    if (!m_open.recognisesRepeats() || m_profile.rate || !m_health.isClosed() || !mayBegin())
        return 0;
    return beginningSoon() - m_flows.ready() - m_flows.readySoon() - m_intents.count();
}

bool SendLane::hasUnmarked(const MailingFlow &flow) const
{
    return !flow.claimed.empty() || m_intents.holds(flow.plan.id);
}

void SendLane::takeSending(MailingFlow &flow, PreparedMessage message)
{
    m_held.insert(message.claimed.id);
    message.markedAt = Moment::now(m_clock);
    flow.ready.push_back(std::move(message));
}

int SendLane::beginningSoon()
{
    return int(m_begunMeter.perSecond(m_clock.ticks()) * std::chrono::duration<double>(markAhead).count());
}

int SendLane::fullHands()
{
    constexpr int partOfSoon = 4;
    return std::clamp(beginningSoon() / partOfSoon, fewestInHand, mostInHand);
}

int SendLane::weightOf(const PreparedMessage &message) const
{
    return m_profile.rateUnit == domain::RateUnit::Parts ? std::max(1, message.segments) : 1;
}

int SendLane::wanted()
{
    if (!m_open.hasLink() || !m_profile.enabled || m_results.isStuck() || m_health.pause() > Milliseconds::zero() ||
        connections() == 0)
        return 0;
    if (!m_health.isClosed())
        return m_health.mayBegin() ? 1 : 0;
    const int most = m_open.recognisesRepeats() ? fullHands() : 2 * connections();
    const auto perSecond = rate();
    return perSecond ? int(std::min(double(most), 1 + 2 * *perSecond)) : most;
}

bool SendLane::mayBegin() const
{
    return m_open.hasLink() && m_profile.enabled && !m_results.isStuck() && m_health.mayBegin();
}

void SendLane::giveBackWhatMayNotBegin()
{
    const bool soon = m_open.hasLink() && m_profile.enabled && m_health.isClosed() && m_health.pause() < longestPauseInHand;
    if (connections() > 0 && (soon || mayBegin()))
        return;
    for (const PreparedMessage &message : m_flows.takeReady())
        giveBack(message);
}

void SendLane::pump()
{
    giveBackWhatMayNotBegin();
    sendReady();
    mark();
}

int SendLane::markable()
{
    const int free = connections() - m_open.count() - m_flows.ready() - m_flows.readySoon();
    if (!m_health.isClosed())
        return m_flows.ready() == 0 ? std::min(free, 1) : 0;
    if (!m_open.recognisesRepeats())
        return free;
    // No more than will begin soon: what is marked is not looked at again before it goes out.
    return std::min(largestBatch, free + beginningSoon());
}

std::vector<TakenMessage> SendLane::takeMarkable()
{
    const Ticks ticks = m_clock.ticks();
    double budget = m_limiter.within(ticks, markAhead);
    m_flows.forEach([&](MailingFlow &flow) {
        for (const PreparedMessage &message : flow.ready)
            budget -= weightOf(message);
    });
    QHash<MailingId, int> takenOf;
    const auto mayGive = [&](MailingFlow &flow) {
        return flow.limiter->within(ticks, markAhead) > int(flow.ready.size()) + takenOf.value(flow.plan.id);
    };
    std::vector<TakenMessage> taken;
    for (int number = markable(); number > 0 && budget > 0; --number) {
        std::optional<TakenMessage> next = m_flows.takeClaimed(mayGive);
        if (!next)
            break;
        ++takenOf[next->mailing];
        budget -= weightOf(next->message);
        taken.push_back(*std::move(next));
    }
    return taken;
}

void SendLane::mark()
{
    if (!m_intents.isIdle())
        return;
    if (m_intents.isInDoubt()) {
        settleDoubts();
        return;
    }
    if (m_flows.inHand() == m_flows.ready() || !mayBegin())
        return;
    if (std::vector<TakenMessage> messages = takeMarkable(); !messages.empty())
        m_intents.write(std::move(messages));
}

void SendLane::settleDoubts()
{
    if (m_intents.isIdle() && m_intents.isInDoubt())
        m_intents.settle();
}

void SendLane::takeMarked(const MarkedBatch &batch)
{
    QList<MessageId> homeless = batch.refused;
    for (const TakenMessage &taken : batch.ready) {
        MailingFlow *flow = flowFor(taken);
        if (!flow) {
            giveBack(taken.message);
            continue;
        }
        flow->ready.push_back(taken.message);
        flow->ready.back().markedAt = Moment::now(m_clock);
    }
    for (const TakenMessage &taken : batch.unmarked) {
        // It stays claimed; the next pump tries again.
        if (MailingFlow *flow = flowFor(taken))
            flow->claimed.push_front(taken.message);
        else
            homeless.append(taken.message.claimed.id);
    }
    release(homeless);
    if (batch.unmarked.empty() || m_intents.isInDoubt())
        Q_EMIT wantsPump();
}

MailingFlow *SendLane::flowFor(const TakenMessage &taken)
{
    MailingFlow *flow = m_flows.find(taken.mailing);
    if (!flow)
        return nullptr; // paused meanwhile
    // What was edited meanwhile is claimed and rendered anew, unless it has to go out as it did before.
    return flow->plan.textVersion == taken.textVersion || taken.message.claimed.firm ? flow : nullptr;
}

void SendLane::sendReady()
{
    while (mayBegin() && m_open.count() < connections()) {
        if (!m_flows.serveNext([this](MailingFlow &flow) { return sendNextOf(flow); }))
            return;
    }
}

Turn SendLane::sendNextOf(MailingFlow &flow)
{
    const Instant now = m_clock.now();
    const Ticks ticks = m_clock.ticks(); // read for each request: handing many over takes its time
    if (flow.plan.endAt <= now)
        return Turn::Passed;
    for (; !flow.ready.empty(); flow.ready.pop_front()) {
        PreparedMessage &next = flow.ready.front();
        // By either clock: what a pause or an opt-out came before while the computer slept must not go out.
        if (ticks - next.markedAt.ticks > longestReady || now - next.markedAt.instant > longestReady) {
            giveBack(next);
            continue;
        }
        // Until when, is found out when it is claimed again.
        if (flow.hours.closedUntil(next.claimed.timezone, now)) {
            giveBack(next);
            continue;
        }
        if (flow.limiter->wait(ticks).count() > 0)
            return Turn::Passed;
        if (m_limiter.wait(ticks, weightOf(next)).count() > 0)
            return Turn::Held;
        PreparedMessage message = std::move(next);
        flow.ready.pop_front();
        begin(flow, std::move(message));
        return Turn::Used;
    }
    return Turn::Passed;
}

void SendLane::begin(MailingFlow &flow, PreparedMessage message)
{
    const Ticks ticks = m_clock.ticks();
    m_limiter.take(ticks, weightOf(message));
    flow.limiter->take(ticks);
    m_begunMeter.count(ticks);
    OpenRequest request;
    request.mailing = flow.plan.id;
    request.endAt = flow.plan.endAt;
    request.number = message.claimed.attempts + 1;
    request.probe = m_health.begun();
    request.message = std::move(message);
    m_open.begin(std::move(request), m_profile.timeout);
}

void SendLane::answered(const OpenRequest &request, const interfaces::GatewayAnswer &answer)
{
    m_held.remove(request.message.claimed.id);
    const Instant now = m_clock.now();
    const AnsweredAttempt attempt{.message = request.message.claimed.id,
                                  .mailing = request.mailing,
                                  .requestId = request.message.claimed.requestId,
                                  .number = request.number,
                                  .firm = request.message.claimed.firm,
                                  .probe = request.probe,
                                  .recognisesRepeats = request.recognisesRepeats,
                                  .answeredAt = now,
                                  .deadline = request.endAt,
                                  .draw = QRandomGenerator::global()->generateDouble()};
    m_results.add(outcomeOf(attempt, answer, RetryPolicy(m_profile.retry)));
    if (answer.kind == AnswerKind::Accepted)
        Q_EMIT accepted();
    // We hung up because the mailing ended: that tells nothing about the gateway, and neither does what another address or
    // secret was answered.
    const bool hungUp = answer.httpStatus == 0 && now + clockGrain >= request.endAt;
    const bool wasClosed = m_health.isClosed();
    if (!hungUp && m_open.isOfPresentLink(request))
        m_health.answered(answer, request.probe);
    else if (request.probe)
        m_health.probeAbandoned();
    if (wasClosed && !m_health.isClosed())
        dropAll();
    Q_EMIT wantsPump();
}

std::optional<Milliseconds> SendLane::nextPump()
{
    if (const auto pause = m_health.untilItMayBegin())
        return pause;
    const Ticks ticks = m_clock.ticks();
    std::optional<Milliseconds> shortest;
    m_flows.forEach([&](MailingFlow &flow) {
        if (flow.inHand() == 0)
            return;
        const bool isReady = !flow.ready.empty();
        const int weight = weightOf(isReady ? flow.ready.front() : flow.claimed.front());
        auto wait = std::chrono::ceil<Milliseconds>(std::max(flow.limiter->wait(ticks), m_limiter.wait(ticks, weight)));
        if (!isReady)
            wait -= markAhead;
        if (wait.count() > 0 && (!shortest || wait < *shortest))
            shortest = wait;
    });
    return shortest;
}

interfaces::GatewayActivity SendLane::activity()
{
    return {.gateway = m_profile.id,
            .open = open(),
            .rate = m_begunMeter.perSecond(m_clock.ticks()),
            .state = state(),
            .enabled = m_profile.enabled,
            .inHand = int(m_held.size()),
            .answers = m_open.answers(),
            .sendTimes = m_open.times()};
}

void SendLane::giveBack(const PreparedMessage &message)
{
    m_held.remove(message.claimed.id);
    m_results.add(notBegun(message.claimed, m_clock.now()));
}

void SendLane::release(const QList<MessageId> &ids)
{
    if (ids.isEmpty())
        return;
    for (const MessageId id : ids)
        m_held.remove(id);
    // If it fails, the leases run out by themselves.
    m_executor.write(Lane::Dispatch,
                     [ids, self = m_self](UnitOfWork &unit) { return unit.messages.release(ids, std::nullopt, self); });
}

} // namespace core::dispatch
