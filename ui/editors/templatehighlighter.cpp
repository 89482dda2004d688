// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/templatehighlighter.h"

#include "ui/theme/theme.h"

#include <QGuiApplication>

namespace ui::editors {

void TemplateHighlighter::setError(int position)
{
    if (m_error == position)
        return;
    m_error = position;
    rehighlight();
}

void TemplateHighlighter::setMarked(const QString &characters)
{
    if (m_marked == characters)
        return;
    m_marked = characters;
    rehighlight();
}

void TemplateHighlighter::followTheme()
{
    // A widget's palette also changes when its text becomes wrong: to rehighlight then would tell of a changed text, which
    // is checked, which changes the palette again.
    const theme::Colours *colours = &theme::colours(QGuiApplication::palette());
    if (std::exchange(m_colours, colours) != colours)
        rehighlight();
}

void TemplateHighlighter::highlightBlock(const QString &text)
{
    const theme::Colours &table = *m_colours;
    QTextCharFormat marked;
    marked.setBackground(table.warningLine);
    for (int i = 0; i < text.size() && !m_marked.isEmpty(); ++i) {
        if (m_marked.contains(text[i]))
            setFormat(i, 1, marked);
    }
    const int error = m_error - currentBlock().position();
    if (m_error >= 0 && error >= 0 && error < text.size()) {
        QTextCharFormat wrong;
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(table.problem);
        wrong.setForeground(table.problem);
        wrong.setFontWeight(QFont::Bold);
        setFormat(error, 1, wrong);
    }
}

} // namespace ui::editors
