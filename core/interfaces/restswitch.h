// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The REST interface of this window: what it is doing, and the word that its settings have changed.
 *
 * Made for real by app/restswitch. The settings themselves stand in core/settings/desktopsettings.
 */
#pragma once

#include "core/base/error.h"

#include <QObject>

namespace core::interfaces {

struct RestState
{
    enum class Phase : quint8 {
        Off,
        Starting,
        Listening,
        Stopping, ///< nothing new comes in; what is being answered still is
        Failed,
    };

    Phase phase = Phase::Off;
    QString url = {}; ///< of Listening, for instance http://127.0.0.1:8080
    /**
     * Of Failed: Unavailable rest.listen, rest.certificate; InvalidInput listen, tls-certificate, tls-key. Of Off:
     * Unavailable rest.demo, where it is switched on in vain.
     */
    Error error = {};

    bool operator==(const RestState &) const = default;
};

/** Thread: main. Nothing here waits. */
class RestSwitch : public QObject
{
    Q_OBJECT

public:
    RestSwitch();
    ~RestSwitch() override;

    /** Reads the settings anew and starts, stops or moves the interface; also after Failed. */
    virtual void apply() = 0;
    [[nodiscard]] virtual RestState state() const = 0;

Q_SIGNALS:
    void stateChanged();
};

} // namespace core::interfaces
