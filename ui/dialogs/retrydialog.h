// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Asks which messages of a mailing are tried again, and until when.
 */
#pragma once

#include "core/domain/statistics.h"
#include "ui/context.h"

#include <QDialog>

class QCheckBox;
class QDateTimeEdit;
class QLabel;
class QPushButton;

namespace ui::editors {
class Field;
}
namespace ui::feedback {
class Banner;
}

namespace ui::dialogs {

/**
 * Opened with open(); stays until the service has accepted.
 *
 * Accepted messages (undelivered, unknown) may arrive twice: the dialog says so before they are chosen. Thread: main.
 */
class RetryDialog : public QDialog
{
    Q_OBJECT

public:
    RetryDialog(const Context &context, const core::domain::Mailing &mailing, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Choice
    {
        core::domain::MessageStatus status;
        QCheckBox *box;
    };

    void layOut();
    void readCounts();
    void showCounts();
    void submit();
    [[nodiscard]] QList<core::domain::MessageStatus> chosen() const;
    void retranslate();

    const Context &m_context;
    core::domain::Mailing m_mailing;
    core::domain::StatusCounts m_counts;
    QLabel *m_heading;
    QList<Choice> m_choices;
    QLabel *m_warning;
    feedback::Banner *m_banner;
    QDateTimeEdit *m_end;
    editors::Field *m_endField;
    QPushButton *m_retry;
    QPushButton *m_close;
};

} // namespace ui::dialogs
