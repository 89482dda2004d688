// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/importjob.h"

#include "core/services/importservice.h"
#include "ui/async.h"

namespace ui::dialogs {

ImportJob::ImportJob(const Context &context, QObject *parent) : QObject(parent), m_context(context) {}

ImportJob::~ImportJob()
{
    m_stop.request_stop();
}

void ImportJob::start(const core::services::ImportRequest &request)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_running = true;
    const auto run = ++m_run;
    const auto progress = posted<const core::services::ImportProgress &>(this, [this, run](const auto &told) {
        if (run == m_run && m_running)
            Q_EMIT progressed(told);
    });
    whenDone(m_context.imports.run(m_context.actor, request, progress, m_stop.get_token()), this,
             [this, run](const core::Result<core::csv::ImportReport> &report) {
                 if (run != m_run)
                     return;
                 m_running = false;
                 Q_EMIT finished(report);
             });
}

void ImportJob::stop()
{
    m_stop.request_stop();
}

} // namespace ui::dialogs
