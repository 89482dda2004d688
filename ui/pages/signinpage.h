// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What the window shows while nobody is signed in: e-mail address and password, and why it asks; or the form for the first
 * password of all.
 *
 * Not a page of the workbench. Ends when the session has somebody; MainWindow then shows the workbench.
 */
#pragma once

#include "ui/context.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace core {
struct Error;
}
namespace ui::editors {
class Field;
}
namespace ui::feedback {
class Banner;
}

namespace ui::pages {

class FirstPasswordForm;

/** Enter in either field signs in. Thread: main. */
class SignInPage : public QWidget
{
    Q_OBJECT

public:
    explicit SignInPage(const Context &context, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeControls();
    void layOut();
    void submit();
    void showError(const core::Error &error);
    void countDown();
    void showState();
    void showReason();
    void retranslate();

    const Context &m_context;
    QLabel *m_heading;
    QLabel *m_workspace;
    QLabel *m_moment;
    QWidget *m_form;
    FirstPasswordForm *m_first;
    feedback::Banner *m_banner;
    QLineEdit *m_email;
    QLineEdit *m_password;
    editors::Field *m_emailField;
    editors::Field *m_passwordField;
    QCheckBox *m_stay;
    QPushButton *m_signIn;
    QString m_reason; ///< why it asks, as it was last said
    bool m_isAsking = false;
    int m_secondsLeft = 0; ///< until the next try is looked at
    QTimer m_second;
};

} // namespace ui::pages
