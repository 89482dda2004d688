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

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace core {
struct Error;
}
namespace ui::editors {
class Field;
}

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
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeControls();
    void layOut();
    void make();
    void showText(const core::domain::NewToken &token);
    void showErrors(const core::Error &error);
    void copy();
    void close();
    void showStep();
    void retranslate();
    [[nodiscard]] bool isMade() const;

    const Context &m_context;
    bool m_isOpen = false; ///< between begin() and forget()
    QLineEdit *m_name;
    QSpinBox *m_days;
    QLineEdit *m_text;
    editors::Field *m_nameField;
    editors::Field *m_daysField;
    editors::Field *m_textField;
    QLabel *m_problem;
    QPushButton *m_make;
    QPushButton *m_copy;
    QPushButton *m_close;
};

} // namespace ui::pages
