// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The history: everything that was done, by whom, to what; filtered, and one event with all its details at the side.
 */
#pragma once

#include "core/interfaces/changefeed.h"
#include "ui/pages/page.h"

namespace ui::feedback {
class EmptyState;
}
namespace ui::models {
class EventTableModel;
}
namespace ui::tables {
class TableFrame;
class TableView;
struct TableWords;
} // namespace ui::tables

namespace ui::pages {

class EventPanel;
class HistoryFilterBar;

/** Thread: main. */
class HistoryPage : public Page
{
    Q_OBJECT

public:
    HistoryPage(const Context &context, Navigator &navigator, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QWidget *titleActions() override;
    void activated() override;

    /** Filters by this mailing and by nothing else. */
    void showMailing(core::MailingId id, const QString &name);
    /** Filters by this client and by nothing else. @param phone  blank: the client is gone */
    void showClient(core::ClientId id, const QString &phone);

protected:
    void retranslate() override;

private:
    [[nodiscard]] tables::TableWords words() const;
    void applyFilter();
    void readActors();
    void tellWhyNothing(feedback::EmptyState &empty) const;
    void showSelected();
    void goTo(qint64 event);
    void onChanged(core::interfaces::Changes changes);

    HistoryFilterBar *m_filters;
    models::EventTableModel *m_model;
    tables::TableView *m_table;
    EventPanel *m_panel;
    tables::TableFrame *m_frame;
};

} // namespace ui::pages
