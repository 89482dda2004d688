// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The last two steps of an import: counting what would happen, and doing it.
 */
#pragma once

#include "core/base/result.h"
#include "core/services/importrequest.h"
#include "ui/context.h"

#include <QTemporaryDir>
#include <QWidget>
#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ui::feedback {
class Banner;
}

namespace ui::dialogs {

class ImportJob;
class ImportNumbers;

/** Thread: main. */
class ImportRunStep : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Check, Import };

    ImportRunStep(Kind kind, const Context &context, QWidget *parent = nullptr);

    void begin(const core::services::ImportRequest &request);
    void stop();
    [[nodiscard]] bool isRunning() const;
    /** Nothing before the end. */
    [[nodiscard]] const std::optional<core::csv::ImportReport> &report() const { return m_report; }
    void retranslate();

Q_SIGNALS:
    void stateChanged(); ///< begun or ended

private:
    void layOut();
    void showProgress(const core::services::ImportProgress &progress);
    void finish(const core::Result<core::csv::ImportReport> &report);
    void showReport();
    void offerTakeBack(const QString &happened, const QString &meaning);
    void undo();
    void saveRejects();

    const Kind m_kind;
    const Context &m_context;
    ImportJob *m_job;
    core::services::ImportRequest m_request;
    std::optional<core::csv::ImportReport> m_report;
    QTemporaryDir m_folder; ///< of the refused rows, until the person saves them
    feedback::Banner *m_banner;
    QLabel *m_heading;
    QProgressBar *m_bar;
    QLabel *m_pace;
    QPushButton *m_cancel;
    ImportNumbers *m_numbers;
    QPushButton *m_save;
    QPushButton *m_undo;
};

} // namespace ui::dialogs
