// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The form of a client, new or known, with what is wrong beside each field.
 */
#pragma once

#include "core/domain/client.h"
#include "ui/context.h"

#include <QWidget>

class QLineEdit;

namespace core::services {
struct ClientVocabulary;
}

namespace ui::editors {
class AttributesEdit;
class ChipEdit;
class Field;
class FormFrame;
class ZoneCombo;
} // namespace ui::editors

namespace ui::pages {

/** Saves by itself; the panel around it only hears of the end. Thread: main. */
class ClientForm : public QWidget
{
    Q_OBJECT

public:
    explicit ClientForm(const Context &context, QWidget *parent = nullptr);

    void begin(const core::domain::Client &client); ///< an invalid id: a new client
    void forget();                                  ///< not shown any more: the answer to what was saved is not told
    void setVocabulary(const core::services::ClientVocabulary &vocabulary);

Q_SIGNALS:
    void saved(const core::domain::Client &client);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void placeErrors();
    void save();
    void hintCode();
    void retranslate();
    [[nodiscard]] core::domain::ClientEdit edit() const;

    const Context &m_context;
    core::domain::Client m_client;
    QLineEdit *m_phone;
    QLineEdit *m_code;
    editors::ChipEdit *m_tags;
    editors::ZoneCombo *m_zone;
    editors::AttributesEdit *m_attributes;
    QLineEdit *m_consent;
    editors::Field *m_phoneField;
    editors::Field *m_codeField;
    editors::Field *m_tagsField;
    editors::Field *m_zoneField;
    editors::Field *m_attributesField;
    editors::Field *m_consentField;
    editors::FormFrame *m_frame;
};

} // namespace ui::pages
