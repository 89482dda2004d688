// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/userscard.h"

#include "core/services/accountservice.h"
#include "ui/async.h"
#include "ui/feedback/entrylist.h"
#include "ui/feedback/errortext.h"
#include "ui/serverwatch.h"
#include "ui/texts/usertext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui::pages {

using core::domain::PageRequest;
using core::domain::User;

namespace {

constexpr int pageSize = 50;

PageRequest byEmail(qsizetype limit, const QString &after = {})
{
    return {.after = after,
            .limit = static_cast<int>(std::min<qsizetype>(limit, core::domain::maxPageSize)),
            .sortBy = QStringLiteral("email"),
            .descending = false};
}

} // namespace

UsersCard::UsersCard(const Context &context, QWidget *parent)
    : Card(parent), m_context(context), m_add(new QPushButton(this)), m_problem(feedback::label("problem", this)),
      m_list(new feedback::EntryList(this))
{
    setObjectName(QStringLiteral("usersCard"));
    m_add->setObjectName(QStringLiteral("addUserButton"));
    m_add->setProperty("kind", QStringLiteral("link"));
    m_problem->setObjectName(QStringLiteral("usersProblemLabel"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    headingRow()->addWidget(m_add);
    body()->addWidget(m_problem);
    body()->addWidget(m_list);
    connect(m_add, &QPushButton::clicked, this, &UsersCard::addRequested);
    connect(m_list, &feedback::EntryList::moreRequested, this, [this] { read(byEmail(pageSize, m_next)); });
    retranslate();
}

void UsersCard::refresh()
{
    read(byEmail(std::max<qsizetype>(pageSize, m_users.size())));
}

void UsersCard::read(const PageRequest &request)
{
    whenDone(m_context.accounts.page(m_context.actor, request), this,
             [this, after = request.after](const core::Result<core::domain::Page<User>> &page) {
                 if (!page && m_context.server.tells(page.error()))
                     return;
                 m_problem->setText(page ? QString() : feedback::errorText(page.error()));
                 m_problem->setVisible(!page);
                 if (!page || (!after.isEmpty() && after != m_next)) // asked for twice
                     return;
                 const QList<User> users = after.isEmpty() ? page->rows : m_users + page->rows;
                 m_next = page->next;
                 if (users == m_users)
                     return;
                 m_users = users;
                 fill();
             });
}

void UsersCard::fill()
{
    QList<feedback::Entry> entries;
    for (const User &user : std::as_const(m_users)) {
        feedback::Entry entry{user.name, {texts::roleText(user.role)}, user.email};
        if (!user.active)
            entry.badges << tr("not active");
        if (user.id == m_context.actor.user)
            entry.badges << tr("you");
        entry.actions << feedback::EntryAction{QStringLiteral("editUserButton_") + user.email, tr("Edit"),
                                               [this, user] { Q_EMIT editRequested(user); }};
        entries << entry;
    }
    m_list->setEntries(entries, !m_next.isEmpty());
}

void UsersCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void UsersCard::retranslate()
{
    setHeading(tr("Users"));
    m_add->setText(tr("Add a user"));
    fill();
}

} // namespace ui::pages
