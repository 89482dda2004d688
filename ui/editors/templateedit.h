// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The text of a mailing while it is written: fields look like pills, what is wrong is underlined, what makes it dear is
 * marked.
 */
#pragma once

#include <QPlainTextEdit>

namespace ui::editors {

class TemplateHighlighter;

/** Tab leaves the field, as everywhere else in the form. Thread: main. */
class TemplateEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TemplateEdit(QWidget *parent = nullptr);

    /** Puts `{key}` at the cursor, in place of what is selected. */
    void insertField(const QString &key);
    /** Position in UTF-16 units from 0 that is underlined as wrong; -1: none. */
    void markError(int position);
    /** Characters that are marked wherever they stand. */
    void markCharacters(const QString &characters);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    TemplateHighlighter *m_highlighter;
};

} // namespace ui::editors
