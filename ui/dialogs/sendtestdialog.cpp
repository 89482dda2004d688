// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/sendtestdialog.h"

#include "core/services/gatewayservice.h"
#include "ui/async.h"
#include "ui/editors/field.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/card.h"
#include "ui/feedback/errortext.h"
#include "ui/texts/statustext.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui::dialogs {

using core::domain::AnswerKind;
using core::interfaces::GatewayAnswer;

SendTestDialog::SendTestDialog(const Context &context, const QString &text, core::GatewayId gateway, QWidget *parent)
    : QDialog(parent), m_context(context), m_text(text), m_bubble(feedback::label("bubble", this)),
      m_phone(new QLineEdit(this)), m_gateway(new QComboBox(this)), m_phoneField(new editors::Field(m_phone, this)),
      m_gatewayField(new editors::Field(m_gateway, this)), m_banner(new feedback::Banner(this)),
      m_close(new QPushButton(this)), m_send(new QPushButton(this))
{
    setObjectName(QStringLiteral("sendTestDialog"));
    layOut();
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &SendTestDialog::submit);
    connect(m_phone, &QLineEdit::textEdited, this, [this] { m_phoneField->setError({}); });
    retranslate();
    readGateways(gateway);
}

void SendTestDialog::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::pagePadding, theme::cardPadding, theme::pagePadding, theme::cardPadding);
    column->setSpacing(3 * theme::space);
    m_bubble->setWordWrap(true);
    m_bubble->setText(m_text);
    column->addWidget(m_bubble);
    column->addWidget(m_banner);
    column->addWidget(m_phoneField);
    column->addWidget(m_gatewayField);
    column->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_send);
    column->addLayout(buttons);
    m_phone->setObjectName(QStringLiteral("testPhoneEdit"));
    m_gateway->setObjectName(QStringLiteral("testGatewayCombo"));
    m_close->setObjectName(QStringLiteral("closeTestButton"));
    m_close->setAutoDefault(false);
    m_send->setObjectName(QStringLiteral("sendTestNowButton"));
    m_send->setProperty("kind", QStringLiteral("primary"));
    m_send->setDefault(true);
    setMinimumWidth(440);
}

void SendTestDialog::readGateways(core::GatewayId wanted)
{
    m_send->setEnabled(false);
    whenDone(m_context.gateways.list(), this,
             [this, wanted](const core::Result<QList<core::domain::GatewayWithState>> &gateways) {
                 if (!gateways) {
                     m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(gateways.error()));
                     return;
                 }
                 for (const core::domain::GatewayWithState &gateway : *gateways) {
                     m_gateway->addItem(gateway.profile.name, gateway.profile.id.value);
                     const bool fits = wanted.isValid() ? gateway.profile.id == wanted : gateway.profile.isDefault;
                     if (fits)
                         m_gateway->setCurrentIndex(m_gateway->count() - 1);
                 }
                 m_send->setEnabled(m_gateway->count() > 0 && !m_text.trimmed().isEmpty());
                 if (m_gateway->count() == 0)
                     m_banner->tell(feedback::Banner::Kind::Warning, feedback::codeText(QStringLiteral("gateway.none")));
             });
}

void SendTestDialog::submit()
{
    m_send->setEnabled(false);
    m_phoneField->setError({});
    const core::GatewayId gateway{m_gateway->currentData().toLongLong()};
    m_banner->tell(feedback::Banner::Kind::Info, tr("Sending…"));
    whenDone(m_context.gateways.test(m_context.actor, gateway, m_phone->text(), m_text), this,
             [this](const core::Result<GatewayAnswer> &answer) {
                 m_send->setEnabled(true);
                 if (!answer && !answer.error().fields.isEmpty()) {
                     m_banner->clear();
                     m_phoneField->setError(feedback::errorText(answer.error()));
                     m_phone->setFocus();
                 } else if (!answer) {
                     m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(answer.error()));
                 } else if (answer->kind == AnswerKind::Accepted) {
                     m_banner->tell(feedback::Banner::Kind::Info, tr("The gateway accepted the message."), answer->text);
                 } else {
                     m_banner->tell(feedback::Banner::Kind::Error,
                                    tr("Not accepted: %1.").arg(texts::answerText(answer->kind, answer->httpStatus)),
                                    answer->text);
                 }
             });
}

void SendTestDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SendTestDialog::retranslate()
{
    setWindowTitle(tr("Send a test"));
    m_bubble->setAccessibleName(tr("Text of the test"));
    m_phoneField->setLabel(tr("Phone"));
    m_gatewayField->setLabel(tr("Gateway"));
    m_close->setText(tr("Close"));
    m_send->setText(tr("Send"));
}

} // namespace ui::dialogs
