// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Backs the workspace up into a file, and tells how one is restored: on the command line, while no window is open.
 */
#pragma once

#include "core/base/result.h"
#include "ui/context.h"
#include "ui/feedback/card.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace core::services {
struct BackupReport;
}

namespace ui::pages {

/** One backup at a time; it goes on while other pages are shown. Thread: main. */
class BackupCard : public feedback::Card
{
    Q_OBJECT

public:
    explicit BackupCard(const Context &context, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void askFile();
    void start(const QString &path);
    void showResult(const core::Result<core::services::BackupReport> &result);
    void offerControls();
    void retranslate();

    const Context &m_context;
    QPushButton *m_start;
    QProgressBar *m_busy;
    QLabel *m_result;
    QLabel *m_problem;
    QLabel *m_hint;
    bool m_isRunning = false;
};

} // namespace ui::pages
