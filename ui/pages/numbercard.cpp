// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/numbercard.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::pages {

NumberCard::NumberCard(const QString &objectName, QWidget *parent)
    : Card(parent), m_name(feedback::label("dim", this)), m_number(feedback::label("number", this)),
      m_remark(feedback::label("dim", this)), m_link(new QPushButton(this))
{
    setObjectName(objectName);
    m_number->setObjectName(objectName + QStringLiteral("Number"));
    m_link->setObjectName(objectName + QStringLiteral("Link"));
    m_link->setProperty("kind", QStringLiteral("link"));
    m_link->hide();
    for (QWidget *below : {static_cast<QWidget *>(m_remark), static_cast<QWidget *>(m_link)})
        below->setFixedHeight(22); // the same with and without a link
    body()->setSpacing(2);
    body()->addWidget(m_name);
    body()->addWidget(m_number);
    body()->addWidget(m_remark);
    body()->addWidget(m_link, 0, Qt::AlignLeft);
    setNumber(QStringLiteral("—"));
    connect(m_link, &QPushButton::clicked, this, &NumberCard::linkClicked);
}

void NumberCard::setName(const QString &name)
{
    m_name->setText(name);
    describe();
}

void NumberCard::setNumber(const QString &number, bool isProblem)
{
    m_number->setText(number);
    feedback::setLook(m_number, "problem", isProblem);
    describe();
}

void NumberCard::setRemark(const QString &text)
{
    m_remark->setText(text);
    describe();
}

void NumberCard::setLink(const QString &text)
{
    m_link->setText(text);
    m_link->setAccessibleName(QStringLiteral("%1, %2").arg(m_name->text(), text));
    m_link->setVisible(!text.isEmpty());
    m_remark->setVisible(text.isEmpty());
}

void NumberCard::describe()
{
    setAccessibleName(QStringLiteral("%1: %2").arg(m_name->text(), m_number->text()));
    setAccessibleDescription(m_remark->text());
}

} // namespace ui::pages
