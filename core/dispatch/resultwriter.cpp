// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dispatch/resultwriter.h"

#include "core/base/async.h"
#include "core/base/logging.h"

namespace core::dispatch {

using interfaces::Lane;
using interfaces::MessageOutcome;
using interfaces::UnitOfWork;

namespace {

constexpr Milliseconds pauseAfterFailure{1000};

} // namespace

ResultWriter::ResultWriter(const InstanceId &self, interfaces::Executor &executor, const Clock &clock, QObject *parent)
    : QObject(parent), m_self(self), m_executor(executor), m_clock(clock), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ResultWriter::write);
}

void ResultWriter::add(MessageOutcome outcome)
{
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
    whenDone(m_executor.write(Lane::Dispatch, [batch = m_writing, self = m_self](
                                                  UnitOfWork &unit) { return unit.messages.record(batch, self); }),
             this, [this](const Status &status) { finish(status); });
}

void ResultWriter::finish(const Status &status)
{
    if (!status) {
        qCWarning(logDispatch).noquote().nospace()
            << "results_kept=" << m_writing.size() + m_waiting.size() << " error=" << status.error().code
            << " detail=" << logValue(status.error().detail);
        m_waiting = std::exchange(m_writing, {}) + m_waiting;
        m_timer.start(pauseAfterFailure);
        if (!std::exchange(m_stuck, true))
            Q_EMIT stuck(status.error().code);
        return;
    }
    m_times.add(m_clock.ticks() - m_writtenSince);
    const QList<MessageOutcome> done = std::exchange(m_writing, {});
    if (std::exchange(m_stuck, false))
        Q_EMIT stuck({});
    Q_EMIT written(done);
    if (m_waiting.size() >= batchSize)
        write();
    else if (!m_waiting.isEmpty() && !m_timer.isActive())
        m_timer.start(batchTime);
    else if (isIdle())
        Q_EMIT idle();
}

} // namespace core::dispatch
