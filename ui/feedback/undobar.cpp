// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/feedback/undobar.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <utility>

namespace ui::feedback {

UndoBar::UndoBar(QWidget *parent) : QFrame(parent), m_text(new QLabel(this)), m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("undoBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 6, 6);
    row->setSpacing(4 * theme::space);
    m_text->setObjectName(QStringLiteral("undoTextLabel"));
    m_button->setObjectName(QStringLiteral("undoButton"));
    row->addWidget(m_text);
    row->addWidget(m_button);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, &UndoBar::take);
    auto *shortcut = new QShortcut(QKeySequence::Undo, this);
    connect(shortcut, &QShortcut::activated, this, &UndoBar::take);
    parent->installEventFilter(this);
    hide();
    retranslate();
}

void UndoBar::offer(const QString &what, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_text->setText(what);
    setAccessibleName(what);
    m_timer.start(shownFor);
    show();
    raise();
    place();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void UndoBar::take()
{
    if (!isVisible())
        return;
    m_timer.stop();
    hide();
    if (const auto undo = std::exchange(m_undo, {}))
        undo();
}

void UndoBar::place()
{
    adjustSize();
    move((parentWidget()->width() - width()) / 2, parentWidget()->height() - height() - 6 * theme::space);
}

bool UndoBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void UndoBar::paintEvent(QPaintEvent *)
{
    const theme::Colours &table = theme::colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(table.controlLine);
    painter.setBrush(table.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::radius, theme::radius);
}

void UndoBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void UndoBar::retranslate()
{
    m_button->setText(tr("Undo"));
    m_button->setToolTip(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText));
}

} // namespace ui::feedback
