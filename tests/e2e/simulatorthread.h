// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The stranger's gateway on a thread of its own, for tests that hold everything in one process.
 */
#pragma once

#include "core/simulator/simulator.h"

#include <QThread>
#include <future>
#include <memory>

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
        // Posted before the thread starts: what is posted while it starts, the thread sanitizer cannot put in order.
        const auto port = std::make_shared<std::promise<int>>();
        QMetaObject::invokeMethod(
            m_simulator, [this, port] { port->set_value(*m_simulator->listen(0)); }, Qt::QueuedConnection);
        m_thread.start();
        m_port = port->get_future().get();
    }
    ~SimulatorThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QList<core::simulator::LogEntry> log() const
    {
        return ask([this] { return m_simulator->log(); });
    }
    [[nodiscard]] core::simulator::SimulatorStats stats() const
    {
        return ask([this] { return m_simulator->stats(); });
    }

private:
    /** By a promise of the standard library: the thread sanitizer sees who waits for whom, as it does not inside Qt. */
    template <typename Function>
    std::invoke_result_t<Function> ask(Function function) const
    {
        const auto answer = std::make_shared<std::promise<std::invoke_result_t<Function>>>();
        QMetaObject::invokeMethod(
            m_simulator, [&function, answer] { answer->set_value(function()); }, Qt::QueuedConnection);
        return answer->get_future().get();
    }

    QThread m_thread;
    core::simulator::Simulator *m_simulator;
    int m_port = 0;
};

} // namespace tests
