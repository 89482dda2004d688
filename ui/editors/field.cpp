// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/field.h"

#include "ui/editors/chipedit.h"
#include "ui/feedback/card.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ui::editors {

Field::Field(QWidget *control, QWidget *parent, QWidget *focus)
    : QWidget(parent), m_control(control), m_focus(focus ? focus : control), m_label(feedback::label("small", this)),
      m_note(feedback::label("small", this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space);
    column->addWidget(m_label);
    column->addWidget(m_control);
    column->addWidget(m_note);
    m_label->setBuddy(m_focus);
    m_note->setWordWrap(true);
    m_note->hide();
    m_label->hide();
}

void Field::setLabel(const QString &text)
{
    m_label->setText(text);
    m_label->setVisible(!text.isEmpty());
    m_focus->setAccessibleName(text);
}

void Field::setHint(const QString &text)
{
    m_hint = text;
    showNote();
}

void Field::setError(const QString &text)
{
    m_error = text;
    if (auto *chips = qobject_cast<ChipEdit *>(m_control))
        chips->setInvalid(!text.isEmpty());
    else
        feedback::setLook(m_control, "invalid", !text.isEmpty());
    showNote();
}

void Field::showNote()
{
    const bool wrong = !m_error.isEmpty();
    m_note->setText(wrong ? m_error : m_hint);
    feedback::setLook(m_note, "kind", wrong ? QStringLiteral("problem") : QStringLiteral("small"));
    m_note->setVisible(!m_note->text().isEmpty());
    m_focus->setAccessibleDescription(m_note->text());
}

} // namespace ui::editors
