// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/mailingspage.h"

#include "ui/editors/mailingeditor.h"
#include "ui/pages/mailingdashboard.h"
#include "ui/pages/mailinglist.h"

#include <QVBoxLayout>

namespace ui::pages {

MailingsPage::MailingsPage(const Context &context, Navigator &navigator, QWidget *parent)
    : Page(context, navigator, parent), m_stack(new QStackedWidget(this)), m_actions(new QStackedWidget),
      m_list(new MailingList(context, navigator, m_stack)), m_dashboard(new MailingDashboard(context, navigator, m_stack)),
      m_editor(new editors::MailingEditor(context, navigator, m_stack))
{
    setObjectName(QStringLiteral("mailingsPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    for (Page *part : {static_cast<Page *>(m_list), static_cast<Page *>(m_dashboard), static_cast<Page *>(m_editor)})
        addPart(part);
    connect(m_list, &MailingList::opened, this, &MailingsPage::showMailing);
    connect(m_list, &MailingList::newWanted, this, &MailingsPage::newMailing);
    connect(m_list, &MailingList::editWanted, this, &MailingsPage::editMailing);
    connect(m_dashboard, &MailingDashboard::editWanted, this, &MailingsPage::editMailing);
    connect(m_dashboard, &MailingDashboard::closed, this, &MailingsPage::showList);
    connect(m_editor, &editors::MailingEditor::finished, this, &MailingsPage::showMailing);
    connect(m_editor, &editors::MailingEditor::closed, this, &MailingsPage::showList);
}

void MailingsPage::addPart(Page *part)
{
    m_stack->addWidget(part);
    m_actions->addWidget(part->titleActions());
    connect(part, &Page::titleChanged, this, &Page::titleChanged);
}

Page *MailingsPage::current() const
{
    return static_cast<Page *>(m_stack->currentWidget());
}

void MailingsPage::showPart(Page *part)
{
    if (current() == m_editor && part != m_editor)
        m_editor->leave();
    m_stack->setCurrentWidget(part);
    m_actions->setCurrentIndex(m_stack->indexOf(part));
    part->activated();
    Q_EMIT titleChanged();
}

QString MailingsPage::title() const
{
    return current()->title();
}

QString MailingsPage::parentTitle() const
{
    return current()->parentTitle();
}

QString MailingsPage::badge() const
{
    return current()->badge();
}

QString MailingsPage::counter() const
{
    return m_list->counter();
}

void MailingsPage::activated()
{
    current()->activated();
}

void MailingsPage::goUp()
{
    showList();
}

void MailingsPage::showList()
{
    showPart(m_list);
}

void MailingsPage::showMailing(core::MailingId id)
{
    m_dashboard->setMailing(id);
    showPart(m_dashboard);
}

void MailingsPage::newMailing()
{
    m_editor->begin();
    showPart(m_editor);
}

void MailingsPage::editMailing(core::MailingId id)
{
    m_editor->open(id);
    showPart(m_editor);
}

} // namespace ui::pages
