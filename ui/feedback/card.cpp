// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/feedback/card.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QVariant>

namespace ui::feedback {

Card::Card(QWidget *parent)
    : QFrame(parent), m_headingRow(new QHBoxLayout), m_body(new QVBoxLayout), m_heading(label("section", this))
{
    setProperty("kind", QStringLiteral("card"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::cardPadding, 3 * theme::space, theme::cardPadding, theme::cardPadding);
    column->setSpacing(2 * theme::space);
    m_headingRow->setSpacing(2 * theme::space);
    m_headingRow->addWidget(m_heading);
    m_headingRow->addStretch();
    m_body->setSpacing(2 * theme::space);
    column->addLayout(m_headingRow);
    column->addLayout(m_body, 1);
    m_heading->setMinimumHeight(22); // that of a link beside it: headings of neighbours are level
    m_heading->hide();
}

void Card::setHeading(const QString &text)
{
    m_heading->setText(text);
    m_heading->setVisible(!text.isEmpty());
    setAccessibleName(text);
}

QLabel *label(const char *kind, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setProperty("kind", QString::fromLatin1(kind));
    made->setTextFormat(Qt::PlainText);
    return made;
}

QFrame *line(QWidget *parent)
{
    auto *made = new QFrame(parent);
    made->setProperty("kind", QStringLiteral("line"));
    return made;
}

void setLook(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace ui::feedback
