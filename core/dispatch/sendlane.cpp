// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/sendlane.h"

#include "core/base/logging.h"
#include "core/dispatch/outcomedecision.h"
#include "core/interfaces/gatewayrepository.h"

#include <QRandomGenerator>

namespace core::dispatch {

using domain::AnswerKind;
using domain::BreakerState;
using interfaces::Lane;
using interfaces::MessageOutcome;
using interfaces::SendIntent;
using interfaces::UnitOfWork;

namespace {

constexpr int markBatch = 500;
constexpr int handsFull = 1000;               ///< claimed and ready messages of a lane without a rate limit
constexpr std::chrono::seconds shortPause{5}; ///< what is ready waits through it
constexpr Milliseconds longestPause = std::chrono::minutes{15};
constexpr Milliseconds clockGrain{5}; ///< a request cut at its mailing's end may answer this much before it

} // namespace

SendLane::SendLane(const domain::GatewayWithState &gateway, interfaces::Executor &executor, ResultWriter &results,
                   const Clock &clock, QObject *parent)
    : QObject(parent), m_executor(executor), m_results(results), m_clock(clock), m_profile(gateway.profile),
      m_breaker(gateway.state), m_limiter(gateway.profile.rate)
{}

SendLane::~SendLane() = default;

void SendLane::connectTo(std::unique_ptr<interfaces::Gateway> link)
{
    if (m_link && m_link->openRequests() > 0)
        m_retiring.push_back(std::move(m_link));
    m_link = std::move(link);
}

void SendLane::setProfile(const domain::GatewayProfile &profile)
{
    const bool otherRate = profile.rate != m_profile.rate;
    m_profile = profile;
    m_limiter.setRate(profile.rate);
    // What was claimed for another rate would wait here while others could use it.
    if (otherRate)
        dropAll();
}

void SendLane::stateRead(const domain::GatewayState &stored, int savesSeen)
{
    const bool current = m_savesPending == 0 && savesSeen == m_saves;
    if (current && stored.breaker == BreakerState::Closed && !m_breaker.isClosed())
        m_breaker.reset(stored.since);
}

void SendLane::stop(BreakerState why, const QString &reason)
{
    if (!m_breaker.stop(why, reason, m_clock.now()))
        return;
    saveState();
    dropAll();
}

MailingFlow &SendLane::adopt(const MailingPlan &plan)
{
    const bool isNew = !m_flows.find(plan.id);
    MailingFlow &flow = m_flows.flowOf(plan.id);
    if (isNew || flow.plan.window != plan.window)
        flow.hours = OpeningHours(plan.window);
    if (!isNew && (flow.plan.textVersion != plan.textVersion || flow.plan.rate != plan.rate)) {
        // What was rendered with the old text, or claimed for another rate, goes back and is claimed again.
        drop(plan.id);
        return adopt(plan);
    }
    flow.limiter.setRate(plan.rate);
    if (!isNew && flow.plan.endAt != plan.endAt) {
        for (OpenRequest &request : m_open) {
            if (request.mailing == plan.id)
                request.endAt = plan.endAt;
        }
    }
    flow.plan = plan;
    return flow;
}

void SendLane::drop(MailingId id)
{
    const MailingFlow *flow = m_flows.find(id);
    if (!flow)
        return;
    QList<MessageId> claimed;
    for (const PreparedMessage &message : flow->claimed)
        claimed.append(message.claimed.id);
    for (const PreparedMessage &message : flow->ready)
        giveBack(message, m_clock.now());
    m_flows.remove(id);
    release(claimed);
}

void SendLane::dropAll()
{
    for (const MailingId id : m_flows.mailings())
        drop(id);
}

void SendLane::cutEnded()
{
    const Instant now = m_clock.now();
    QList<qint64> ended;
    for (auto request = m_open.cbegin(); request != m_open.cend(); ++request) {
        if (request->endAt <= now)
            ended.append(request.key());
    }
    for (const qint64 requestId : ended) {
        m_link->cut(requestId);
        for (const auto &link : m_retiring)
            link->cut(requestId);
    }
}

void SendLane::take(MailingFlow &flow, PreparedMessage message)
{
    m_held.insert(message.claimed.id);
    flow.claimed.push_back(std::move(message));
}

int SendLane::appetite() const
{
    if (!m_link || !m_profile.enabled || m_results.isStuck())
        return 0;
    const int inHand = int(m_marking.size()) + m_flows.inHand();
    const Instant now = m_clock.now();
    int wanted = m_link->recognisesRepeats() ? handsFull : std::min(handsFull, 2 * m_profile.connections);
    if (m_profile.rate)
        wanted = std::min(wanted, 1 + int(2 * *m_profile.rate));
    if (!m_breaker.isClosed())
        wanted = m_breaker.mayProbe(now) ? 1 : 0;
    if (m_clock.ticks() < m_notBefore)
        wanted = 0;
    return std::max(0, wanted - inHand);
}

bool SendLane::mayBegin() const
{
    if (!m_link || !m_profile.enabled || m_results.isStuck() || m_clock.ticks() < m_notBefore)
        return false;
    return m_breaker.isClosed() || m_breaker.mayProbe(m_clock.now());
}

void SendLane::giveBackWhatMayNotBegin()
{
    const bool soon = m_link && m_profile.enabled && m_breaker.isClosed() && m_notBefore - m_clock.ticks() < shortPause;
    if (soon || mayBegin())
        return;
    for (const PreparedMessage &message : m_flows.takeReady())
        giveBack(message, m_clock.now());
}

void SendLane::pump()
{
    std::erase_if(m_retiring, [](const auto &link) { return link->openRequests() == 0; });
    giveBackWhatMayNotBegin();
    sendReady();
    mark();
}

int SendLane::markable(Ticks ticks) const
{
    const int ready = m_flows.ready();
    if (!m_breaker.isClosed())
        return ready == 0 && m_open.isEmpty() ? 1 : 0;
    const int freeConnections = m_profile.connections - int(m_open.size());
    int number = m_link->recognisesRepeats() ? markBatch : freeConnections;
    if (m_profile.rate) {
        // No more than may begin within half a second: what is marked must be written back if the mailing is paused.
        const int soon = 1 + int(*m_profile.rate / 2);
        number = std::min(number, std::max(soon, int(std::min(m_limiter.available(ticks), double(markBatch)))));
    }
    return std::max(0, number - ready);
}

void SendLane::mark()
{
    if (!m_marking.isEmpty() || !mayBegin())
        return;
    QList<SendIntent> intents;
    QList<MessageId> ids;
    for (TakenMessage &taken : m_flows.takeClaimed(markable(m_clock.ticks()))) {
        const interfaces::ClaimedMessage &claimed = taken.message.claimed;
        const bool keepText = !taken.goesOutAsWritten || claimed.firm;
        intents.append({.id = claimed.id,
                        .gateway = m_profile.id,
                        .segments = taken.message.segments,
                        .textVersion = taken.textVersion,
                        .renderedText = keepText ? taken.message.text : QString(),
                        .claimedAt = claimed.claimedAt});
        ids.append(claimed.id);
        m_marking.insert(claimed.id, {taken.mailing, std::move(taken.message)});
    }
    if (intents.isEmpty())
        return;
    m_executor
        .write(Lane::Dispatch,
               [intents, now = m_clock.now()](UnitOfWork &unit) { return unit.messages.markSending(intents, now); })
        .then(this, [this, ids](const Result<QList<MessageId>> &result) { marked(ids, result); });
}

void SendLane::marked(const QList<MessageId> &asked, const Result<QList<MessageId>> &result)
{
    const auto marking = std::exchange(m_marking, {});
    if (!result) {
        qCWarning(logDispatch).noquote().nospace()
            << "gateway=" << m_profile.id.value << " mark_failed error=" << result.error().code;
        release(asked);
        return;
    }
    QSet<MessageId> refused(asked.cbegin(), asked.cend());
    for (const MessageId id : *result) {
        refused.remove(id);
        const auto &[mailing, message] = marking[id];
        if (MailingFlow *target = m_flows.find(mailing))
            target->ready.push_back(message);
        else
            giveBack(message, m_clock.now()); // paused meanwhile
    }
    release(refused.values());
    Q_EMIT wantsPump();
}

void SendLane::sendReady()
{
    const Instant now = m_clock.now();
    const Ticks ticks = m_clock.ticks();
    bool sent = true;
    while (sent && mayBegin() && int(m_open.size()) < m_profile.connections && m_limiter.available(ticks) >= 1) {
        sent = m_flows.serveNext([&](MailingFlow &flow) { return sendNextOf(flow, now, ticks); });
    }
}

bool SendLane::sendNextOf(MailingFlow &flow, Instant now, Ticks ticks)
{
    if (flow.plan.endAt <= now || flow.limiter.available(ticks) < 1)
        return false;
    while (!flow.ready.empty()) {
        PreparedMessage message = std::move(flow.ready.front());
        flow.ready.pop_front();
        if (const auto closed = flow.hours.closedUntil(message.claimed.timezone, now)) {
            giveBack(message, *closed);
            continue;
        }
        begin(flow, std::move(message), now, ticks);
        return true;
    }
    return false;
}

void SendLane::begin(MailingFlow &flow, PreparedMessage message, Instant now, Ticks ticks)
{
    const int weight = m_profile.rateUnit == domain::RateUnit::Parts ? std::max(1, message.segments) : 1;
    m_limiter.take(ticks, weight);
    flow.limiter.take(ticks, 1);
    m_begunMeter.count(ticks);
    const bool probe = !m_breaker.isClosed();
    if (probe)
        m_breaker.probeBegun();
    const Milliseconds timeout = std::min<Milliseconds>(m_profile.timeout, flow.plan.endAt - now);
    const qint64 requestId = message.claimed.requestId;
    const interfaces::OutgoingMessage outgoing{requestId, message.claimed.phone, message.text};
    const int number = message.claimed.attempts + 1;
    m_open.insert(requestId, {std::move(message), flow.plan.id, flow.plan.endAt, number, probe, ticks});
    m_link->send(outgoing, timeout,
                 [this, requestId](const interfaces::GatewayAnswer &answer) { answered(requestId, answer); });
}

void SendLane::answered(qint64 requestId, const interfaces::GatewayAnswer &answer)
{
    const OpenRequest request = m_open.take(requestId);
    m_held.remove(request.message.claimed.id);
    const Instant now = m_clock.now();
    logAttempt(request, answer);
    const AnsweredAttempt attempt{request.message.claimed.id,
                                  request.number,
                                  request.message.claimed.firm,
                                  request.probe,
                                  m_link->recognisesRepeats(),
                                  now,
                                  request.endAt,
                                  QRandomGenerator::global()->generateDouble()};
    m_results.add(outcomeOf(attempt, answer, RetryPolicy(m_profile.retry)));
    if (answer.kind == AnswerKind::Accepted)
        Q_EMIT accepted();
    noteForGateway(request, answer, now);
    Q_EMIT wantsPump();
}

void SendLane::noteForGateway(const OpenRequest &request, const interfaces::GatewayAnswer &answer, Instant now)
{
    // We hung up because the mailing ended: that tells nothing about the gateway.
    if (answer.kind == AnswerKind::Timeout && now + clockGrain >= request.endAt) {
        m_breaker.probeAbandoned();
        return;
    }
    const QString label = domain::errorLabel(answer.kind, answer.httpStatus);
    switch (answer.kind) {
    case AnswerKind::RefusedUs:
    case AnswerKind::Misconfigured:
        stop(BreakerState::Attention, label);
        return;
    case AnswerKind::Throttled:
        m_notBefore =
            std::max(m_notBefore, m_clock.ticks() + std::min(answer.retryAfter.value_or(Milliseconds{1000}), longestPause));
        break;
    default:
        break;
    }
    if (!m_breaker.answered(answer.kind, label, now, m_clock.ticks()))
        return;
    saveState();
    if (!m_breaker.isClosed())
        dropAll();
}

std::optional<Milliseconds> SendLane::nextPump()
{
    const Instant now = m_clock.now();
    if (m_clock.ticks() < m_notBefore)
        return std::chrono::ceil<Milliseconds>(m_notBefore - m_clock.ticks());
    if (!m_breaker.isClosed())
        return m_breaker.state().nextProbeAt ? std::optional(std::max(Milliseconds{1}, *m_breaker.state().nextProbeAt - now))
                                             : std::nullopt;
    const Ticks ticks = m_clock.ticks();
    std::optional<Milliseconds> shortest;
    m_flows.forEachBusy([&](MailingFlow &flow) {
        const auto wait = std::max(flow.limiter.wait(ticks), m_limiter.wait(ticks));
        const auto rounded = std::chrono::ceil<Milliseconds>(wait);
        if (rounded.count() > 0 && (!shortest || rounded < *shortest))
            shortest = rounded;
    });
    return shortest;
}

interfaces::GatewayActivity SendLane::activity()
{
    return {m_profile.id, open(), m_begunMeter.perSecond(m_clock.ticks()), m_breaker.state()};
}

void SendLane::giveBack(const PreparedMessage &message, Instant nextAttemptAt)
{
    m_held.remove(message.claimed.id);
    MessageOutcome outcome;
    outcome.id = message.claimed.id;
    outcome.at = m_clock.now();
    outcome.attemptCounts = false;
    outcome.nextAttemptAt = nextAttemptAt;
    outcome.firm = message.claimed.firm;
    m_results.add(std::move(outcome));
}

void SendLane::release(const QList<MessageId> &ids)
{
    if (ids.isEmpty())
        return;
    for (const MessageId id : ids)
        m_held.remove(id);
    // If it fails, the leases run out by themselves.
    m_executor.write(Lane::Dispatch, [ids](UnitOfWork &unit) { return unit.messages.release(ids, std::nullopt); });
}

void SendLane::saveState()
{
    ++m_saves;
    ++m_savesPending;
    qCInfo(logDispatch).noquote() << QStringLiteral("gateway=%1 state=%2 reason=%3")
                                         .arg(m_profile.id.text(), toText(state().breaker), logValue(state().reason));
    m_executor
        .write(Lane::Interactive,
               [id = m_profile.id, state = state()](UnitOfWork &unit) { return unit.gateways.saveState(id, state); })
        .then(this, [this](const Status &) { --m_savesPending; });
}

void SendLane::logAttempt(const OpenRequest &request, const interfaces::GatewayAnswer &answer) const
{
    if (!logDispatch().isInfoEnabled())
        return;
    const auto took = std::chrono::duration_cast<Milliseconds>(m_clock.ticks() - request.begunAt);
    qCInfo(logDispatch).noquote() << QStringLiteral(
                                         "mailing=%1 client=%2 message=%3 gateway=%4 phone=%5 attempt=%6 kind=%7 http=%8 "
                                         "ms=%9 answer=%10")
                                         .arg(request.mailing.value)
                                         .arg(request.message.claimed.client.value)
                                         .arg(request.message.claimed.id.value)
                                         .arg(m_profile.id.value)
                                         .arg(request.message.claimed.phone.redacted())
                                         .arg(request.number)
                                         .arg(toText(answer.kind))
                                         .arg(answer.httpStatus)
                                         .arg(took.count())
                                         .arg(logValue(redacted(answer.text.left(200))));
}

} // namespace core::dispatch
