// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The Delay of the program: timers of the thread that made it.
 */
#pragma once

#include "core/interfaces/delay.h"

#include <QObject>

namespace app {

/** Thread: construct and destroy on one that has an event loop; use from any. */
class TimerDelay final : public core::interfaces::Delay
{
public:
    [[nodiscard]] QFuture<void> after(core::Milliseconds pause) override;

private:
    QObject m_context; ///< owns the timers that run
};

} // namespace app
