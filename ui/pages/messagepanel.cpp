// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/messagepanel.h"

#include "core/services/messageservice.h"
#include "ui/async.h"
#include "ui/feedback/card.h"
#include "ui/feedback/errortext.h"
#include "ui/serverwatch.h"
#include "ui/shell/statusdot.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/statustext.h"
#include "ui/theme/statuscolours.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace ui::pages {

using feedback::label;

namespace {

QLabel *wrapped(const char *kind, QWidget *parent)
{
    QLabel *made = label(kind, parent);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return made;
}

} // namespace

MessagePanel::MessagePanel(const Context &context, Navigator &navigator, QWidget *parent)
    : QFrame(parent), m_context(context), m_navigator(navigator), m_heading(label("section", this)),
      m_close(new QPushButton(this)), m_dot(new shell::StatusDot(this)), m_status(label("", this)),
      m_times(wrapped("dim", this)), m_textHeading(label("section", this)), m_text(wrapped("", this)),
      m_attemptsHeading(label("section", this)), m_attempts(new QVBoxLayout), m_client(new QPushButton(this)),
      m_mailing(new QPushButton(this))
{
    setObjectName(QStringLiteral("messagePanel"));
    setProperty("kind", QStringLiteral("card"));
    setFixedWidth(320);
    layOut();
    retranslate();
    hide();
}

MessagePanel::~MessagePanel() = default;

void MessagePanel::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::cardPadding, 3 * theme::space, theme::cardPadding, theme::cardPadding);
    column->setSpacing(2 * theme::space);
    auto *top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(m_close);
    column->addLayout(top);
    auto *status = new QHBoxLayout;
    status->setSpacing(6);
    status->addWidget(m_dot);
    status->addWidget(m_status, 1);
    column->addLayout(status);
    column->addWidget(m_times);
    auto *links = new QHBoxLayout;
    links->addWidget(m_client);
    links->addWidget(m_mailing);
    links->addStretch();
    column->addLayout(links);
    column->addSpacing(2 * theme::space);
    column->addWidget(m_textHeading);
    column->addWidget(m_text);
    column->addSpacing(2 * theme::space);
    column->addWidget(m_attemptsHeading);
    m_attempts->setSpacing(2 * theme::space);
    column->addLayout(m_attempts);
    column->addStretch();
    m_close->setProperty("kind", QStringLiteral("flat"));
    m_close->setIcon(QIcon(QStringLiteral(":/icons/close.svg")));
    m_close->setObjectName(QStringLiteral("closeMessagePanelButton"));
    m_client->setProperty("kind", QStringLiteral("link"));
    m_client->setObjectName(QStringLiteral("messageClientButton"));
    m_mailing->setProperty("kind", QStringLiteral("link"));
    m_mailing->setObjectName(QStringLiteral("messageMailingButton"));
    m_text->setObjectName(QStringLiteral("messageTextLabel"));
    m_heading->setObjectName(QStringLiteral("messagePhoneLabel"));
    m_status->setObjectName(QStringLiteral("messageStatusLabel"));
    connect(m_close, &QPushButton::clicked, this, [this] { showMessage({}); });
    connect(m_client, &QPushButton::clicked, this, [this] { m_navigator.showClient(m_details->message.client); });
    connect(m_mailing, &QPushButton::clicked, this, [this] { m_navigator.showMailing(m_details->message.mailing); });
}

void MessagePanel::showMessage(core::MessageId id)
{
    m_id = id;
    if (id.isValid())
        refresh();
    else
        hide();
}

void MessagePanel::refresh()
{
    if (!m_id.isValid())
        return;
    whenDone(m_context.messages.details(m_id), this,
             [this, id = m_id](const core::Result<core::services::MessageDetails> &details) {
                 if (id != m_id) // another one was chosen meanwhile
                     return;
                 if (!details && m_context.server.tells(details.error()))
                     return; // what stands here is the last that was known
                 if (!details) {
                     m_times->setText(feedback::errorText(details.error()));
                     show();
                     return;
                 }
                 m_details = std::make_unique<core::services::MessageDetails>(*details);
                 fill();
                 show();
             });
}

void MessagePanel::fill()
{
    const core::domain::Message &message = m_details->message;
    const core::Instant now = m_context.clock.now();
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const auto when = [&](core::Instant at) { return texts::dateTimeText(at, now, zone); };
    m_heading->setText(message.phone.formatted());
    m_status->setText(texts::statusText(message.status));
    m_dot->setColour(theme::statusColour(message.status, palette()));
    QStringList times{tr("chosen %1").arg(when(message.createdAt))};
    if (message.sentAt)
        times << tr("sent %1").arg(when(*message.sentAt));
    if (message.deliveredAt)
        times << tr("delivered %1").arg(when(*message.deliveredAt));
    if (message.nextAttemptAt && !core::domain::isFinal(message.status))
        times << tr("again %1").arg(when(*message.nextAttemptAt));
    if (!message.gatewayMessageId.isEmpty())
        times << tr("the gateway calls it %1").arg(message.gatewayMessageId);
    m_times->setText(times.join(u'\n'));
    m_client->setVisible(message.client.isValid());
    m_text->setText(m_details->text.value_or(message.attempts == 0 && !message.sentAt
                                                 ? tr("Not written yet: the text is filled in when the message goes out.")
                                                 : tr("The text of this message is no longer kept.")));
    feedback::setLook(m_text, "kind", m_details->text ? QString() : QStringLiteral("dim"));
    fillAttempts();
}

void MessagePanel::fillAttempts()
{
    while (QLayoutItem *item = m_attempts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_attemptsHeading->setVisible(!m_details->attempts.isEmpty());
    for (const core::domain::Attempt &attempt : m_details->attempts) {
        auto *line = wrapped("", this);
        line->setText(tr("%1. %2: %3")
                          .arg(attempt.number)
                          .arg(texts::dateTimeText(attempt.at, m_context.clock.now(), QTimeZone::systemTimeZone()),
                               texts::answerText(attempt.kind, attempt.httpStatus)));
        m_attempts->addWidget(line);
        if (attempt.answer.isEmpty())
            continue;
        auto *answer = wrapped("small", this);
        answer->setText(attempt.answer);
        m_attempts->addWidget(answer);
    }
}

void MessagePanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if ((event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) && m_details)
        fill();
}

void MessagePanel::retranslate()
{
    m_close->setAccessibleName(tr("Close the details"));
    m_close->setToolTip(tr("Close the details"));
    m_client->setText(tr("Show client"));
    m_mailing->setText(tr("Show mailing"));
    m_textHeading->setText(tr("Text"));
    m_attemptsHeading->setText(tr("Attempts that failed"));
    setAccessibleName(tr("Message"));
}

} // namespace ui::pages
