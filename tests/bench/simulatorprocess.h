// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The stranger's gateway in a process of its own, so that its memory and time are not the engine's.
 */
#pragma once

#include "tests/e2e/program.h"

#include <csignal>
#include <sys/prctl.h>

namespace tests::bench {

/** What is started ends with whoever started it, however that ends: else it would go on for ever. */
inline Surroundings endingWithUs()
{
    return {{}, [] { prctl(PR_SET_PDEATHSIG, SIGKILL); }};
}

/** `heliograph simulator`, listening when this is made; ends with it. Thread: one. */
class SimulatorProcess
{
public:
    explicit SimulatorProcess(const QStringList &faults) : m_program(QStringLiteral(HELIOGRAPH_BINARY)), m_port(freePort())
    {
        m_program.setSurroundings(endingWithUs());
        m_process = m_program.start(
            QStringList{QStringLiteral("simulator"), QStringLiteral("--port"), QString::number(m_port)} + faults);
        m_process->waitForReadyRead(20'000); // it says that it listens
    }
    ~SimulatorProcess()
    {
        m_process->kill();
        m_process->waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(SimulatorProcess)
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1/v1/send/").arg(m_port); }

private:
    Program m_program;
    int m_port;
    std::unique_ptr<QProcess> m_process;
};

} // namespace tests::bench
