// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Sends one message through a gateway and shows what it answered.
 */
#pragma once

#include "core/base/ids.h"
#include "ui/context.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui::editors {
class Field;
}

namespace ui::pages {

/** One test at a time; Enter in a field sends it, and saves nothing around it. Thread: main. */
class GatewayTest : public QWidget
{
    Q_OBJECT

public:
    explicit GatewayTest(const Context &context, QWidget *parent = nullptr);

    void setGateway(core::GatewayId id);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void send();
    void retranslate();

    const Context &m_context;
    core::GatewayId m_gateway;
    int m_turn = 0; ///< counts setGateway(): an answer belongs to the turn in which it was asked for
    QLabel *m_heading;
    QLineEdit *m_phone;
    QLineEdit *m_text;
    editors::Field *m_phoneField;
    editors::Field *m_textField;
    QPushButton *m_send;
    QLabel *m_answer;
};

} // namespace ui::pages
