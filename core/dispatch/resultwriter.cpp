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
    if (m_waiting.size() <= batchSize) {
        m_writing = std::exchange(m_waiting, {});
    } else {
        m_writing = m_waiting.first(batchSize);
        m_waiting.remove(0, batchSize);
    }
    m_hangTimer.start(patience);
    whenDone(m_executor.write(Lane::Dispatch, [batch = m_writing, self = m_self](
                                                  UnitOfWork &unit) { return unit.messages.record(batch, self); }),
             this, [this](const Status &status) { finish(status); });
}

void ResultWriter::finish(const Status &status)
{
    m_hangTimer.stop();
    if (!status) {
        refused(status.error());
        return;
    }
    m_times.add(m_clock.ticks() - m_writtenSince);
    const QList<MessageOutcome> done = std::exchange(m_writing, {});
    if (m_waiting.isEmpty())
        endSpooling();
    if (!m_spooling && std::exchange(m_stuck, false))
        Q_EMIT stuck({});
    Q_EMIT written(done);
    if (m_waiting.size() >= batchSize || m_spooling)
        write();
    else if (!m_waiting.isEmpty() && !m_timer.isActive())
        m_timer.start(batchTime);
    else if (isIdle())
        Q_EMIT idle();
}

void ResultWriter::refused(const Error &error)
{
    qCWarning(logDispatch).noquote().nospace() << "results_kept=" << m_writing.size() + m_waiting.size()
                                               << " error=" << error.code << " detail=" << logValue(error.detail);
    m_waiting = std::exchange(m_writing, {}) + m_waiting;
    beginSpooling();
    m_timer.start(pauseAfterFailure);
    if (!std::exchange(m_stuck, true))
        Q_EMIT stuck(error.code);
}

void ResultWriter::beginSpooling()
{
    if (!m_spool)
        return;
    if (std::exchange(m_spooling, true))
        spool({}); // it may have found space by now
    else
        spool(m_writing + m_waiting);
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
