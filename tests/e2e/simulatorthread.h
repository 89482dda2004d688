// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The stranger's gateway on a thread of its own, for tests that hold everything in one process.
 */
#pragma once

#include "core/simulator/simulator.h"

#include <QThread>

namespace tests {

/** @param faults  as the command line names them: `--status`, `500=8%`. Thread: one. */
class SimulatorThread
{
public:
    explicit SimulatorThread(const QStringList &faults)
        : m_simulator(new core::simulator::Simulator(*core::simulator::FaultPlan::fromArguments(faults)))
    {
        m_simulator->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_simulator, &QObject::deleteLater);
        m_thread.start();
        QMetaObject::invokeMethod(
            m_simulator, [this] { m_port = *m_simulator->listen(0); }, Qt::BlockingQueuedConnection);
    }
    ~SimulatorThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QList<core::simulator::LogEntry> log() const
    {
        QList<core::simulator::LogEntry> entries;
        QMetaObject::invokeMethod(
            m_simulator, [&] { entries = m_simulator->log(); }, Qt::BlockingQueuedConnection);
        return entries;
    }
    [[nodiscard]] core::simulator::SimulatorStats stats() const
    {
        core::simulator::SimulatorStats stats;
        QMetaObject::invokeMethod(
            m_simulator, [&] { stats = m_simulator->stats(); }, Qt::BlockingQueuedConnection);
        return stats;
    }

private:
    QThread m_thread;
    core::simulator::Simulator *m_simulator;
    int m_port = 0;
};

} // namespace tests
