// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A new password of one's own, typed twice: who mistypes it once is not locked out.
 */
#pragma once

#include <QWidget>

class QLineEdit;

namespace core {
struct Error;
}
namespace ui::editors {
class Field;
}

namespace ui::pages {

/** Thread: main. */
class OwnPassword : public QWidget
{
    Q_OBJECT

public:
    /** @param objectName  of the first field; that of the second one ends with Again */
    explicit OwnPassword(const QString &objectName, QWidget *parent = nullptr);

    [[nodiscard]] QString password() const;
    /** Says it beside the second field if the two differ. */
    [[nodiscard]] bool isRepeated();
    /** False: it is not about the password, and nothing is said. */
    [[nodiscard]] bool showError(const core::Error &error);
    void clearErrors();
    void clear();
    void setHint(const QString &text);

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLineEdit *m_password;
    QLineEdit *m_again;
    editors::Field *m_passwordField;
    editors::Field *m_againField;
};

} // namespace ui::pages
