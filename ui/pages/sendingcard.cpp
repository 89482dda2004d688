// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/sendingcard.h"

#include "core/services/accessrules.h"
#include "core/settings/desktopsettings.h"
#include "ui/feedback/errortext.h"
#include "ui/permissions.h"
#include "ui/sendingwatch.h"
#include "ui/texts/sendingtext.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace ui::pages {

SendingCard::SendingCard(const Context &context, QWidget *parent)
    : Card(parent), m_context(context), m_doNotSend(new QCheckBox(this)), m_state(feedback::label("dim", this)),
      m_others(feedback::label("small", this)), m_problem(feedback::label("problem", this))
{
    setObjectName(QStringLiteral("sendingCard"));
    m_doNotSend->setObjectName(QStringLiteral("doNotSendCheck"));
    m_state->setObjectName(QStringLiteral("sendingStateLabel"));
    m_others->setObjectName(QStringLiteral("sendingOthersLabel"));
    m_problem->setObjectName(QStringLiteral("sendingProblemLabel"));
    for (QLabel *label : {m_state, m_others, m_problem}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText); // computers have names that others gave them
    }
    for (QWidget *part : std::initializer_list<QWidget *>{m_doNotSend, m_state, m_others, m_problem})
        body()->addWidget(part);
    m_problem->hide();
    m_doNotSend->setChecked(m_context.settings.doesNotSend());
    connect(m_doNotSend, &QCheckBox::clicked, this, &SendingCard::save);
    connect(&m_context.sending, &SendingWatch::changed, this, &SendingCard::showSending);
    retranslate();
}

void SendingCard::save(bool doesNotSend)
{
    const core::Status saved = m_context.settings.setDoesNotSend(doesNotSend);
    m_problem->setText(saved ? QString() : feedback::errorText(saved.error()));
    m_problem->setVisible(!saved);
    if (saved)
        m_context.sending.apply();
    else
        m_doNotSend->setChecked(!doesNotSend);
}

void SendingCard::showSending()
{
    const Sending &sending = m_context.sending.now();
    const QString meaning = texts::notHereMeaning(sending);
    const QString state = texts::sendingText(sending);
    m_state->setText(meaning.isEmpty() ? state : tr("%1. %2", "state. what it means").arg(state, meaning));
    m_others->setText(texts::othersText(sending));
    m_others->setVisible(!m_others->text().isEmpty());
}

void SendingCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SendingCard::retranslate()
{
    setHeading(tr("Sending"));
    m_doNotSend->setText(tr("Do not send from here"));
    offer(m_doNotSend, core::services::mayDo(m_context.actor, core::services::Permission::ManageSettings));
    showSending();
}

} // namespace ui::pages
