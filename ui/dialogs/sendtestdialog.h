// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Sends the text of a mailing to one number, outside of any mailing, and says what the gateway answered.
 */
#pragma once

#include "core/domain/gatewayprofile.h"
#include "ui/context.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui::editors {
class Field;
}
namespace ui::feedback {
class Banner;
}

namespace ui::dialogs {

/** Opened with open(); stays open, for further numbers. Thread: main. */
class SendTestDialog : public QDialog
{
    Q_OBJECT

public:
    /** @param gateway  chosen at first; invalid: the default one */
    SendTestDialog(const Context &context, const QString &text, core::GatewayId gateway, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void readGateways(core::GatewayId wanted);
    void submit();
    void retranslate();

    const Context &m_context;
    QString m_text;
    QLabel *m_bubble;
    QLineEdit *m_phone;
    QComboBox *m_gateway;
    editors::Field *m_phoneField;
    editors::Field *m_gatewayField;
    feedback::Banner *m_banner;
    QPushButton *m_close;
    QPushButton *m_send;
};

} // namespace ui::dialogs
