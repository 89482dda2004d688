// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The last that the engine told of itself, kept for whoever asks.
 */
#pragma once

#include "core/base/clock.h"
#include "core/interfaces/enginemonitor.h"

namespace core::rest {

/** Thread: rest. */
class EngineWatch : public QObject
{
    Q_OBJECT

public:
    EngineWatch(const interfaces::EngineMonitor &monitor, const Clock &clock) : m_startedAt(clock.now())
    {
        connect(&monitor, &interfaces::EngineMonitor::snapshotTaken, this,
                [this](const interfaces::EngineSnapshot &snapshot) { m_latest = snapshot; });
    }

    [[nodiscard]] const interfaces::EngineSnapshot &latest() const { return m_latest; }
    [[nodiscard]] Instant startedAt() const { return m_startedAt; }

private:
    const Instant m_startedAt;
    interfaces::EngineSnapshot m_latest;
};

} // namespace core::rest
