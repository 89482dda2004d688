// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/feedback/emptystate.h"

#include "ui/feedback/card.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::feedback {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_heading(label("title", this)), m_advice(label("dim", this)), m_offers(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6 * theme::space, 6 * theme::space, 6 * theme::space, 6 * theme::space);
    column->setSpacing(2 * theme::space);
    m_heading->setAlignment(Qt::AlignCenter);
    m_heading->setWordWrap(true);
    m_advice->setAlignment(Qt::AlignCenter);
    m_advice->setWordWrap(true);
    m_offers->setSpacing(2 * theme::space);
    m_offers->setContentsMargins(0, 2 * theme::space, 0, 0);
    m_offers->addStretch();
    m_offers->addStretch();
    column->addStretch(2);
    column->addWidget(m_heading);
    column->addWidget(m_advice);
    column->addLayout(m_offers);
    column->addStretch(3);
}

void EmptyState::setText(const QString &heading, const QString &advice)
{
    m_heading->setText(heading);
    m_advice->setText(advice);
    setAccessibleName(heading);
    setAccessibleDescription(advice);
}

QPushButton *EmptyState::addOffer(const QString &objectName, std::function<void()> action)
{
    auto *button = new QPushButton(this);
    button->setObjectName(objectName);
    if (m_offers->count() == 2)
        button->setProperty("kind", QStringLiteral("primary"));
    connect(button, &QPushButton::clicked, this, std::move(action));
    m_offers->insertWidget(m_offers->count() - 1, button);
    return button;
}

} // namespace ui::feedback
