// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/clientform.h"

#include "core/services/clientservice.h"
#include "ui/async.h"
#include "ui/editors/attributesedit.h"
#include "ui/editors/chipedit.h"
#include "ui/editors/field.h"
#include "ui/editors/zonecombo.h"
#include "ui/feedback/card.h"
#include "ui/feedback/errortext.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
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
      m_problem(feedback::label("problem", this)), m_save(new QPushButton(this)), m_cancel(new QPushButton(this))
{
    layOut();
    setFocusProxy(m_phone);
    connect(m_save, &QPushButton::clicked, this, &ClientForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &ClientForm::cancelled);
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
    m_save->setObjectName(QStringLiteral("saveClientButton"));
    m_cancel->setObjectName(QStringLiteral("cancelClientButton"));
    m_save->setProperty("kind", QStringLiteral("primary"));
    m_problem->setObjectName(QStringLiteral("clientProblemLabel"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3 * theme::space);
    for (Field *field : {m_phoneField, m_codeField, m_tagsField, m_zoneField, m_attributesField, m_consentField})
        column->addWidget(field);
    column->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * theme::space);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch();
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
    clearErrors();
    hintCode();
    m_phone->setFocus();
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

void ClientForm::save()
{
    clearErrors();
    core::domain::ClientEdit edit;
    edit.phone = m_phone->text();
    edit.operatorCode = m_code->text();
    edit.tags = m_tags->labels();
    edit.timezone = m_zone->zone();
    edit.attributes = m_attributes->attributes();
    const QString consent = m_consent->text().trimmed();
    edit.consent = consent.isEmpty() ? std::optional<QString>() : consent;
    m_save->setEnabled(false);
    const auto future = m_client.id.isValid() ? m_context.clients.edit(m_context.actor, m_client.id, edit)
                                              : m_context.clients.add(m_context.actor, edit);
    whenDone(future, this, [this](const core::Result<Client> &client) {
        m_save->setEnabled(true);
        if (client)
            Q_EMIT saved(*client);
        else
            showErrors(client.error());
    });
}

void ClientForm::showErrors(const core::Error &error)
{
    struct Place
    {
        QLatin1String field;
        Field *at;
    };
    const Place places[] = {{QLatin1String("phone"), m_phoneField},
                            {QLatin1String("operator_code"), m_codeField},
                            {QLatin1String("tags"), m_tagsField},
                            {QLatin1String("timezone"), m_zoneField},
                            {QLatin1String("attributes"), m_attributesField},
                            {QLatin1String("consent"), m_consentField}};
    QStringList elsewhere;
    for (const core::FieldError &wrong : error.fields) {
        const auto place = std::find_if(std::begin(places), std::end(places), [&](const Place &candidate) {
            return wrong.field == candidate.field || wrong.field.startsWith(candidate.field + QLatin1Char('.'));
        });
        if (place != std::end(places))
            place->at->setError(feedback::fieldErrorText(wrong));
        else
            elsewhere << feedback::fieldErrorText(wrong);
    }
    if (error.code == u"client.phone_exists")
        m_phoneField->setError(feedback::errorText(error));
    else if (error.fields.isEmpty())
        elsewhere << feedback::errorText(error);
    m_problem->setText(elsewhere.join(u'\n'));
    m_problem->setVisible(!elsewhere.isEmpty());
}

void ClientForm::clearErrors()
{
    for (Field *field : {m_phoneField, m_codeField, m_tagsField, m_zoneField, m_attributesField, m_consentField})
        field->setError({});
    m_problem->hide();
}

void ClientForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        save();
    else
        QWidget::keyPressEvent(event);
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
    m_save->setText(tr("Save"));
    m_cancel->setText(tr("Cancel"));
    hintCode();
}

} // namespace ui::pages
