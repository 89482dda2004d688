// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/gatewaytest.h"

#include "core/services/gatewayservice.h"
#include "ui/async.h"
#include "ui/editors/field.h"
#include "ui/feedback/card.h"
#include "ui/feedback/errortext.h"
#include "ui/texts/statustext.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui::pages {

GatewayTest::GatewayTest(const Context &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_heading(feedback::label("section", this)), m_phone(new QLineEdit),
      m_text(new QLineEdit), m_phoneField(new editors::Field(m_phone, this)), m_textField(new editors::Field(m_text, this)),
      m_send(new QPushButton(this)), m_answer(feedback::label("dim", this))
{
    m_phone->setObjectName(QStringLiteral("testPhoneEdit"));
    m_text->setObjectName(QStringLiteral("testTextEdit"));
    m_send->setObjectName(QStringLiteral("sendTestButton"));
    m_answer->setObjectName(QStringLiteral("testAnswerLabel"));
    m_answer->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * theme::space);
    auto *row = new QHBoxLayout;
    row->setSpacing(3 * theme::space);
    row->addWidget(m_phoneField, 1, Qt::AlignTop);
    row->addWidget(m_textField, 1, Qt::AlignTop);
    column->addWidget(feedback::line(this));
    column->addWidget(m_heading);
    column->addLayout(row);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_send);
    foot->addWidget(m_answer, 1);
    column->addLayout(foot);
    connect(m_send, &QPushButton::clicked, this, &GatewayTest::send);
    retranslate();
}

void GatewayTest::setGateway(core::GatewayId id)
{
    ++m_turn;
    m_gateway = id;
    m_send->setEnabled(true);
    m_phoneField->setError({});
    m_answer->clear();
}

void GatewayTest::send()
{
    m_phoneField->setError({});
    m_send->setEnabled(false);
    m_answer->setText(tr("Waiting for the answer…"));
    const auto future = m_context.gateways.test(m_context.actor, m_gateway, m_phone->text(), m_text->text());
    whenDone(future, this, [this, turn = m_turn](const core::Result<core::interfaces::GatewayAnswer> &answer) {
        if (turn != m_turn)
            return;
        m_send->setEnabled(true);
        m_answer->clear();
        if (!answer && !answer.error().fields.isEmpty()) {
            m_phoneField->setError(feedback::errorText(answer.error()));
        } else if (!answer) {
            m_answer->setText(feedback::errorText(answer.error()));
        } else {
            const QString meaning = texts::answerText(answer->kind, answer->httpStatus);
            const QString said = answer->text.simplified();
            m_answer->setText(said.isEmpty() ? meaning
                                             : tr("%1: %2", "meaning of an answer, and the answer").arg(meaning, said));
        }
    });
}

void GatewayTest::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QWidget::keyPressEvent(event);
    else if (m_send->isEnabled())
        send();
}

void GatewayTest::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void GatewayTest::retranslate()
{
    m_heading->setText(tr("Try it"));
    m_phoneField->setLabel(tr("Phone"));
    m_textField->setLabel(tr("Text"));
    if (m_text->text().isEmpty())
        m_text->setText(tr("Test of Heliograph"));
    m_send->setText(tr("Send a test"));
}

} // namespace ui::pages
