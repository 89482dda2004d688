// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/retention.h"

#include "core/base/async.h"
#include "core/base/logging.h"

namespace app {

namespace {

void tell(const core::Result<core::services::RetentionReport> &report)
{
    if (!report)
        qCWarning(core::logApp).noquote().nospace() << "retention error=" << report.error().code;
    else if (report->messages > 0 || report->texts > 0 || report->events > 0)
        qCInfo(core::logApp).nospace() << "retention mailings=" << report->mailings << " messages=" << report->messages
                                       << " texts=" << report->texts << " events=" << report->events
                                       << " stopped=" << report->stopped;
}

} // namespace

Retention::Retention(core::interfaces::Executor &executor, const core::Clock &clock, core::interfaces::Delay &delay,
                     Pace pace, QObject *parent)
    : QObject(parent), m_service(executor, clock, delay), m_pace(pace), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Retention::run);
}

Retention::~Retention()
{
    stop();
}

void Retention::start()
{
    if (!*m_stop && !m_timer.isActive() && !m_running)
        m_timer.start(m_pace.first);
}

void Retention::stop()
{
    *m_stop = true;
    m_timer.stop();
}

void Retention::run()
{
    m_timer.start(m_pace.period);
    if (std::exchange(m_running, true))
        return;
    core::whenDone(m_service.run(m_stop), this, [this](const core::Result<core::services::RetentionReport> &report) {
        m_running = false;
        tell(report);
        Q_EMIT finished();
    });
}

} // namespace app
