// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Starts, stops and moves the REST interface of the window as the settings of the desktop say.
 *
 * Only wiring, over one RestThread at a time.
 */
#pragma once

#include "app/restthread.h"
#include "core/interfaces/restswitch.h"

#include <memory>

namespace core::settings {
class DesktopSettings;
}

namespace app {

/** What of the settings holds for a workspace. */
enum class RestUse : quint8 {
    AsSet,
    Never, ///< the demo's: they are of the person's own workspace, and so is its port
};

/** Thread: main. */
class RestSwitch final : public core::interfaces::RestSwitch
{
    Q_OBJECT

public:
    /** What it works with outlives it. */
    RestSwitch(Backend &backend, const core::settings::DesktopSettings &settings, const core::Clock &clock, RestUse use);
    ~RestSwitch() override;

    void apply() override;
    [[nodiscard]] core::interfaces::RestState state() const override { return m_state; }

    /** For good: finishes what is being answered, then emits stopped(). */
    void stop();

Q_SIGNALS:
    void stopped();

private:
    void begin();
    void end();
    void ended();
    void fail(const core::Error &error);
    void setState(core::interfaces::RestState state);

    Backend &m_backend;
    const core::settings::DesktopSettings &m_settings;
    const core::Clock &m_clock;
    const RestUse m_use;
    std::unique_ptr<RestThread> m_thread; ///< none while it is off
    core::interfaces::RestState m_state;
    bool m_isEnding = false; ///< m_thread was told to stop
    bool m_isAgain = false;  ///< the settings are to be read when it has
    bool m_isOver = false;   ///< stop() was called
};

} // namespace app
