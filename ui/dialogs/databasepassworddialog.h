// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Asks for the password of the database's server, which has refused this user. Before there is a window or a service.
 *
 * Tries nothing and keeps nothing: app/databaselogin does.
 */
#pragma once

#include <QDialog>

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

namespace ui::dialogs {

/** Stays until it is told that the password was right, which closes it, or is cancelled. Thread: main. */
class DatabasePasswordDialog : public QDialog
{
    Q_OBJECT

public:
    /** @param server  as a person knows it; @param user  blank: that of the system */
    DatabasePasswordDialog(const QString &server, const QString &user, bool canKeep, QWidget *parent = nullptr);

    /** The password is being tried: nothing else can be entered. */
    void showTrying();
    /** What came of it, or why it asks. What was typed stays. */
    void showError(const core::Error &error);

Q_SIGNALS:
    void given(const QString &password, bool keep);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void submit();
    void setTrying(bool trying);
    void retranslate();

    const QString m_server;
    const QString m_user;
    QLabel *m_explanation;
    feedback::Banner *m_banner;
    QLineEdit *m_password;
    editors::Field *m_field;
    QCheckBox *m_keep;
    QPushButton *m_cancel;
    QPushButton *m_connect;
    bool m_isTrying = false;
};

} // namespace ui::dialogs
