// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/templateedit.h"

#include "core/domain/messagetemplate.h"
#include "ui/editors/templatehighlighter.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QTextBlock>

namespace ui::editors {

TemplateEdit::TemplateEdit(QWidget *parent) : QPlainTextEdit(parent), m_highlighter(new TemplateHighlighter(document()))
{
    setTabChangesFocus(true);
}

void TemplateEdit::insertField(const QString &key)
{
    textCursor().insertText(QStringLiteral("{%1}").arg(key));
    setFocus();
}

void TemplateEdit::markError(int position)
{
    m_highlighter->setError(position);
}

void TemplateEdit::markCharacters(const QString &characters)
{
    m_highlighter->setMarked(characters);
}

void TemplateEdit::paintEvent(QPaintEvent *event)
{
    // Pills lie below the text: a highlighter could only paint their ground square.
    const auto parsed = core::domain::MessageTemplate::parse(toPlainText());
    if (parsed) {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::colours(palette()).selection);
        for (const auto &field : parsed->fields()) {
            QTextCursor begin(document());
            begin.setPosition(static_cast<int>(field.position));
            QTextCursor end(document());
            end.setPosition(static_cast<int>(field.position + field.length));
            const QRect first = cursorRect(begin);
            const QRect last = cursorRect(end);
            if (first.top() == last.top())
                painter.drawRoundedRect(QRect(first.topLeft(), last.bottomRight()).adjusted(-3, -1, 3, 1), 8, 8);
        }
    }
    QPlainTextEdit::paintEvent(event);
}

void TemplateEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_highlighter->followTheme();
}

} // namespace ui::editors
