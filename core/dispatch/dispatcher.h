// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The engine that operators trust: claims due messages, hands them to the lanes of their gateways, records what came of
 * them.
 *
 * Does no SQL (storage jobs on the executor), no HTTP (core/gateways) and decides nothing about mailings (scheduler). One of
 * it works on a workspace at a time on SQLite; who has the right to is decided by the caller before start(). On a server any
 * number may (core/dispatch/presence).
 */
#pragma once

#include "core/dispatch/claimer.h"
#include "core/dispatch/presence.h"
#include "core/dispatch/resultwriter.h"
#include "core/dispatch/scheduler.h"
#include "core/dispatch/sendlane.h"
#include "core/dispatch/workspaceview.h"
#include "core/interfaces/changefeed.h"
#include "core/interfaces/enginemonitor.h"
#include "core/interfaces/secretstore.h"

#include <QTimer>

namespace core::dispatch {

/** What the dispatcher works with; everything outlives it. */
struct DispatcherParts
{
    interfaces::Executor &executor;
    interfaces::ChangeFeed &changes;
    interfaces::GatewayFactory &gateways;
    interfaces::SecretStore &secrets;
    const Clock &clock;
    Presence::Company company = {};
    interfaces::ResultSpool *spool = nullptr; ///< nothing: see ResultWriter
};

/**
 * Destroyed without stop() it cuts what is open, as a power cut would; the next start settles it.
 *
 * Thread: dispatch. Move it there after construction and call start() there.
 */
class Dispatcher : public interfaces::EngineMonitor
{
    Q_OBJECT

public:
    explicit Dispatcher(const DispatcherParts &parts);
    ~Dispatcher() override;

    /** Takes over what an earlier dispatcher left, then works until stop(). */
    void start();
    /** Begins nothing new, waits for what is open (at most the gateways' timeouts), writes it, emits stopped(). */
    void stop();
    /** Looks at the clock and does what is due; the timers call it, tests may. */
    void tick();

Q_SIGNALS:
    void stopped();

private:
    /** What can keep the engine from working; each has a problem of its own. */
    enum class Part { Presence, Recovery, View, Claims, Results, Schedule };

    void connectParts();
    void takeOver();
    void recover();
    void goOnAfterRecovery(const Result<int> &recovered);
    void refresh();
    /** @param savesSeen  of each lane's health, before the view was read */
    void apply(const WorkspaceView &view, const QHash<GatewayId, int> &savesSeen);
    /** @param isFirst  the first that is read after start() */
    void adopt(const MailingPlan &plan, bool isFirst);
    void updateLane(const domain::GatewayWithState &gateway, int savesSeen);
    void connectLane(SendLane &lane);
    void pumpSoon();
    void pump();
    void renewLeases();
    void applyShare();
    void setProblem(Part part, const QString &code);
    void publish();
    void finishIfDone();

    interfaces::Executor &m_executor;
    interfaces::ChangeFeed &m_changes;
    interfaces::GatewayFactory &m_gatewayFactory;
    interfaces::SecretStore &m_secrets;
    const Clock &m_clock;
    Presence m_presence;
    ResultWriter m_results;
    MailingLimiters m_limiters; ///< outlives the lanes
    LaneMap m_lanes;
    Scheduler m_scheduler;
    Claimer m_claimer;
    QTimer m_tick;
    QTimer m_pumpTimer;
    QTimer m_publishTimer;
    RateMeter m_acceptedMeter;
    QMap<Part, QString> m_problems; ///< error codes
    QStringList m_unknownZones;
    Ticks m_nextLookForKey{};
    bool m_recovering = false;
    bool m_present = false; ///< among the instances: the last to go
    bool m_running = false;
    bool m_hasPlans = false; ///< it has read the workspace since start()
    bool m_stopping = false;
    bool m_refreshing = false;
    bool m_refreshAgain = false;
    bool m_pumpQueued = false;
};

} // namespace core::dispatch
