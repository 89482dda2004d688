// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Commits what became of messages, in batches.
 *
 * Outcomes that cannot be written (full disk, lost database) are kept in order and tried again: nothing is lost while the
 * program lives, and what was being sent when it dies is recovered by the next start.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/histogram.h"
#include "core/interfaces/executor.h"
#include "core/interfaces/messagerepository.h"

#include <QObject>
#include <QTimer>

namespace core::dispatch {

/** Thread: dispatch. */
class ResultWriter : public QObject
{
    Q_OBJECT

public:
    static constexpr int batchSize = 500;
    static constexpr Milliseconds batchTime{50};

    /** @param self  this dispatcher; read when something is written */
    ResultWriter(const InstanceId &self, interfaces::Executor &executor, const Clock &clock, QObject *parent = nullptr);

    /** Written within 50 ms, or at once when 500 are together. */
    void add(interfaces::MessageOutcome outcome);
    /** Writes what is there without waiting for more. */
    void flush();
    [[nodiscard]] bool isIdle() const { return m_waiting.isEmpty() && m_writing.isEmpty(); }
    /** From handing a batch to storage to its commit. */
    [[nodiscard]] const Histogram &times() const { return m_times; }
    /** True while storage refuses: the dispatcher begins nothing new. */
    [[nodiscard]] bool isStuck() const { return m_stuck; }

Q_SIGNALS:
    void written(const QList<core::interfaces::MessageOutcome> &outcomes);
    void idle();
    /** @param problem  error code; empty: it works again */
    void stuck(const QString &problem);

private:
    void write();
    void finish(const Status &status);

    const InstanceId &m_self;
    interfaces::Executor &m_executor;
    const Clock &m_clock;
    Histogram m_times = databaseTimes();
    Ticks m_writtenSince{};
    QTimer m_timer;
    QList<interfaces::MessageOutcome> m_waiting;
    QList<interfaces::MessageOutcome> m_writing;
    bool m_stuck = false;
};

} // namespace core::dispatch
