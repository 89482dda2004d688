// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One run of an import (or its dry run) as seen from the window: progress, the way to stop it, its end.
 */
#pragma once

#include "core/base/result.h"
#include "core/services/importrequest.h"
#include "ui/context.h"

#include <QObject>
#include <stop_token>

namespace ui::dialogs {

/** Stops what it runs when it goes. Thread: main. */
class ImportJob : public QObject
{
    Q_OBJECT

public:
    explicit ImportJob(const Context &context, QObject *parent = nullptr);
    ~ImportJob() override;

    /** A run before is stopped, and its answer dropped. */
    void start(const core::services::ImportRequest &request);
    void stop(); ///< what is in stays in; finished() tells how much
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(const core::services::ImportProgress &progress);
    void finished(const core::Result<core::csv::ImportReport> &report);

private:
    const Context &m_context;
    std::stop_source m_stop;
    quint64 m_run = 0;
    bool m_running = false;
};

} // namespace ui::dialogs
