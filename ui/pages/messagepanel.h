// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One message at the side of a table: its state, the exact text, and every attempt that failed.
 */
#pragma once

#include "core/base/ids.h"
#include "ui/context.h"
#include "ui/navigator.h"

#include <QFrame>
#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace core::services {
struct MessageDetails;
}

namespace ui::shell {
class StatusDot;
}

namespace ui::pages {

/** Also used by the dashboard of a mailing. Hidden while it shows nothing. Thread: main. */
class MessagePanel : public QFrame
{
    Q_OBJECT

public:
    MessagePanel(const Context &context, Navigator &navigator, QWidget *parent = nullptr);
    ~MessagePanel() override;

    /** Reads it and shows the panel; an invalid id hides it. */
    void showMessage(core::MessageId id);
    /** Reads the shown one again. */
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void fill();
    void fillAttempts();
    void retranslate();

    const Context &m_context;
    Navigator &m_navigator;
    core::MessageId m_id;
    std::unique_ptr<core::services::MessageDetails> m_details;
    QLabel *m_heading;
    QPushButton *m_close;
    shell::StatusDot *m_dot;
    QLabel *m_status;
    QLabel *m_times;
    QLabel *m_textHeading;
    QLabel *m_text;
    QLabel *m_attemptsHeading;
    QVBoxLayout *m_attempts;
    QPushButton *m_client;
    QPushButton *m_mailing;
};

} // namespace ui::pages
