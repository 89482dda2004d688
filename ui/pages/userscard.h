// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Who may come in: all users with their roles. For administrators; what is done with one is done in ui/pages/userform.
 */
#pragma once

#include "core/domain/page.h"
#include "ui/context.h"
#include "ui/feedback/card.h"

class QLabel;
class QPushButton;

namespace ui::feedback {
class EntryList;
}

namespace ui::pages {

/** Reads by itself, when told to. Thread: main. */
class UsersCard : public feedback::Card
{
    Q_OBJECT

public:
    explicit UsersCard(const Context &context, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void addRequested();
    void editRequested(const core::domain::User &user);

protected:
    void changeEvent(QEvent *event) override;

private:
    void read(const core::domain::PageRequest &request);
    void fill();
    void retranslate();

    const Context &m_context;
    QList<core::domain::User> m_users;
    QString m_next; ///< cursor of the rows that are not shown
    QPushButton *m_add;
    QLabel *m_problem;
    feedback::EntryList *m_list;
};

} // namespace ui::pages
