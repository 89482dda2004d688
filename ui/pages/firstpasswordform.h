// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What the sign-in page asks where nobody can sign in yet: a password for the administrator of a new workspace on a server.
 */
#pragma once

#include "core/base/error.h"
#include "ui/context.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui::feedback {
class Banner;
}

namespace ui::pages {

class OwnPassword;

/** Signs in with the password that it sets. Thread: main. */
class FirstPasswordForm : public QWidget
{
    Q_OBJECT

public:
    explicit FirstPasswordForm(const Context &context, QWidget *parent = nullptr);

Q_SIGNALS:
    /** Somebody else was first: it is too late to set one. */
    void refused(const core::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void submit();
    void finish(const core::Status &done);
    void retranslate();

    const Context &m_context;
    QLabel *m_explanation;
    feedback::Banner *m_banner;
    OwnPassword *m_password;
    QPushButton *m_set;
    QLabel *m_terminal;
};

} // namespace ui::pages
