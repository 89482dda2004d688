// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/dispatcher.h"

#include "core/base/async.h"
#include "core/base/batchthread.h"
#include "core/base/logging.h"
#include "core/interfaces/gatewayrepository.h"
#include "core/interfaces/instancerepository.h"
#include "core/interfaces/messagerepository.h"

#include <algorithm>

namespace core::dispatch {

using domain::BreakerState;
using interfaces::Change;
using interfaces::Changes;
using interfaces::Lane;
using interfaces::UnitOfWork;

namespace {

constexpr Milliseconds tickInterval{500};
constexpr Milliseconds publishInterval{250};
constexpr std::chrono::seconds leaseReserve{30}; ///< renewed when less is left
constexpr std::chrono::seconds pauseAfterFailure{1};
constexpr std::chrono::seconds lookForKeyInterval{5}; ///< it may lie with a keyring that has to be asked
constexpr std::chrono::seconds longestStop{15};
constexpr int recoverBatch = 5000;

} // namespace

Dispatcher::Dispatcher(const DispatcherParts &parts)
    : m_executor(parts.executor), m_changes(parts.changes), m_gatewayFactory(parts.gateways), m_secrets(parts.secrets),
      m_clock(parts.clock), m_presence(parts.executor, parts.clock, parts.company, this),
      m_results(m_presence.id(), parts.executor, parts.clock, parts.spool, this),
      m_scheduler(parts.executor, parts.clock, this),
      m_claimer(m_presence.id(), parts.executor, m_results, m_lanes, parts.clock, this), m_tick(this), m_pumpTimer(this),
      m_publishTimer(this)
{
    m_tick.setInterval(tickInterval);
    m_publishTimer.setInterval(publishInterval);
    m_pumpTimer.setSingleShot(true);
    m_pumpTimer.setTimerType(Qt::PreciseTimer);
    // By a wrong clock mailings would start early and expire, those of others too. Whoever has no part yet leaves them to
    // them.
    m_scheduler.setGate([this] {
        m_presence.lookAtClock();
        return !m_presence.share().isNothing();
    });
    connectParts();
}

Dispatcher::~Dispatcher() = default;

void Dispatcher::connectParts()
{
    connect(&m_tick, &QTimer::timeout, this, &Dispatcher::tick);
    connect(&m_pumpTimer, &QTimer::timeout, this, &Dispatcher::pump);
    connect(&m_publishTimer, &QTimer::timeout, this, &Dispatcher::publish);
    connect(&m_results, &ResultWriter::stuck, this, [this](const QString &code) { setProblem(Part::Results, code); });
    connect(&m_results, &ResultWriter::written, this, &Dispatcher::pumpSoon);
    connect(&m_results, &ResultWriter::idle, this, &Dispatcher::finishIfDone);
    connect(&m_claimer, &Claimer::wantsPump, this, &Dispatcher::pumpSoon);
    connect(&m_claimer, &Claimer::failed, this, [this](const QString &code) { setProblem(Part::Claims, code); });
    connect(&m_scheduler, &Scheduler::stuck, this, [this](const QString &code) { setProblem(Part::Schedule, code); });
    connect(&m_scheduler, &Scheduler::idle, this, &Dispatcher::finishIfDone);
    connect(&m_scheduler, &Scheduler::stepDone, this, &Dispatcher::refresh);
    connect(&m_results, &ResultWriter::takenOver, this, [this] {
        m_recovering = false;
        recover();
    });
    connect(&m_presence, &Presence::entered, this, &Dispatcher::takeOver);
    connect(&m_presence, &Presence::orphansLeft, this, &Dispatcher::recover);
    connect(&m_presence, &Presence::shareChanged, this, &Dispatcher::applyShare);
    connect(&m_presence, &Presence::troubled, this, [this](const QString &code) { setProblem(Part::Presence, code); });
    connect(&m_presence, &Presence::replaced, this, [this] {
        for (const auto &[id, lane] : m_lanes)
            lane->dropAll();
        recover();
    });
    connect(&m_presence, &Presence::left, this, [this] {
        m_present = false;
        finishIfDone();
    });
}

void Dispatcher::start()
{
    becomeBatchThread();
    m_running = true;
    m_present = true;
    connect(&m_changes, &interfaces::ChangeFeed::changed, this, [this](Changes changes) {
        if (changes & Change::Clients)
            m_scheduler.clientsChanged();
        if (changes & (Changes(Change::Mailings) | Change::Gateways)) {
            refresh();
            m_scheduler.wake();
        }
    });
    m_presence.enter();
}

void Dispatcher::takeOver()
{
    // Before anything is recovered: what was accepted and could not be written must not go out once more.
    m_recovering = true;
    m_results.takeOver();
}

void Dispatcher::recover()
{
    if (std::exchange(m_recovering, true))
        return;
    // Whoever dispatched before and is gone: its leases end, and what it was sending is settled first of all.
    whenDone(m_executor.write(Lane::Dispatch,
                              [&factory = m_gatewayFactory, now = m_clock.now()](UnitOfWork &unit) -> Result<int> {
                                  HELIOGRAPH_TRY(unit.messages.releaseOrphans());
                                  HELIOGRAPH_ASSIGN(const auto gateways, unit.gateways.list());
                                  QSet<GatewayId> repeatable;
                                  for (const domain::GatewayWithState &gateway : gateways) {
                                      if (factory.recognisesRepeats(gateway.profile))
                                          repeatable.insert(gateway.profile.id);
                                  }
                                  return unit.messages.recoverInterrupted(repeatable, now, recoverBatch);
                              }),
             this, [this](const Result<int> &recovered) { goOnAfterRecovery(recovered); });
}

void Dispatcher::goOnAfterRecovery(const Result<int> &recovered)
{
    m_recovering = false;
    if (!m_running || m_stopping) {
        finishIfDone();
        return;
    }
    if (!recovered) {
        setProblem(Part::Recovery, recovered.error().code);
        QTimer::singleShot(pauseAfterFailure, this, &Dispatcher::recover);
        return;
    }
    if (*recovered > 0) {
        qCInfo(logDispatch).nospace() << "recovered=" << *recovered;
        recover();
        return;
    }
    setProblem(Part::Recovery, {});
    m_tick.start();
    m_publishTimer.start();
    tick();
}

void Dispatcher::tick()
{
    if (!m_running || m_stopping)
        return;
    m_scheduler.wake();
    for (const auto &[id, lane] : m_lanes)
        lane->cutEnded();
    renewLeases();
    refresh();
}

void Dispatcher::refresh()
{
    if (!m_running || m_stopping)
        return;
    if (m_refreshing) {
        m_refreshAgain = true;
        return;
    }
    m_refreshing = true;
    QHash<GatewayId, int> saves;
    for (const auto &[id, lane] : m_lanes)
        saves.insert(id, lane->health().saves());
    // On the lane of claims: a pause must not wait behind what the window reads.
    whenDone(m_executor.write(Lane::Dispatch, &readWorkspace), this, [this, saves](const Result<WorkspaceView> &view) {
        m_refreshing = false;
        setProblem(Part::View, view ? QString() : view.error().code);
        if (view)
            apply(*view, saves);
        if (std::exchange(m_refreshAgain, false))
            refresh();
        finishIfDone();
    });
}

void Dispatcher::apply(const WorkspaceView &view, const QHash<GatewayId, int> &savesSeen)
{
    if (m_stopping)
        return;
    QSet<GatewayId> known;
    for (const domain::GatewayWithState &gateway : view.gateways) {
        known.insert(gateway.profile.id);
        updateLane(gateway, savesSeen.value(gateway.profile.id));
    }
    QHash<MailingId, MailingPlan> plans;
    for (MailingPlan plan : view.plans) {
        if (plan.endAt <= m_clock.now())
            continue;
        if (plan.rate && !m_presence.share().isNothing()) {
            plan.rate = m_presence.share().of(*plan.rate);
            if (*plan.rate <= 0)
                continue; // others have it
        }
        plans.insert(plan.id, plan);
    }
    for (const auto &[id, lane] : m_lanes) {
        for (const MailingId mailing : lane->flows().mailings()) {
            const auto plan = plans.constFind(mailing);
            // A mailing that moved to another gateway takes along what has not begun.
            if (plan == plans.cend() || plan->gateway != lane->flows().find(mailing)->plan.gateway)
                lane->drop(mailing);
            else
                lane->adopt(*plan);
        }
    }
    if (view.unknownZones != std::exchange(m_unknownZones, view.unknownZones) && !m_unknownZones.isEmpty())
        qCWarning(logDispatch).noquote().nospace() << "event=zones_unknown names=" << logValue(m_unknownZones.join(u','));
    const bool isFirst = !std::exchange(m_hasPlans, true);
    for (const MailingPlan &plan : std::as_const(plans))
        adopt(plan, isFirst);
    for (const auto &[id, lane] : m_lanes)
        lane->cutEnded(); // an end that was moved ahead
    std::erase_if(m_lanes, [&known](const auto &entry) {
        if (known.contains(entry.first))
            return false;
        entry.second->dropAll();
        return entry.second->isQuiet();
    });
    pumpSoon();
}

void Dispatcher::adopt(const MailingPlan &plan, bool isFirst)
{
    const auto found = m_lanes.find(plan.gateway);
    if (found == m_lanes.end())
        return;
    SendLane &lane = *found->second;
    const bool isNew = !lane.flows().find(plan.id);
    MailingFlow &flow = lane.adopt(plan);
    // What others may have begun of it counts: the program before this one, or dispatchers that share it.
    if (isNew && plan.rate && (isFirst || m_presence.share().parts() > 1))
        flow.limiter->assumeUsedUp(m_clock.ticks(), *plan.rate);
}

void Dispatcher::updateLane(const domain::GatewayWithState &gateway, int savesSeen)
{
    auto &lane = m_lanes[gateway.profile.id];
    if (!lane) {
        lane = std::make_unique<SendLane>(gateway, m_presence.id(), m_executor, m_results, m_limiters, m_clock);
        lane->setShare(m_presence.share());
        connect(lane.get(), &SendLane::wantsPump, this, &Dispatcher::pumpSoon);
        connect(lane.get(), &SendLane::accepted, this, [this] { m_acceptedMeter.count(m_clock.ticks()); });
        connectLane(*lane);
        return;
    }
    domain::GatewayProfile sameLink = gateway.profile;
    sameLink.rate = lane->profile().rate;
    sameLink.rateUnit = lane->profile().rateUnit;
    sameLink.retry = lane->profile().retry;
    sameLink.isDefault = lane->profile().isDefault;
    const bool reconnect = sameLink != lane->profile();
    const bool wasClosed = lane->health().isClosed();
    lane->setProfile(gateway.profile);
    lane->health().stateRead(gateway.state, savesSeen);
    const bool mendedByHand = !wasClosed && lane->health().isClosed();
    const bool keyMayBeBack = lane->state().breaker == BreakerState::KeyMissing && m_clock.ticks() >= m_nextLookForKey;
    if (reconnect || mendedByHand || keyMayBeBack)
        connectLane(*lane);
}

void Dispatcher::connectLane(SendLane &lane)
{
    QByteArray secret;
    if (!lane.profile().sealedSecret.isEmpty()) {
        auto opened = m_secrets.open(lane.profile().sealedSecret);
        if (!opened) {
            lane.stop(BreakerState::KeyMissing, opened.error().code);
            m_nextLookForKey = m_clock.ticks() + lookForKeyInterval;
            return;
        }
        secret = std::move(*opened);
    }
    if (lane.state().breaker == BreakerState::KeyMissing)
        lane.health().mend();
    auto link = m_gatewayFactory.make(lane.profile(), secret);
    if (link)
        lane.connectTo(std::move(*link));
    else
        lane.stop(BreakerState::Attention, link.error().code);
}

void Dispatcher::applyShare()
{
    for (const auto &[id, lane] : m_lanes)
        lane->setShare(m_presence.share());
    refresh(); // the rates of mailings
    pumpSoon();
}

void Dispatcher::pumpSoon()
{
    if (std::exchange(m_pumpQueued, true))
        return;
    QMetaObject::invokeMethod(this, &Dispatcher::pump, Qt::QueuedConnection);
}

void Dispatcher::pump()
{
    m_pumpQueued = false;
    if (m_stopping) {
        for (const auto &[id, lane] : m_lanes)
            lane->settleDoubts();
        finishIfDone();
        return;
    }
    m_presence.lookAtClock();
    std::optional<Milliseconds> next;
    for (const auto &[id, lane] : m_lanes) {
        lane->pump();
        m_claimer.claimFor(*lane);
        if (const auto wait = lane->nextPump(); wait && (!next || *wait < *next))
            next = wait;
    }
    if (next)
        m_pumpTimer.start(std::min(*next, tickInterval));
}

void Dispatcher::renewLeases()
{
    const Instant now = m_clock.now();
    for (const auto &[id, lane] : m_lanes) {
        const QList<MessageId> ids = lane->flows().leasesEndingBefore(now + leaseReserve);
        if (ids.isEmpty())
            continue;
        const Instant until = now + Claimer::leaseTime;
        whenDone(m_executor.write(Lane::Dispatch,
                                  [ids, until, self = m_presence.id()](UnitOfWork &unit) {
                                      return unit.messages.renewLeases(ids, until, self);
                                  }),
                 this, [this, gateway = id, ids, until](const Status &renewed) {
                     if (const auto found = m_lanes.find(gateway); renewed && found != m_lanes.end())
                         found->second->flows().leasesRenewed(ids, until);
                 });
    }
}

void Dispatcher::setProblem(Part part, const QString &code)
{
    if (m_problems.value(part) == code)
        return;
    if (code.isEmpty())
        m_problems.remove(part);
    else
        m_problems.insert(part, code);
    publish();
    pumpSoon();
}

void Dispatcher::publish()
{
    interfaces::EngineSnapshot snapshot;
    snapshot.dispatching = m_running && !m_stopping;
    snapshot.rate = m_acceptedMeter.perSecond(m_clock.ticks());
    snapshot.problem = m_problems.isEmpty() ? QString() : m_problems.first();
    snapshot.claimTimes = m_claimer.times();
    snapshot.commitTimes = m_results.times();
    snapshot.instance = m_presence.id();
    snapshot.instances = m_presence.instances();
    snapshot.share = m_presence.share().part();
    for (const auto &[id, lane] : m_lanes)
        snapshot.gateways.append(lane->activity());
    snapshot.unknownZones = m_unknownZones;
    Q_EMIT snapshotTaken(snapshot);
}

void Dispatcher::stop()
{
    if (!m_running || m_stopping) {
        if (!m_running)
            Q_EMIT stopped();
        return;
    }
    m_stopping = true;
    m_tick.stop();
    m_scheduler.stop();
    m_claimer.stop();
    for (const auto &[id, lane] : m_lanes)
        lane->dropAll();
    m_results.flush();
    // If storage refuses, what is open is recovered by the next start.
    QTimer::singleShot(longestStop, this, [this] {
        if (std::exchange(m_running, false))
            Q_EMIT stopped();
    });
    finishIfDone();
}

void Dispatcher::finishIfDone()
{
    if (!m_stopping || !m_running)
        return;
    const bool quiet =
        m_claimer.isIdle() && m_scheduler.isIdle() && !m_refreshing && !m_recovering &&
        std::all_of(m_lanes.cbegin(), m_lanes.cend(), [](const auto &entry) { return entry.second->isQuiet(); });
    if (!quiet || !m_results.isIdle())
        return;
    if (m_present) {
        m_presence.leave();
        return;
    }
    m_running = false;
    m_publishTimer.stop();
    publish();
    Q_EMIT stopped();
}

} // namespace core::dispatch
