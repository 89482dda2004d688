// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sendingwatch.h"

#include "core/interfaces/enginemonitor.h"
#include "ui/async.h"
#include "ui/serverwatch.h"

namespace ui {

using core::interfaces::EngineMonitor;
using core::interfaces::EngineSnapshot;
using core::interfaces::SendingSwitch;
using core::services::Instances;
using Phase = core::interfaces::SendingPhase;

namespace {

constexpr std::chrono::seconds period{5};

} // namespace

bool Sending::needsThisProgram() const
{
    return (phase == Phase::Here || phase == Phase::Starting) && others.isEmpty();
}

bool Sending::isNobody() const
{
    return phase == Phase::Off && isShared && others.isEmpty();
}

SendingWatch::SendingWatch(SendingSwitch &sendingSwitch, EngineMonitor &engine, core::services::InstanceService &instances,
                           ServerWatch &server)
    : m_switch(sendingSwitch), m_service(instances), m_server(server), m_timer(this)
{
    m_now.phase = m_switch.phase();
    connect(&m_switch, &SendingSwitch::phaseChanged, this, [this] {
        look();
        read();
    });
    connect(&engine, &EngineMonitor::snapshotTaken, this, [this](const EngineSnapshot &snapshot) {
        if (std::exchange(m_self, snapshot.instance) != snapshot.instance)
            look();
    });
    connect(&m_timer, &QTimer::timeout, this, &SendingWatch::read);
    m_timer.start(period);
    read();
}

void SendingWatch::look()
{
    Sending sending{m_switch.phase(), m_instances.areShared, {}};
    for (const core::interfaces::Instance &one : std::as_const(m_instances.alive)) {
        if (one.id != m_self)
            sending.others << one.label;
    }
    if (std::exchange(m_now, sending) != sending)
        Q_EMIT changed();
}

void SendingWatch::read()
{
    if (m_isReading) {
        m_isAgain = true;
        return;
    }
    m_isReading = true;
    m_isAgain = false;
    whenDone(m_service.instances(), this, [this](const core::Result<Instances> &instances) {
        m_isReading = false;
        if (instances) { // else: who was there a moment ago most likely still is
            m_instances = *instances;
            if (!m_instances.areShared)
                m_timer.stop(); // a file stays one
            look();
        } else {
            std::ignore = m_server.tells(instances.error());
        }
        if (m_isAgain)
            read();
    });
}

} // namespace ui
