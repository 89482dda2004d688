// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * All messages: filter by mailing, status, phone and time, and what happened to each at the side.
 */
#pragma once

#include "core/domain/message.h"
#include "core/interfaces/changefeed.h"
#include "ui/pages/page.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace ui::editors {
class MailingFilter;
class TimeFilter;
} // namespace ui::editors
namespace ui::feedback {
class Banner;
class EmptyState;
} // namespace ui::feedback
namespace ui::models {
class MessageTableModel;
}
namespace ui::tables {
class TableView;
}

namespace ui::pages {

class MessagePanel;

/** Thread: main. */
class MessagesPage : public Page
{
    Q_OBJECT

public:
    MessagesPage(const Context &context, Navigator &navigator, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QWidget *titleActions() override { return m_actions; }
    void activated() override;

    /** Filters by these statuses (none: all) and by nothing else. Several together are offered as one choice from then on.
     */
    void showStatuses(const QList<core::domain::MessageStatus> &statuses);

protected:
    void retranslate() override;

private:
    void layOut();
    void makeActions();
    [[nodiscard]] QList<core::domain::MessageStatus> chosenStatuses() const;
    [[nodiscard]] QString togetherText() const;
    void applyFilter();
    void showCount();
    void showSelected();
    void onChanged(core::interfaces::Changes changes);

    QWidget *m_actions;
    QLineEdit *m_phone;
    editors::MailingFilter *m_mailing;
    QComboBox *m_status;
    editors::TimeFilter *m_time;
    QLabel *m_count;
    feedback::Banner *m_banner;
    models::MessageTableModel *m_model;
    tables::TableView *m_table;
    QStackedWidget *m_body;
    feedback::EmptyState *m_empty;
    MessagePanel *m_panel;
    QList<core::domain::MessageStatus> m_together; ///< what the last choice of the box stands for, if it is there
    QTimer m_searchPause;
};

} // namespace ui::pages
