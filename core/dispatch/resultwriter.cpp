// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/resultwriter.h"

#include "core/base/async.h"
#include "core/base/logging.h"

namespace core::dispatch {

using interfaces::Lane;
using interfaces::MessageOutcome;
using interfaces::SpooledOutcomes;
using interfaces::UnitOfWork;

namespace {

constexpr qsizetype batchSize = 500;
constexpr qsizetype batchesAtOnce = 4; ///< the executor commits those together that wait together
constexpr Milliseconds batchTime{50};
constexpr Milliseconds pauseAfterFailure{1000};

} // namespace

ResultWriter::ResultWriter(const InstanceId &self, interfaces::Executor &executor, const Clock &clock,
                           interfaces::ResultSpool *spool, QObject *parent)
    : QObject(parent), m_self(self), m_executor(executor), m_clock(clock), m_spool(spool), m_timer(this), m_hangTimer(this)
{
    m_timer.setSingleShot(true);
    m_hangTimer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ResultWriter::write);
    connect(&m_hangTimer, &QTimer::timeout, this, &ResultWriter::beginSpooling);
}

void ResultWriter::takeOver()
{
    if (!m_spool) {
        Q_EMIT takenOver();
        return;
    }
    const Result<QList<SpooledOutcomes>> left = m_spool->takeOver();
    if (!left)
        qCWarning(logDispatch).noquote().nospace()
            << "event=spool_unreadable error=" << left.error().code << " detail=" << logValue(left.error().detail);
    if (!left || left->isEmpty()) {
        Q_EMIT takenOver(); // what was being sent is recovered, as without a spool
        return;
    }
    m_spooling = true;
    qsizetype number = 0;
    for (const SpooledOutcomes &part : *left)
        number += part.outcomes.size();
    whenDone(m_executor.write(Lane::Dispatch,
                              [left = *left](UnitOfWork &unit) -> Status {
                                  for (const SpooledOutcomes &part : left)
                                      HELIOGRAPH_TRY(unit.messages.record(part.outcomes, part.by));
                                  return {};
                              }),
             this, [this, number](const Status &status) { finishTakingOver(status, number); });
}

void ResultWriter::finishTakingOver(const Status &status, qsizetype number)
{
    if (!status) {
        qCWarning(logDispatch).noquote().nospace() << "results_in_spool=" << number << " error=" << status.error().code
                                                   << " detail=" << logValue(status.error().detail);
        QTimer::singleShot(pauseAfterFailure, this, &ResultWriter::takeOver);
        if (!std::exchange(m_stuck, true))
            Q_EMIT stuck(status.error().code);
        return;
    }
    qCInfo(logDispatch).nospace() << "event=results_taken_over results=" << number;
    endSpooling();
    if (std::exchange(m_stuck, false))
        Q_EMIT stuck({});
    Q_EMIT takenOver();
}

void ResultWriter::add(MessageOutcome outcome)
{
    if (m_spooling)
        spool({outcome});
    m_waiting.append(std::move(outcome));
    if (m_waiting.size() >= batchSize && !m_stuck)
        write();
    else if (!m_timer.isActive())
        m_timer.start(batchTime);
}

void ResultWriter::flush()
{
    if (!m_stuck)
        write();
}

void ResultWriter::write()
{
    if (!m_writing.isEmpty() || m_waiting.isEmpty())
        return;
    m_timer.stop();
    m_writtenSince = m_clock.ticks();
    m_hangTimer.start(patience);
    for (int number = 0; number < batchesAtOnce && !m_waiting.isEmpty(); ++number) {
        const QList<MessageOutcome> batch = m_waiting.first(std::min(m_waiting.size(), batchSize));
        m_waiting.remove(0, batch.size());
        m_writing.insert(number, batch);
        const auto record = [batch, self = m_self](UnitOfWork &unit) { return unit.messages.record(batch, self); };
        whenDone(m_executor.write(Lane::Dispatch, record), this,
                 [this, number](const Status &status) { finishBatch(number, status); });
    }
}

void ResultWriter::finishBatch(int number, const Status &status)
{
    const QList<MessageOutcome> batch = m_writing.take(number);
    if (status) {
        m_times.add(m_clock.ticks() - m_writtenSince);
        m_written += batch;
    } else {
        m_refused += batch;
        refused(status.error());
    }
    if (m_writing.isEmpty())
        finish();
    else if (status)
        m_hangTimer.start(patience); // the next one has its own time
}

void ResultWriter::refused(const Error &error)
{
    qCWarning(logDispatch).noquote().nospace() << "results_kept=" << m_refused.size() + m_waiting.size()
                                               << " error=" << error.code << " detail=" << logValue(error.detail);
    beginSpooling();
    if (!std::exchange(m_stuck, true))
        Q_EMIT stuck(error.code);
}

void ResultWriter::finish()
{
    m_hangTimer.stop();
    const QList<MessageOutcome> done = std::exchange(m_written, {});
    const bool all = m_refused.isEmpty();
    m_waiting = std::exchange(m_refused, {}) + m_waiting;
    if (m_waiting.isEmpty())
        endSpooling();
    if (all && !m_spooling && std::exchange(m_stuck, false))
        Q_EMIT stuck({});
    if (!done.isEmpty())
        Q_EMIT written(done);
    if (!all)
        m_timer.start(pauseAfterFailure);
    else if (m_waiting.size() >= batchSize || m_spooling)
        write();
    else if (!m_waiting.isEmpty() && !m_timer.isActive())
        m_timer.start(batchTime);
    else if (isIdle())
        Q_EMIT idle();
}

void ResultWriter::beginSpooling()
{
    if (!m_spool)
        return;
    if (std::exchange(m_spooling, true))
        spool({}); // it may have found space by now
    else
        spool(unwritten());
}

QList<MessageOutcome> ResultWriter::unwritten() const
{
    QList<MessageOutcome> all;
    for (const QList<MessageOutcome> &batch : m_writing)
        all += batch;
    return m_refused + all + m_waiting;
}

void ResultWriter::spool(const QList<MessageOutcome> &outcomes)
{
    m_unspooled += outcomes;
    if (m_unspooled.isEmpty())
        return;
    const Status kept = m_spool->append(m_unspooled, m_self);
    if (kept)
        m_unspooled.clear();
    else if (!std::exchange(m_spoolRefused, true))
        qCWarning(logDispatch).noquote().nospace()
            << "event=results_not_spooled error=" << kept.error().code << " detail=" << logValue(kept.error().detail);
}

void ResultWriter::endSpooling()
{
    m_unspooled.clear();
    m_spoolRefused = false;
    if (!std::exchange(m_spooling, false))
        return;
    if (const Status cleared = m_spool->clear(); !cleared)
        qCWarning(logDispatch).noquote().nospace()
            << "event=spool_not_cleared error=" << cleared.error().code << " detail=" << logValue(cleared.error().detail);
}

} // namespace core::dispatch
