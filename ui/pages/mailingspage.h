// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The page "Mailings": the list, one mailing's dashboard, or the editor, one at a time.
 *
 * Holds no widgets of its own; each of the three is a page, and what it says about title and actions is passed on.
 */
#pragma once

#include "core/base/ids.h"
#include "ui/pages/page.h"

#include <QStackedWidget>

namespace ui::editors {
class MailingEditor;
}

namespace ui::pages {

class MailingDashboard;
class MailingList;

/** Thread: main. */
class MailingsPage : public Page
{
    Q_OBJECT

public:
    MailingsPage(const Context &context, Navigator &navigator, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString parentTitle() const override;
    [[nodiscard]] QString badge() const override;
    [[nodiscard]] QString counter() const override;
    [[nodiscard]] QWidget *titleActions() override { return m_actions; }
    void activated() override;
    void goUp() override;

    void showList();
    void showMailing(core::MailingId id);
    void newMailing();
    void editMailing(core::MailingId id);

protected:
    void retranslate() override {}

private:
    void addPart(Page *part);
    void showPart(Page *part);
    [[nodiscard]] Page *current() const;

    QStackedWidget *m_stack;
    QStackedWidget *m_actions;
    MailingList *m_list;
    MailingDashboard *m_dashboard;
    editors::MailingEditor *m_editor;
};

} // namespace ui::pages
