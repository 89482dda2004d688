// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The form of a gateway, new or known, and a test message through it.
 */
#pragma once

#include "core/domain/gatewayprofile.h"
#include "ui/context.h"
#include "ui/feedback/card.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ui::editors {
class Field;
class FormFrame;
class RateSpin;
class RetryEdit;
} // namespace ui::editors

namespace ui::pages {

class GatewayTest;

/** The secret can be written, never read. Saves by itself. Thread: main. */
class GatewayForm : public feedback::Card
{
    Q_OBJECT

public:
    explicit GatewayForm(const Context &context, QWidget *parent = nullptr);

    void begin(const core::domain::GatewayProfile &profile); ///< an invalid id: a new one

Q_SIGNALS:
    void saved();
    void removed();
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeControls();
    void layOut();
    void placeErrors();
    void showKind();
    void save();
    void remove();
    void retranslate();
    [[nodiscard]] core::domain::GatewayEdit edit() const;

    const Context &m_context;
    core::domain::GatewayProfile m_profile;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QLineEdit *m_url;
    QLineEdit *m_secret;
    QLineEdit *m_sender;
    QSpinBox *m_connections;
    editors::RateSpin *m_rate;
    QComboBox *m_rateUnit;
    QSpinBox *m_timeout;
    editors::RetryEdit *m_retry;
    QCheckBox *m_enabled;
    QCheckBox *m_default;
    editors::Field *m_nameField = nullptr;
    editors::Field *m_kindField = nullptr;
    editors::Field *m_urlField = nullptr;
    editors::Field *m_secretField = nullptr;
    editors::Field *m_senderField = nullptr;
    editors::Field *m_connectionsField = nullptr;
    editors::Field *m_rateField = nullptr;
    editors::Field *m_rateUnitField = nullptr;
    editors::Field *m_timeoutField = nullptr;
    editors::FormFrame *m_frame;
    QPushButton *m_remove;
    GatewayTest *m_test;
};

} // namespace ui::pages
