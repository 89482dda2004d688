// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The last look before a mailing starts: who gets it, who does not and why, how long it takes, what speaks against it.
 */
#pragma once

#include "core/services/mailingservice.h"
#include "ui/context.h"

#include <QDialog>

class QCheckBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace ui::feedback {
class Banner;
}

namespace ui::dialogs {

/**
 * Opened with open(), in the middle of its window. Starts the mailing, which is stored as a draft already; what speaks
 * against it is allowed one by one.
 */
class CheckSheetDialog : public QDialog
{
    Q_OBJECT

public:
    /** @param startAt  nothing: now */
    CheckSheetDialog(const Context &context, const core::domain::Mailing &draft, const core::domain::MailingEdit &edit,
                     std::optional<core::Instant> startAt, QWidget *parent);

Q_SIGNALS:
    void started(core::MailingId id);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void read();
    void showSheet();
    void centre();
    void addHours(core::Instant now);
    void addLine(const QString &name, const QString &value, bool isProblem = false);
    void offerStart();
    void submit();
    void start();
    void complain(const core::Error &error);
    void retranslate();

    const Context &m_context;
    core::domain::Mailing m_draft;
    core::domain::MailingEdit m_edit;
    std::optional<core::Instant> m_startAt;
    std::optional<core::services::CheckSheet> m_sheet;
    QLabel *m_heading;
    feedback::Banner *m_banner;
    QGridLayout *m_lines;
    QCheckBox *m_allowMissing;
    QCheckBox *m_allowTwin;
    QPushButton *m_close;
    QPushButton *m_start;
};

} // namespace ui::dialogs
