// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/clientform.h"

#include "core/services/clientservice.h"
#include "ui/editors/attributesedit.h"
#include "ui/editors/chipedit.h"
#include "ui/editors/field.h"
#include "ui/editors/formframe.h"
#include "ui/editors/zonecombo.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::pages {

using core::domain::Client;
using editors::Field;

ClientForm::ClientForm(const Context &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_phone(new QLineEdit), m_code(new QLineEdit), m_tags(new editors::ChipEdit),
      m_zone(new editors::ZoneCombo), m_attributes(new editors::AttributesEdit), m_consent(new QLineEdit),
      m_phoneField(new Field(m_phone, this)), m_codeField(new Field(m_code, this)),
      m_tagsField(new Field(m_tags, this, m_tags->edit())), m_zoneField(new Field(m_zone, this)),
      m_attributesField(new Field(m_attributes, this)), m_consentField(new Field(m_consent, this)),
      m_frame(new editors::FormFrame({"saveClientButton", "cancelClientButton", "clientProblemLabel"}, this))
{
    layOut();
    placeErrors();
    setFocusProxy(m_phone);
    connect(m_frame, &editors::FormFrame::submitted, this, &ClientForm::save);
    connect(m_frame, &editors::FormFrame::left, this, &ClientForm::cancelled);
    connect(m_phone, &QLineEdit::textChanged, this, &ClientForm::hintCode);
    connect(m_code, &QLineEdit::textChanged, this, &ClientForm::hintCode);
    retranslate();
}

void ClientForm::layOut()
{
    m_phone->setObjectName(QStringLiteral("clientPhoneEdit"));
    m_code->setObjectName(QStringLiteral("clientCodeEdit"));
    m_code->setMaxLength(3);
    m_tags->edit()->setObjectName(QStringLiteral("clientTagsEdit"));
    m_zone->setObjectName(QStringLiteral("clientZoneCombo"));
    m_consent->setObjectName(QStringLiteral("clientConsentEdit"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3 * theme::space);
    for (Field *field : {m_phoneField, m_codeField, m_tagsField, m_zoneField, m_attributesField, m_consentField})
        column->addWidget(field);
    m_frame->layOut(column);
    column->addStretch();
}

void ClientForm::placeErrors()
{
    editors::FormErrors &errors = m_frame->errors();
    errors.addPlace(QStringLiteral("phone"), m_phoneField);
    errors.addPlace(QStringLiteral("operator_code"), m_codeField);
    errors.addPlace(QStringLiteral("tags"), m_tagsField);
    errors.addPlace(QStringLiteral("timezone"), m_zoneField);
    errors.addPlace(QStringLiteral("attributes"), m_attributesField);
    errors.addPlace(QStringLiteral("consent"), m_consentField);
    errors.addPlaceOfCode(QStringLiteral("client.phone_exists"), m_phoneField);
}

void ClientForm::begin(const Client &client)
{
    m_client = client;
    m_phone->setText(client.phone.isValid() ? client.phone.formatted() : QString());
    m_code->setText(client.operatorCode);
    m_tags->setLabels(client.tags);
    m_zone->setZone(client.timezone);
    m_attributes->setAttributes(client.attributes);
    m_consent->setText(client.consent.value_or(QString()));
    m_frame->reset();
    hintCode();
    m_phone->setFocus();
}

void ClientForm::forget()
{
    m_frame->reset();
}

void ClientForm::setVocabulary(const core::services::ClientVocabulary &vocabulary)
{
    m_tags->setOffers(vocabulary.tags);
    m_attributes->setKnownKeys(vocabulary.attributeKeys);
}

void ClientForm::hintCode()
{
    const auto phone = core::domain::PhoneNumber::parse(m_phone->text());
    const QString fromPhone = phone ? phone->operatorCode() : QString();
    m_code->setPlaceholderText(fromPhone.isEmpty() ? tr("from the phone") : tr("%1, from the phone").arg(fromPhone));
    const QString code = m_code->text().trimmed();
    const bool differs = !code.isEmpty() && !fromPhone.isEmpty() && code != fromPhone;
    m_codeField->setHint(
        differs ? tr("The phone says %1. That is right for a number taken along to another operator.").arg(fromPhone)
                : QString());
}

core::domain::ClientEdit ClientForm::edit() const
{
    core::domain::ClientEdit edit;
    edit.phone = m_phone->text();
    edit.operatorCode = m_code->text();
    edit.tags = m_tags->labels();
    edit.timezone = m_zone->zone();
    edit.attributes = m_attributes->attributes();
    const QString consent = m_consent->text().trimmed();
    edit.consent = consent.isEmpty() ? std::optional<QString>() : consent;
    return edit;
}

void ClientForm::save()
{
    const auto stored = [this] {
        return m_client.id.isValid() ? m_context.clients.edit(m_context.actor, m_client.id, edit())
                                     : m_context.clients.add(m_context.actor, edit());
    };
    m_frame->ask(stored, [this](const Client &client) { Q_EMIT saved(client); });
}

void ClientForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ClientForm::retranslate()
{
    m_phoneField->setLabel(tr("Phone"));
    m_codeField->setLabel(tr("Operator code"));
    m_tagsField->setLabel(tr("Tags"));
    m_zoneField->setLabel(tr("Time zone"));
    m_zone->lineEdit()->setPlaceholderText(tr("the workspace's"));
    m_attributesField->setLabel(tr("Fields for texts"));
    m_consentField->setLabel(tr("Consent"));
    m_consent->setPlaceholderText(tr("source and date"));
    m_tags->setPlaceholder(tr("none"));
    m_frame->submitButton()->setText(tr("Save"));
    m_frame->leaveButton()->setText(tr("Cancel"));
    hintCode();
}

} // namespace ui::pages
