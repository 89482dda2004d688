// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Does things a little later: thousands of them at once with a single timer.
 */
#pragma once

#include "core/base/clock.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <map>

namespace core::simulator {

/** Runs each function when its time has come, in order of time. Deleting it drops what waits. Thread: its own. */
class LaterQueue final : public QObject
{
public:
    explicit LaterQueue(QObject *parent = nullptr);

    void add(Milliseconds delay, std::function<void()> function);

private:
    void runDue();
    void startTimer();

    std::multimap<std::chrono::steady_clock::time_point, std::function<void()>> m_waiting;
    QTimer m_timer;
};

} // namespace core::simulator
