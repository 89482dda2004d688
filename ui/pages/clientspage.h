// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The directory: a table over any number of clients, search and filters, one client at the side, actions for many.
 */
#pragma once

#include "core/domain/workspacesettings.h"
#include "core/interfaces/changefeed.h"
#include "core/interfaces/clientrepository.h"
#include "ui/pages/page.h"

#include <QTimer>

class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace ui::feedback {
class Banner;
class EmptyState;
} // namespace ui::feedback
namespace ui::models {
class ClientTableModel;
}
namespace ui::tables {
class TableView;
}

namespace ui::pages {

class ClientActions;
class ClientFilterBar;
class ClientPanel;
class ExportAction;
class SelectionBar;

/** Thread: main. */
class ClientsPage : public Page
{
    Q_OBJECT

public:
    ClientsPage(const Context &context, Navigator &navigator, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QWidget *titleActions() override { return m_titleActions; }
    [[nodiscard]] QString counter() const override { return m_counter; }
    void activated() override;

    void showClient(core::ClientId id);
    /** Opens the import dialog. @param path  blank: the dialog asks for a file */
    void importFile(const QString &path);

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeTitleActions();
    void layOut();
    void connectTable();
    void connectActions();
    void applyQuery();
    void showCount();
    void showEmpty();
    void selectionMoved();
    void readSettings();
    void offerActions();
    [[nodiscard]] core::Status mayEditSelected() const;
    void readVocabulary();
    void readCounter();
    void onChanged(core::interfaces::Changes changes);
    [[nodiscard]] QList<core::ClientId> selected() const;

    QWidget *m_titleActions;
    QLineEdit *m_search;
    QPushButton *m_export;
    QPushButton *m_new;
    QPushButton *m_import;
    feedback::Banner *m_banner;
    QStackedWidget *m_top; ///< filters, or what to do with the chosen
    ClientFilterBar *m_filters;
    SelectionBar *m_selection;
    QStackedWidget *m_body; ///< table, or why there is none
    models::ClientTableModel *m_model;
    core::domain::WorkspaceSettings m_settings; ///< say whose clients the person may edit
    tables::TableView *m_table;
    feedback::EmptyState *m_empty;
    QPushButton *m_emptyImport;
    QPushButton *m_emptyNew;
    feedback::EmptyState *m_noMatch;
    QPushButton *m_noMatchClear;
    QProgressBar *m_progress;
    ClientPanel *m_panel;
    ClientActions *m_actions;
    ExportAction *m_exporter;
    QTimer m_searchPause;
    QTimer m_slow; ///< shows the progress sign when an answer takes long
    QString m_counter;
    qint64 m_everybody = -1;   ///< -1: not counted yet
    bool m_loadFailed = false; ///< the banner says so
};

} // namespace ui::pages
