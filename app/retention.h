// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * When old messages and events are removed: some minutes after this process began to dispatch, and every hour from then on.
 *
 * What is removed, and how, is the business of core/services/retentionservice.
 */
#pragma once

#include "core/services/retentionservice.h"

#include <QObject>
#include <QTimer>

namespace app {

/** The work is done on the storage threads; this only waits. Thread: main. */
class Retention : public QObject
{
    Q_OBJECT

public:
    struct Pace
    {
        core::Milliseconds first = std::chrono::minutes{2}; ///< the beginning belongs to what is due
        core::Milliseconds period = std::chrono::hours{1};
    };

    /** What it works with outlives it. */
    Retention(core::interfaces::Executor &executor, const core::Clock &clock, core::interfaces::Delay &delay,
              QObject *parent = nullptr)
        : Retention(executor, clock, delay, Pace(), parent)
    {}
    Retention(core::interfaces::Executor &executor, const core::Clock &clock, core::interfaces::Delay &delay, Pace pace,
              QObject *parent = nullptr);
    ~Retention() override;

    void start();
    /** No batch begins any more. */
    void stop();

Q_SIGNALS:
    /** After each time, also if there was nothing to remove or it failed. */
    void finished();

private:
    void run();

    core::services::RetentionService m_service;
    const Pace m_pace;
    QTimer m_timer;
    core::services::StopFlag m_stop = std::make_shared<std::atomic_bool>(false);
    bool m_running = false; ///< a run that takes longer than the period is not joined by another
};

} // namespace app
