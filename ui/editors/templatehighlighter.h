// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Colours of a mailing's text while it is written.
 */
#pragma once

#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QSyntaxHighlighter>

namespace ui::editors {

/** Thread: main. Ownership: the document's. */
class TemplateHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    void setError(int position); ///< UTF-16 units from 0; -1: none
    void setMarked(const QString &characters);
    /** Takes the colours of a theme that was changed; does nothing while it is the same. */
    void followTheme();

protected:
    void highlightBlock(const QString &text) override;

private:
    int m_error = -1;
    QString m_marked;
    const theme::Colours *m_colours = &theme::colours(QGuiApplication::palette());
};

} // namespace ui::editors
