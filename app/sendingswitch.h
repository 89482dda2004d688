// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Starts and stops the engine of the window as the settings of the desktop say.
 *
 * Only wiring, over one Engine.
 */
#pragma once

#include "app/engine.h"
#include "core/interfaces/sendingswitch.h"

namespace core::settings {
class DesktopSettings;
}

namespace app {

/** Thread: main. */
class SendingSwitch final : public core::interfaces::SendingSwitch
{
    Q_OBJECT

public:
    /** What it works with outlives it; nobody else starts or stops the engine. */
    SendingSwitch(Engine &engine, const core::settings::DesktopSettings &settings);

    void apply() override;
    [[nodiscard]] core::interfaces::SendingPhase phase() const override { return m_phase; }

    /** For good: finishes what is in flight, then emits stopped(). */
    void stop();

Q_SIGNALS:
    void stopped();

private:
    void end();
    void ended();
    void setPhase(core::interfaces::SendingPhase phase);

    Engine &m_engine;
    const core::settings::DesktopSettings &m_settings;
    core::interfaces::SendingPhase m_phase = core::interfaces::SendingPhase::Off;
    bool m_isOver = false; ///< stop() was called
};

} // namespace app
