// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/restcard.h"

#include "core/interfaces/restswitch.h"
#include "core/services/accessrules.h"
#include "core/settings/desktopsettings.h"
#include "ui/editors/field.h"
#include "ui/feedback/errortext.h"
#include "ui/permissions.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

#include <functional>

namespace ui::pages {

using core::interfaces::RestState;
using core::interfaces::RestSwitch;
using Phase = RestState::Phase;

// Controls without a parent get it in layOut(): tabs go through them in the order in which they came to the card.
RestCard::RestCard(const Context &context, QWidget *parent)
    : Card(parent), m_context(context), m_enabled(new QCheckBox), m_address(new QLineEdit), m_certificate(new QLineEdit),
      m_key(new QLineEdit), m_insecure(new QCheckBox), m_addressField(new editors::Field(m_address)),
      m_certificateField(new editors::Field(m_certificate)), m_keyField(new editors::Field(m_key)),
      m_state(feedback::label("dim", nullptr)), m_problem(feedback::label("problem", this)), m_again(new QPushButton)
{
    setObjectName(QStringLiteral("restCard"));
    layOut();
    join(m_enabled, &Settings::isRestEnabled, &Settings::setRestEnabled);
    join(m_address, &Settings::restAddress, &Settings::setRestAddress);
    join(m_certificate, &Settings::restCertificate, &Settings::setRestCertificate);
    join(m_key, &Settings::restKey, &Settings::setRestKey);
    join(m_insecure, &Settings::isRestInsecure, &Settings::setRestInsecure);
    connect(m_again, &QPushButton::clicked, &m_context.rest, &RestSwitch::apply);
    connect(m_state, &QLabel::linkActivated, this, [](const QString &link) { QDesktopServices::openUrl(QUrl(link)); });
    connect(&m_context.rest, &RestSwitch::stateChanged, this, &RestCard::showState);
    retranslate();
}

void RestCard::layOut()
{
    m_enabled->setObjectName(QStringLiteral("restEnabledCheck"));
    m_address->setObjectName(QStringLiteral("restAddressEdit"));
    m_certificate->setObjectName(QStringLiteral("restCertificateEdit"));
    m_key->setObjectName(QStringLiteral("restKeyEdit"));
    m_insecure->setObjectName(QStringLiteral("restInsecureCheck"));
    m_state->setObjectName(QStringLiteral("restStateLabel"));
    m_problem->setObjectName(QStringLiteral("restProblemLabel"));
    m_again->setObjectName(QStringLiteral("restAgainButton"));
    m_again->setProperty("kind", QStringLiteral("link"));
    m_state->setTextFormat(Qt::RichText);
    m_state->setTextInteractionFlags(Qt::TextBrowserInteraction); // the link is reached by keyboard as well
    m_problem->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_state, m_problem})
        label->setWordWrap(true);
    headingRow()->addWidget(m_again);
    for (QWidget *part : std::initializer_list<QWidget *>{m_enabled, m_state, m_problem, m_addressField, m_certificateField,
                                                          m_keyField, m_insecure})
        body()->addWidget(part);
}

void RestCard::join(QCheckBox *check, bool (Settings::*value)() const, core::Status (Settings::*set)(bool))
{
    check->setChecked(std::invoke(value, m_context.settings));
    connect(check, &QCheckBox::clicked, this, [this, check, set](bool wanted) {
        if (!apply(std::invoke(set, m_context.settings, wanted)))
            check->setChecked(!wanted);
    });
}

void RestCard::join(QLineEdit *edit, QString (Settings::*value)() const, core::Status (Settings::*set)(const QString &))
{
    edit->setText(std::invoke(value, m_context.settings));
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, value, set] {
        const QString wanted = edit->text().trimmed();
        if (wanted == std::invoke(value, m_context.settings) || apply(std::invoke(set, m_context.settings, wanted)))
            edit->setText(std::invoke(value, m_context.settings)); // what was emptied shows its default
    });
}

bool RestCard::apply(const core::Status &saved)
{
    if (saved)
        m_context.rest.apply();
    else
        showErrors(saved.error());
    return saved.has_value();
}

void RestCard::showState()
{
    const RestState state = m_context.rest.state();
    m_state->setText(stateText(state));
    m_again->setVisible(state.phase == Phase::Failed);
    showErrors(state.error);
}

void RestCard::showErrors(const core::Error &error)
{
    for (editors::Field *field : {m_addressField, m_certificateField, m_keyField})
        field->setError({});
    for (const core::FieldError &wrong : error.fields) {
        editors::Field *field = m_addressField;
        if (wrong.field == u"tls-certificate")
            field = m_certificateField;
        else if (wrong.field == u"tls-key")
            field = m_keyField;
        field->setError(feedback::fieldErrorText(wrong));
    }
    const bool isElsewhere = !error.code.isEmpty() && error.fields.isEmpty();
    m_problem->setText(isElsewhere ? feedback::errorText(error) : QString());
    m_problem->setVisible(isElsewhere);
    offerControls();
}

QString RestCard::stateText(const RestState &state) const
{
    switch (state.phase) {
    case Phase::Off:
        return tr("Off. Scripts get no answer.");
    case Phase::Starting:
        return tr("Starting…");
    case Phase::Listening:
        return tr("Answers at %1", "a link")
            .arg(QStringLiteral("<a href=\"%1/docs/\">%1</a>").arg(state.url.toHtmlEscaped()));
    case Phase::Stopping:
        return tr("Stopping, as soon as the last answer is given…");
    case Phase::Failed:
        return tr("Does not answer.");
    }
    return {};
}

void RestCard::offerControls()
{
    const core::Status may = core::services::mayDo(m_context.actor, core::services::Permission::ManageSettings);
    for (QWidget *control :
         std::initializer_list<QWidget *>{m_enabled, m_address, m_certificate, m_key, m_insecure, m_again})
        offer(control, may);
}

void RestCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RestCard::retranslate()
{
    setHeading(tr("REST"));
    m_again->setText(tr("Try again"));
    m_enabled->setText(tr("Answer scripts while the program runs"));
    m_addressField->setLabel(tr("Address and port"));
    m_certificateField->setLabel(tr("Certificate chain (PEM file)"));
    m_certificateField->setHint(tr("Needed for an address that other machines reach."));
    m_keyField->setLabel(tr("Its private key (PEM file)"));
    m_insecure->setText(tr("Plain HTTP beyond this machine"));
    showState();
}

} // namespace ui::pages
