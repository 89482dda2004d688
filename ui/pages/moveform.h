// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The form for the server that the workspace is to move to; asks once more before anything is moved.
 *
 * What happens then is shown by ui/dialogs/movedialog, when this window is gone.
 */
#pragma once

#include "core/domain/serverplace.h"
#include "ui/context.h"
#include "ui/feedback/card.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace ui::editors {
class Field;
class FormFrame;
} // namespace ui::editors

namespace ui::pages {

/** Looks at the server while sending goes on. Thread: main. */
class MoveForm : public feedback::Card
{
    Q_OBJECT

public:
    explicit MoveForm(const Context &context, QWidget *parent = nullptr);

    void begin();
    /** The password is nobody's business any more. */
    void forget();

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeControls();
    void layOut();
    void look();
    void askToMove(const core::domain::ServerPlace &to);
    void close();
    void showTrust();
    void retranslate();
    [[nodiscard]] core::domain::ServerPlace place() const;
    [[nodiscard]] core::domain::ServerTrust trust() const;

    const Context &m_context;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_database;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_keep;
    QComboBox *m_trust;
    QLineEdit *m_authority;
    editors::Field *m_hostField;
    editors::Field *m_portField;
    editors::Field *m_databaseField;
    editors::Field *m_userField;
    editors::Field *m_passwordField;
    editors::Field *m_trustField;
    editors::Field *m_authorityField;
    editors::FormFrame *m_frame;
};

} // namespace ui::pages
