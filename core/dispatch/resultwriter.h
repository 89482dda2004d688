// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Commits what became of messages, in batches.
 *
 * Outcomes that cannot be written (full disk, lost database) are kept in order and tried again. Meanwhile they lie in the
 * spool as well, so that a program that is killed leaves them to the next start (takeOver()); what was still being sent then
 * is recovered.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/histogram.h"
#include "core/interfaces/executor.h"
#include "core/interfaces/messagerepository.h"
#include "core/interfaces/resultspool.h"

#include <QObject>
#include <QTimer>

namespace core::dispatch {

/**
 * Promises:
 *  - A batch that storage refused, or took more than a second for, is in the spool until everything is written; so is what
 *    comes after it. If the spool refuses too, all stays in memory.
 *  - While something is in the spool the dispatcher begins nothing new: what is written from it is never older than what
 *    the database knows.
 *
 * Thread: dispatch.
 */
class ResultWriter : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds patience{1000}; ///< with a write that hangs

    /**
     * @param self   this dispatcher; read when something is written
     * @param spool  nothing: what cannot be written is kept in memory alone
     */
    ResultWriter(const InstanceId &self, interfaces::Executor &executor, const Clock &clock,
                 interfaces::ResultSpool *spool = nullptr, QObject *parent = nullptr);

    /** Writes what earlier processes left in the spool; takenOver() follows, sooner or later. Before the first add(). */
    void takeOver();
    /** Written within 50 ms, or at once when 500 are together. */
    void add(interfaces::MessageOutcome outcome);
    /** Writes what is there without waiting for more. */
    void flush();
    [[nodiscard]] bool isIdle() const { return m_waiting.isEmpty() && m_writing.isEmpty(); }
    /** From handing a batch to storage to its commit. */
    [[nodiscard]] const Histogram &times() const { return m_times; }
    /** True while storage refuses: the dispatcher begins nothing new. */
    [[nodiscard]] bool isStuck() const { return m_stuck || m_spooling; }

Q_SIGNALS:
    void written(const QList<core::interfaces::MessageOutcome> &outcomes);
    void idle();
    void takenOver();
    /** @param problem  error code; empty: it works again */
    void stuck(const QString &problem);

private:
    void write();
    void finishBatch(int number, const Status &status);
    /** All that was being written has been answered. */
    void finish();
    void refused(const Error &error);
    [[nodiscard]] QList<interfaces::MessageOutcome> unwritten() const;
    void finishTakingOver(const Status &status, qsizetype number);
    void beginSpooling();
    /** With all that could not be put there so far. */
    void spool(const QList<interfaces::MessageOutcome> &outcomes);
    void endSpooling();

    const InstanceId &m_self;
    interfaces::Executor &m_executor;
    const Clock &m_clock;
    interfaces::ResultSpool *m_spool;
    Histogram m_times = databaseTimes();
    Ticks m_writtenSince{};
    QTimer m_timer;
    QTimer m_hangTimer;
    QList<interfaces::MessageOutcome> m_waiting;
    QMap<int, QList<interfaces::MessageOutcome>> m_writing; ///< batches without an answer
    QList<interfaces::MessageOutcome> m_written;            ///< until the last of these batches is answered
    QList<interfaces::MessageOutcome> m_refused;            ///< until then; they wait again after that
    QList<interfaces::MessageOutcome>
        m_unspooled; ///< waiting or being written, and not in the spool although they should be
    bool m_stuck = false;
    bool m_spooling = false;
    bool m_spoolRefused = false; ///< was logged
};

} // namespace core::dispatch
