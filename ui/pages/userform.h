// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The form of a user, new or known, for administrators.
 *
 * With the second user people begin to sign in here, so whoever adds it gives the local administrator a password first.
 * One's own password is changed in ui/pages/accountcard.
 */
#pragma once

#include "core/domain/user.h"
#include "ui/context.h"
#include "ui/feedback/card.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui::editors {
class Field;
class FormFrame;
} // namespace ui::editors

namespace ui::pages {

class OwnPassword;

/** Saves by itself, with what is wrong beside each field. Thread: main. */
class UserForm : public feedback::Card
{
    Q_OBJECT

public:
    explicit UserForm(const Context &context, QWidget *parent = nullptr);

    void begin(const core::domain::User &user); ///< an invalid id: a new one

Q_SIGNALS:
    void saved();
    void removed();
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeControls();
    void layOut();
    void save();
    void store();
    void askToRemove();
    void remove();
    void showOwnPassword();
    void showRole();
    void offerActions();
    void retranslate();
    [[nodiscard]] core::domain::UserEdit edit() const;
    [[nodiscard]] bool isNew() const { return !m_user.id.isValid(); }
    [[nodiscard]] bool isOneself() const { return m_user.id == m_context.actor.user; }
    [[nodiscard]] bool needsOwnPassword() const;

    const Context &m_context;
    core::domain::User m_user;
    QLineEdit *m_email;
    QLineEdit *m_name;
    QComboBox *m_role;
    QLineEdit *m_password;
    QCheckBox *m_active;
    editors::Field *m_emailField;
    editors::Field *m_nameField;
    editors::Field *m_roleField;
    editors::Field *m_passwordField;
    QLabel *m_ownHint;
    OwnPassword *m_own;
    editors::FormFrame *m_frame;
    QPushButton *m_remove;
};

} // namespace ui::pages
