// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/formframe.h"

#include "ui/feedback/card.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::editors {

// The parts get their parent in layOut(): tabs go through widgets in the order in which they came to the form.
FormFrame::FormFrame(const FormNames &names, QWidget *form)
    : QObject(form), m_problem(feedback::label("problem", nullptr)), m_submit(new QPushButton), m_leave(new QPushButton),
      m_row(new QHBoxLayout), m_errors(m_problem)
{
    m_problem->setObjectName(QString::fromLatin1(names.problem));
    m_submit->setObjectName(QString::fromLatin1(names.submit));
    m_leave->setObjectName(QString::fromLatin1(names.leave));
    m_submit->setProperty("kind", QStringLiteral("primary"));
    m_row->setSpacing(2 * theme::space);
    m_row->addWidget(m_submit);
    m_row->addWidget(m_leave);
    m_row->addStretch();
    connect(m_submit, &QPushButton::clicked, this, &FormFrame::submitted);
    connect(m_leave, &QPushButton::clicked, this, &FormFrame::leave);
    form->installEventFilter(this);
}

void FormFrame::layOut(QVBoxLayout *column)
{
    column->addWidget(m_problem);
    column->addLayout(m_row);
    for (int i = 0; i < m_row->count(); ++i) {
        if (QWidget *button = m_row->itemAt(i)->widget())
            button->installEventFilter(this);
    }
}

void FormFrame::reset()
{
    ++m_turn;
    m_errors.clear();
    setBusy(false);
}

void FormFrame::leave()
{
    reset();
    Q_EMIT left();
}

void FormFrame::setBusy(bool isBusy)
{
    if (m_isBusy == isBusy)
        return;
    m_isBusy = isBusy;
    if (isBusy)
        m_hadFocus = m_submit->hasFocus();
    m_submit->setEnabled(!isBusy);
    if (!isBusy && m_hadFocus && m_leave->hasFocus()) // where Qt has moved it to: the next Enter must not leave the form
        m_submit->setFocus();
    Q_EMIT busyChanged(isBusy);
}

bool FormFrame::canSubmit() const
{
    return m_submit->isEnabled() && !m_submit->isHidden();
}

bool FormFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (auto *button = qobject_cast<QPushButton *>(watched)) {
        if (isEnter)
            button->click();
        return isEnter;
    }
    if (key == Qt::Key_Escape)
        leave();
    else if (isEnter && canSubmit())
        Q_EMIT submitted();
    else
        return QObject::eventFilter(watched, event);
    return true; // what was in a field does not go on to the page
}

} // namespace ui::editors
