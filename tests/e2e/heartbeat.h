// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Measures whether a thread's event loop goes on while other things happen.
 */
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <chrono>

namespace tests {

/** Beats every 10 ms in the thread that makes it, from its construction to stop(). */
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
        const std::chrono::milliseconds gap{m_since.restart()};
        ++m_beats;
        if (gap <= m_longest)
            return;
        m_longest = gap;
        m_longestAt = m_all.elapsed();
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    QElapsedTimer m_all;
    std::chrono::milliseconds m_longest{0};
    qint64 m_longestAt = 0;
    int m_beats = 0;
};

} // namespace tests
