// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/titleline.h"

#include "ui/feedback/card.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui::shell {

TitleLine::TitleLine(QWidget *parent)
    : QFrame(parent), m_up(new QPushButton(this)), m_arrow(feedback::label("title", this)),
      m_title(feedback::label("title", this)), m_badge(feedback::label("badge", this))
{
    setProperty("kind", QStringLiteral("titleLine"));
    setFixedHeight(55);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme::pagePadding, 0, theme::pagePadding, 0);
    row->setSpacing(2 * theme::space);
    m_up->setObjectName(QStringLiteral("upButton"));
    m_up->setProperty("kind", QStringLiteral("crumb"));
    m_arrow->setText(QStringLiteral("›"));
    m_title->setObjectName(QStringLiteral("titleLabel"));
    m_badge->setObjectName(QStringLiteral("titleBadge"));
    m_badge->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_title->setMinimumWidth(40);
    row->addWidget(m_up);
    row->addWidget(m_arrow);
    row->addWidget(m_title);
    row->addWidget(m_badge);
    row->addStretch();
    connect(m_up, &QPushButton::clicked, this, &TitleLine::upClicked);
    setTitle({}, {}, {});
}

void TitleLine::setTitle(const QString &title, const QString &parentTitle, const QString &badge)
{
    m_up->setText(parentTitle);
    m_up->setVisible(!parentTitle.isEmpty());
    m_arrow->setVisible(!parentTitle.isEmpty());
    m_title->setText(title);
    m_badge->setText(badge);
    m_badge->setVisible(!badge.isEmpty());
}

void TitleLine::addActions(QWidget *actions)
{
    actions->hide();
    actions->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    layout()->addWidget(actions);
}

void TitleLine::showActions(QWidget *actions)
{
    // Not a QStackedWidget: that would give every page's actions the room of the widest.
    if (m_shownActions)
        m_shownActions->hide();
    m_shownActions = actions;
    if (actions)
        actions->show();
}

} // namespace ui::shell
