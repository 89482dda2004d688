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
class QLineEdit;

namespace ui::editors {
class MailingFilter;
class TimeFilter;
} // namespace ui::editors
namespace ui::feedback {
class EmptyState;
}
namespace ui::models {
class MessageTableModel;
}
namespace ui::tables {
class TableFrame;
class TableView;
struct TableWords;
} // namespace ui::tables

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
    void makeActions();
    [[nodiscard]] tables::TableWords words() const;
    [[nodiscard]] QList<core::domain::MessageStatus> chosenStatuses() const;
    [[nodiscard]] QString togetherText() const;
    void applyFilter();
    void tellWhyNothing(feedback::EmptyState &empty) const;
    void showSelected();
    void onChanged(core::interfaces::Changes changes);

    QWidget *m_actions;
    QLineEdit *m_phone;
    editors::MailingFilter *m_mailing;
    QComboBox *m_status;
    editors::TimeFilter *m_time;
    models::MessageTableModel *m_model;
    tables::TableView *m_table;
    MessagePanel *m_panel;
    tables::TableFrame *m_frame;
    QList<core::domain::MessageStatus> m_together; ///< what the last choice of the box stands for, if it is there
    QTimer m_searchPause;
};

} // namespace ui::pages
