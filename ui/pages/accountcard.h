// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One's own account: name and password, for everybody; and the way out.
 */
#pragma once

#include "core/domain/user.h"
#include "ui/context.h"
#include "ui/editors/formerrors.h"
#include "ui/feedback/card.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace core {
struct Error;
}
namespace ui::editors {
class Field;
}

namespace ui::pages {

class OwnPassword;

/** Reads when told to; saves by itself, once at a time. Thread: main. */
class AccountCard : public feedback::Card
{
    Q_OBJECT

public:
    explicit AccountCard(const Context &context, QWidget *parent = nullptr);

    void refresh();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    void setUser(const core::domain::User &user);
    void save();
    void finish(const core::Status &status);
    void showErrors(core::Error error);
    void touched();
    void offerActions();
    void retranslate();

    const Context &m_context;
    core::domain::User m_user;
    QLabel *m_who;
    QLineEdit *m_name;
    editors::Field *m_nameField;
    OwnPassword *m_password;
    QLabel *m_hint;
    QLabel *m_problem;
    editors::FormErrors m_errors;
    bool m_isSaving = false;
    QPushButton *m_save;
    QLabel *m_saved;
    QPushButton *m_signOut;
};

} // namespace ui::pages
