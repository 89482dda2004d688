// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * All mailings as a table, with what can be done to them.
 */
#pragma once

#include "core/domain/mailing.h"
#include "ui/pages/page.h"

#include <QTimer>

class QAction;
class QComboBox;
class QLineEdit;
class QMenu;
class QPushButton;

namespace ui {
class Refresher;
}
namespace ui::feedback {
class EmptyState;
}
namespace ui::models {
class MailingTableModel;
}
namespace ui::tables {
class TableFrame;
class TableView;
struct TableWords;
} // namespace ui::tables

namespace ui::pages {

class MailingActions;

/** Thread: main. */
class MailingList : public Page
{
    Q_OBJECT

public:
    MailingList(const Context &context, Navigator &navigator, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString counter() const override;
    [[nodiscard]] QWidget *titleActions() override { return m_actions; }
    void activated() override;

Q_SIGNALS:
    void opened(core::MailingId id);
    void newWanted();
    void editWanted(core::MailingId id);

protected:
    void retranslate() override;

private:
    void makeFilters();
    void makeMenu();
    [[nodiscard]] tables::TableWords words() const;
    QAction *addAction(const char *objectName, std::function<void(const core::domain::Mailing &)> act);
    void applyFilter();
    void tellWhyNothing(feedback::EmptyState &empty) const;
    void offerActions();
    void countRunning();
    [[nodiscard]] std::optional<core::domain::Mailing> selected() const;

    struct Entry
    {
        QAction *action;
        std::function<void(const core::domain::Mailing &)> act;
    };

    QWidget *m_actions;
    QLineEdit *m_search;
    QComboBox *m_state;
    QPushButton *m_more;
    QPushButton *m_new;
    QMenu *m_menu;
    QAction *m_edit;
    QAction *m_startNow;
    QAction *m_pause;
    QAction *m_resume;
    QAction *m_retry;
    QAction *m_duplicate;
    QAction *m_cancel;
    QAction *m_remove;
    models::MailingTableModel *m_model;
    tables::TableView *m_table;
    tables::TableFrame *m_frame;
    QPushButton *m_emptyNew;
    MailingActions *m_do;
    Refresher *m_refresher;
    Refresher *m_counter;
    QTimer m_searchPause;
    qint64 m_running = 0;
};

} // namespace ui::pages
