// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Measures whether a thread's event loop goes on while other things happen.
 */
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QTimer>
#include <chrono>

namespace tests {

/**
 * Beats every 10 ms in the thread that makes it, from its construction to stop(). Time in which the thread could have run
 * but other programs had the processors is not counted: it says something about the machine, not about the thread.
 */
class Heartbeat
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(std::chrono::milliseconds{10});
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
        m_since.start();
        m_all.start();
        m_timer.start();
    }

    void stop()
    {
        beat();
        m_timer.stop();
    }

    [[nodiscard]] std::chrono::milliseconds longestGap() const { return m_longest; }
    /** For the one who has to find the cause. */
    [[nodiscard]] QString text() const
    {
        return QStringLiteral("no beat for %1 ms, %2 ms after the start, of %3 beats")
            .arg(m_longest.count())
            .arg(m_longestAt)
            .arg(m_beats);
    }

private:
    void beat()
    {
        const std::chrono::nanoseconds queued = timeInQueue();
        const auto elapsed = std::chrono::nanoseconds{m_since.nsecsElapsed()};
        m_since.start();
        const auto gap = std::chrono::duration_cast<std::chrono::milliseconds>(elapsed - (queued - m_queued));
        m_queued = queued;
        ++m_beats;
        if (gap <= m_longest)
            return;
        m_longest = gap;
        m_longestAt = m_all.elapsed();
    }

    /** How long this thread has waited for a processor since it began; 0 where the kernel does not count it. */
    static std::chrono::nanoseconds timeInQueue()
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat")); // time on a processor, time in the queue, turns
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return std::chrono::nanoseconds{file.readAll().split(' ').value(1).toLongLong()};
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    QElapsedTimer m_all;
    std::chrono::nanoseconds m_queued = timeInQueue();
    std::chrono::milliseconds m_longest{0};
    qint64 m_longestAt = 0;
    int m_beats = 0;
};

} // namespace tests
