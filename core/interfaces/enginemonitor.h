// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What the dispatcher of this process is doing right now, for the window and the metrics.
 */
#pragma once

#include "core/base/histogram.h"
#include "core/base/ids.h"
#include "core/domain/gatewayprofile.h"
#include "core/domain/message.h"

#include <QList>
#include <QMap>
#include <QMetaType>
#include <QObject>

namespace core::interfaces {

struct GatewayActivity
{
    GatewayId gateway;
    int open = 0;    ///< requests without an answer yet
    double rate = 0; ///< requests begun in the last second
    domain::GatewayState state;
    bool enabled = true;
    int inHand = 0;                                ///< claimed, and not yet answered, settled or given back
    QMap<domain::AnswerKind, qint64> answers = {}; ///< of requests, since the program started
    Histogram sendTimes = {};                      ///< of requests, from their beginning to their answer
};

struct EngineSnapshot
{
    bool dispatching = false; ///< false: another process has the right to dispatch, or the engine is stopping
    double rate = 0;          ///< accepted per second, over the last 3 s
    QList<GatewayActivity> gateways;
    Histogram claimTimes;  ///< from asking the database for due messages to having them
    Histogram commitTimes; ///< of batches of results, from handing them to the database to their commit
    InstanceId instance;   ///< of this dispatcher, while it is among those that dispatch
    int instances = 0;     ///< that dispatch, this one included, as of the last heartbeat; 0: not known yet
    double share = 0;      ///< of each rate and of each gateway's connections that it may use, 0 … 1
    QStringList
        unknownZones; ///< of clients, not in this computer's tz database; looked for while a mailing with daily hours runs
    QString problem;  ///< error code of what keeps the engine from working (full disk, lost database); empty: nothing
};

/** Thread: emitted on the dispatch thread or the main thread; connect with a context object. */
class EngineMonitor : public QObject
{
    Q_OBJECT

public:
    EngineMonitor();
    ~EngineMonitor() override;

Q_SIGNALS:
    /** At most four times a second, and at least once a second while sending. */
    void snapshotTaken(const core::interfaces::EngineSnapshot &snapshot);
};

} // namespace core::interfaces

Q_DECLARE_METATYPE(core::interfaces::EngineSnapshot)
