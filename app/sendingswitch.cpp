// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sendingswitch.h"

#include "core/base/logging.h"
#include "core/settings/desktopsettings.h"

namespace app {

using Phase = core::interfaces::SendingPhase;

SendingSwitch::SendingSwitch(Engine &engine, const core::settings::DesktopSettings &settings)
    : m_engine(engine), m_settings(settings)
{
    connect(&m_engine, &Engine::rightDecided, this, [this](bool mine) {
        if (m_phase != Phase::Stopping)
            setPhase(mine ? Phase::Here : Phase::Elsewhere);
    });
    connect(&m_engine, &Engine::stopped, this, &SendingSwitch::ended);
}

void SendingSwitch::apply()
{
    if (m_isOver || m_phase == Phase::Stopping)
        return; // ended() reads the setting again
    const bool isOn = m_phase != Phase::Off;
    if (m_settings.doesNotSend() != isOn)
        return;
    if (isOn) {
        end();
        return;
    }
    setPhase(Phase::Starting);
    m_engine.start();
}

void SendingSwitch::end()
{
    setPhase(Phase::Stopping);
    m_engine.stop();
}

void SendingSwitch::ended()
{
    setPhase(Phase::Off);
    if (m_isOver)
        Q_EMIT stopped();
    else
        apply();
}

void SendingSwitch::stop()
{
    if (std::exchange(m_isOver, true))
        return;
    if (m_phase == Phase::Off)
        QMetaObject::invokeMethod(this, &SendingSwitch::stopped, Qt::QueuedConnection);
    else if (m_phase != Phase::Stopping)
        end();
}

void SendingSwitch::setPhase(Phase phase)
{
    if (phase == m_phase)
        return;
    m_phase = phase;
    qCInfo(core::logApp).nospace() << "event=sending_phase phase=" << int(phase) << ' ';
    Q_EMIT phaseChanged();
}

} // namespace app
