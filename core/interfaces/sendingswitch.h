// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The engine of this window: whether it sends, and the word that the setting "do not send from here" has changed.
 *
 * Made for real by app/sendingswitch. The setting itself stands in core/settings/desktopsettings.
 */
#pragma once

#include <QObject>

namespace core::interfaces {

enum class SendingPhase : quint8 {
    Starting,
    Here,
    Elsewhere, ///< another process has the right to the workspace in a file; this one waits for it
    Stopping,  ///< nothing new begins; what is open gets its answer
    Off,
};

/** Thread: main. Nothing here waits. */
class SendingSwitch : public QObject
{
    Q_OBJECT

public:
    SendingSwitch();
    ~SendingSwitch() override;

    /** Reads the setting anew and starts or stops the engine. */
    virtual void apply() = 0;
    [[nodiscard]] virtual SendingPhase phase() const = 0;

Q_SIGNALS:
    void phaseChanged();
};

} // namespace core::interfaces
