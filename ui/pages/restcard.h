// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The REST interface of this window: its switch, its address, its certificate, and what has become of it.
 */
#pragma once

#include "core/base/result.h"
#include "ui/context.h"
#include "ui/feedback/card.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace core::interfaces {
struct RestState;
}
namespace ui::editors {
class Field;
}

namespace ui::pages {

/** Saved and applied as soon as something is changed. Thread: main. */
class RestCard : public feedback::Card
{
    Q_OBJECT

public:
    explicit RestCard(const Context &context, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    using Settings = core::settings::DesktopSettings;

    void layOut();
    void join(QCheckBox *check, bool (Settings::*value)() const, core::Status (Settings::*set)(bool));
    void join(QLineEdit *edit, QString (Settings::*value)() const, core::Status (Settings::*set)(const QString &));
    /** @return it was saved */
    bool apply(const core::Status &saved);
    void showState();
    void showErrors(const core::Error &error);
    [[nodiscard]] QString stateText(const core::interfaces::RestState &state) const;
    void offerControls();
    void retranslate();

    const Context &m_context;
    QCheckBox *m_enabled;
    QLineEdit *m_address;
    QLineEdit *m_certificate;
    QLineEdit *m_key;
    QCheckBox *m_insecure;
    editors::Field *m_addressField;
    editors::Field *m_certificateField;
    editors::Field *m_keyField;
    QLabel *m_state;
    QLabel *m_problem;
    QPushButton *m_again;
};

} // namespace ui::pages
