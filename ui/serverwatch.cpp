// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/serverwatch.h"

#include "core/interfaces/enginemonitor.h"
#include "core/services/instanceservice.h"
#include "ui/async.h"

namespace ui {

using core::interfaces::EngineMonitor;
using core::interfaces::EngineSnapshot;

namespace {

constexpr std::chrono::seconds pause{1};
constexpr QLatin1String lost("database.lost");

} // namespace

ServerWatch::ServerWatch(core::services::InstanceService &instances, const EngineMonitor &engine,
                         core::interfaces::ChangeFeed &changes)
    : m_instances(instances), m_changes(changes), m_again(this)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ServerWatch::ask);
    connect(&engine, &EngineMonitor::snapshotTaken, this, [this](const EngineSnapshot &snapshot) {
        if (snapshot.problem == lost)
            lose();
    });
}

bool ServerWatch::tells(const core::Error &error)
{
    if (error.code != lost)
        return false;
    lose();
    return true;
}

void ServerWatch::lose()
{
    if (std::exchange(m_isLost, true))
        return;
    m_again.start(pause);
    Q_EMIT changed();
}

void ServerWatch::ask()
{
    whenDone(m_instances.instances(), this, [this](const core::Result<core::services::Instances> &answer) {
        if (!answer && answer.error().code == lost) {
            m_again.start(pause);
            return;
        }
        m_isLost = false; // whatever it answers, it does
        Q_EMIT changed();
        Q_EMIT m_changes.changed(core::interfaces::everythingChanged);
    });
}

} // namespace ui
