// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * From where the workspace is sent, as far as this window knows; for all who show it or ask before the program ends.
 *
 * Shows nothing: the words are in ui/texts/sendingtext. Who sends what is decided by core/dispatch.
 */
#pragma once

#include "core/interfaces/sendingswitch.h"
#include "core/services/instanceservice.h"

#include <QTimer>

namespace core::interfaces {
class EngineMonitor;
}

namespace ui {

class ServerWatch;

/** A value, so that a list can tell whether it has shown this already. */
struct Sending
{
    core::interfaces::SendingPhase phase = core::interfaces::SendingPhase::Starting;
    bool isShared = false; ///< a workspace on a server, which any number may send
    QStringList others;    ///< computer and process of each that sends beside this window; known of a shared one only

    /** Messages wait while this program is not running. */
    [[nodiscard]] bool needsThisProgram() const;
    /** Nobody sends, here or elsewhere, and that is known. */
    [[nodiscard]] bool isNobody() const;

    bool operator==(const Sending &) const = default;
};

/**
 * Where the workspace is shared, it looks every few seconds who else sends; an answer that fails changes nothing.
 *
 * Thread: main. The parts outlive it.
 */
class SendingWatch : public QObject
{
    Q_OBJECT

public:
    SendingWatch(core::interfaces::SendingSwitch &sendingSwitch, core::interfaces::EngineMonitor &engine,
                 core::services::InstanceService &instances, ServerWatch &server);

    [[nodiscard]] const Sending &now() const { return m_now; }
    /** The setting "do not send from here" was changed. */
    void apply() { m_switch.apply(); }

Q_SIGNALS:
    void changed();

private:
    void look();
    void read();

    core::interfaces::SendingSwitch &m_switch;
    core::services::InstanceService &m_service;
    ServerWatch &m_server;
    Sending m_now;
    core::services::Instances m_instances;
    core::InstanceId m_self; ///< of this process among them; not valid while it does not send
    QTimer m_timer;
    bool m_isReading = false;
    bool m_isAgain = false; ///< something has changed since it began to read
};

} // namespace ui
