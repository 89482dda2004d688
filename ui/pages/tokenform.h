// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Makes a token for a script, and shows its text the one time that it can be seen.
 */
#pragma once

#include "core/domain/apitoken.h"
#include "ui/context.h"
#include "ui/feedback/card.h"

class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ui::editors {
class Field;
class FormFrame;
} // namespace ui::editors

namespace ui::pages {

/** Of the person's own; nothing of the text stays when the form is left. Thread: main. */
class TokenForm : public feedback::Card
{
    Q_OBJECT

public:
    explicit TokenForm(const Context &context, QWidget *parent = nullptr);

    void begin();
    void forget(); ///< something else is shown in its place

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeControls();
    void layOut();
    void make();
    void showText(const core::domain::NewToken &token);
    void copy();
    void close();
    void showStep();
    void retranslate();
    [[nodiscard]] bool isMade() const;

    const Context &m_context;
    QLineEdit *m_name;
    QSpinBox *m_days;
    QLineEdit *m_text;
    editors::Field *m_nameField;
    editors::Field *m_daysField;
    editors::Field *m_textField;
    editors::FormFrame *m_frame;
    QPushButton *m_copy;
};

} // namespace ui::pages
