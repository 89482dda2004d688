// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Whether the database's server answers: said once, by a bar of the workbench, and not by every part of every page.
 */
#pragma once

#include "core/interfaces/changefeed.h"

#include <QTimer>

namespace core {
struct Error;
namespace interfaces {
class EngineMonitor;
}
namespace services {
class InstanceService;
}
} // namespace core

namespace ui {

/**
 * Hears of a lost server from whoever could not read, and from the engine; asks every second until it answers again, and
 * then tells the change feed that everything may have changed.
 *
 * Whoever keeps something fresh passes a failed read to tells(), and leaves what it shows as it is if that is true. A failed
 * write is for the person who asked for it, and said where it was asked for.
 *
 * Thread: main. The parts outlive it.
 */
class ServerWatch : public QObject
{
    Q_OBJECT

public:
    ServerWatch(core::services::InstanceService &instances, const core::interfaces::EngineMonitor &engine,
                core::interfaces::ChangeFeed &changes);

    [[nodiscard]] bool isLost() const { return m_isLost; }
    /** True: that the server does not answer is what `error` means, and it is being said. */
    [[nodiscard]] bool tells(const core::Error &error);

Q_SIGNALS:
    void changed();

private:
    void lose();
    void ask();

    core::services::InstanceService &m_instances;
    core::interfaces::ChangeFeed &m_changes;
    QTimer m_again;
    bool m_isLost = false;
};

} // namespace ui
