// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/clienthistory.h"

#include "core/services/mailingservice.h"
#include "core/services/messageservice.h"
#include "ui/async.h"
#include "ui/feedback/card.h"
#include "ui/feedback/errortext.h"
#include "ui/models/messagetablemodel.h"
#include "ui/serverwatch.h"
#include "ui/shell/statusdot.h"
#include "ui/texts/statustext.h"
#include "ui/theme/statuscolours.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::pages {

using core::domain::Message;

ClientHistory::ClientHistory(const Context &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_heading(feedback::label("section", this)),
      m_nothing(feedback::label("dim", this)), m_entries(new QVBoxLayout)
{
    setObjectName(QStringLiteral("clientHistory"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * theme::space);
    column->addWidget(m_heading);
    column->addWidget(m_nothing);
    m_entries->setSpacing(0);
    column->addLayout(m_entries);
    m_nothing->setWordWrap(true);
    fill();
}

void ClientHistory::showClient(core::ClientId id)
{
    if (id != m_client) {
        m_messages.clear();
        m_client = id;
        fill();
    }
    core::interfaces::MessageQuery query;
    query.client = id;
    whenDone(m_context.messages.page(query, {.after = {}, .limit = shown, .sortBy = {}, .descending = true}), this,
             [this, id](const core::Result<core::domain::Page<Message>> &page) {
                 if (id != m_client)
                     return;
                 if (!page && m_context.server.tells(page.error()))
                     return;
                 if (!page) {
                     m_nothing->setText(feedback::errorText(page.error()));
                     m_nothing->show();
                 } else if (page->rows != m_messages) {
                     m_messages = page->rows;
                     fill();
                 }
             });
}

void ClientHistory::fill()
{
    qDeleteAll(std::exchange(m_widgets, {}));
    m_waiting.clear();
    m_heading->setText(tr("Messages"));
    m_nothing->setText(tr("Nothing was ever sent to this client."));
    m_nothing->setVisible(m_messages.isEmpty());
    for (const Message &message : m_messages) {
        m_widgets << entry(message);
        m_entries->addWidget(m_widgets.last());
    }
    learnNames();
}

QWidget *ClientHistory::entry(const Message &message)
{
    auto *made = new QWidget(this);
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(0, 2 * theme::space, 0, 0);
    column->setSpacing(2);
    auto *name = new QPushButton(m_names.value(message.mailing, QStringLiteral("…")), made);
    name->setProperty("kind", QStringLiteral("link"));
    name->setToolTip(tr("Show the text that was sent"));
    if (!m_names.contains(message.mailing))
        m_waiting[message.mailing] << name;
    auto *status = new QHBoxLayout;
    status->setSpacing(6);
    status->setContentsMargins(2, 0, 0, 2 * theme::space);
    auto *dot = new shell::StatusDot(made);
    dot->setColour(theme::statusColour(message.status, palette()));
    auto *words = feedback::label("dim", made);
    words->setText(statusLine(message));
    words->setWordWrap(true);
    status->addWidget(dot, 0, Qt::AlignTop);
    status->addWidget(words, 1);
    auto *text = feedback::label("", made);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setObjectName(QStringLiteral("historyTextLabel"));
    text->setContentsMargins(2, 0, 0, 2 * theme::space);
    text->hide();
    column->addWidget(name, 0, Qt::AlignLeft);
    column->addLayout(status);
    column->addWidget(text);
    column->addWidget(feedback::line(made));
    connect(name, &QPushButton::clicked, this, [this, id = message.id, text] { toggleText(id, text); });
    return made;
}

void ClientHistory::learnNames()
{
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend(); ++it) {
        whenDone(m_context.mailings.find(it.key()), this,
                 [this, id = it.key()](const core::Result<core::domain::Mailing> &mailing) {
                     const QString name = mailing ? mailing->name : tr("Mailing %1").arg(id.value);
                     m_names.insert(id, name);
                     for (QPushButton *button : m_waiting.take(id))
                         button->setText(name);
                 });
    }
}

void ClientHistory::toggleText(core::MessageId id, QLabel *text)
{
    if (text->isVisible()) {
        text->hide();
        return;
    }
    whenDone(m_context.messages.details(id), text, [text](const core::Result<core::services::MessageDetails> &details) {
        if (!details)
            text->setText(feedback::errorText(details.error()));
        else if (details->text)
            text->setText(*details->text);
        else
            text->setText(details->message.attempts == 0 ? tr("Not written yet.") : tr("The text is no longer kept."));
        text->show();
    });
}

QString ClientHistory::statusLine(const Message &message) const
{
    const QString when = models::messageTimeText(message, m_context.clock.now());
    const QString answer = models::lastAnswerText(message);
    //: A status and its time, for instance "delivered 15:21".
    const QString line = tr("%1 %2").arg(texts::statusText(message.status), when);
    return answer.isEmpty() ? line : tr("%1: %2", "what happened, and why").arg(line, answer);
}

void ClientHistory::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace ui::pages
