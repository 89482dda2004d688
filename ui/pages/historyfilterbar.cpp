// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/historyfilterbar.h"

#include "core/services/historyservice.h"
#include "ui/async.h"
#include "ui/editors/mailingfilter.h"
#include "ui/editors/timefilter.h"
#include "ui/texts/eventtext.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>

namespace ui::pages {

namespace {

/** The client of "#7"; an invalid id: it is written otherwise. */
core::ClientId numberedClient(const QString &text)
{
    return text.startsWith(u'#') ? core::ClientId{text.mid(1).toLongLong()} : core::ClientId{};
}

} // namespace

HistoryFilterBar::HistoryFilterBar(const Context &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_mailing(new editors::MailingFilter(context.mailings, context.clock, this)),
      m_client(new QLineEdit(this)), m_message(new QLineEdit(this)), m_actor(new QComboBox(this)),
      m_time(new editors::TimeFilter(context.clock, this))
{
    setObjectName(QStringLiteral("historyFilterBar"));
    layOut();
    m_actor->addItem(QString(), QString());
    m_typing.setSingleShot(true);
    m_typing.setInterval(std::chrono::milliseconds{250});
    connect(&m_typing, &QTimer::timeout, this, &HistoryFilterBar::takeTyped);
    for (QLineEdit *edit : {m_client, m_message}) {
        connect(edit, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
        connect(edit, &QLineEdit::returnPressed, this, &HistoryFilterBar::takeTyped);
    }
    connect(m_mailing, &editors::MailingFilter::mailingChanged, this, &HistoryFilterBar::queryChanged);
    connect(m_actor, &QComboBox::currentIndexChanged, this, &HistoryFilterBar::queryChanged);
    connect(m_time, &editors::TimeFilter::rangeChanged, this, &HistoryFilterBar::queryChanged);
    retranslate();
}

void HistoryFilterBar::layOut()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * theme::space);
    m_client->setObjectName(QStringLiteral("clientFilterEdit"));
    m_client->setClearButtonEnabled(true);
    m_client->setFixedWidth(136);
    m_message->setObjectName(QStringLiteral("messageFilterEdit"));
    m_message->setClearButtonEnabled(true);
    m_message->setFixedWidth(108);
    m_message->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("\\d{0,16}")), m_message));
    m_actor->setObjectName(QStringLiteral("actorFilterCombo"));
    m_actor->setFixedWidth(140);
    m_time->setFixedWidth(150);
    for (QWidget *filter : std::initializer_list<QWidget *>{m_mailing, m_client, m_message, m_actor, m_time})
        row->addWidget(filter);
}

QWidget *HistoryFilterBar::timeEdits() const
{
    return m_time->edits();
}

bool HistoryFilterBar::isTimed() const
{
    return m_time->range().since.has_value();
}

core::interfaces::EventQuery HistoryFilterBar::query() const
{
    const editors::TimeRange range = m_time->range();
    return {.mailing = m_mailing->mailing(),
            .client = m_clientId,
            .message = core::MessageId{m_message->text().toLongLong()},
            .actionPrefix = {},
            .actor = m_actor->currentData().toString(),
            .since = range.since,
            .until = range.until};
}

void HistoryFilterBar::takeTyped()
{
    m_typing.stop();
    const QString text = m_client->text().trimmed();
    if (text != m_clientText) {
        m_clientText = text;
        m_clientId = numberedClient(text);
        m_problem.reset();
        if (!text.isEmpty() && !m_clientId.isValid()) {
            whenDone(m_context.history.clientWithPhone(text), this, [this, text](const core::Result<core::ClientId> &found) {
                if (text != m_clientText)
                    return; // typed on, or asked for another one
                if (found)
                    m_clientId = *found;
                else
                    m_problem = found.error();
                Q_EMIT queryChanged();
            });
            return;
        }
    }
    Q_EMIT queryChanged();
}

void HistoryFilterBar::setActors(const QStringList &labels)
{
    QStringList known;
    for (int i = 1; i < m_actor->count(); ++i)
        known << m_actor->itemData(i).toString();
    if (known == labels)
        return; // the list may be open
    const QSignalBlocker quiet(m_actor);
    const QString chosen = m_actor->currentData().toString();
    while (m_actor->count() > 1)
        m_actor->removeItem(1);
    for (const QString &label : labels)
        m_actor->addItem(texts::eventActorText(label), label);
    m_actor->setCurrentIndex(std::max(0, m_actor->findData(chosen)));
}

void HistoryFilterBar::clear()
{
    m_mailing->clear();
    m_client->clear();
    m_message->clear();
    m_actor->setCurrentIndex(0);
    m_time->clear();
    m_typing.stop();
    m_clientText.clear();
    m_clientId = {};
    m_problem.reset();
}

void HistoryFilterBar::showMailing(core::MailingId id, const QString &name)
{
    {
        const QSignalBlocker quiet(this); // one question, not one a field
        clear();
        m_mailing->choose(id, name);
    }
    Q_EMIT queryChanged();
}

void HistoryFilterBar::showClient(core::ClientId id, const QString &phone)
{
    {
        const QSignalBlocker quiet(this);
        clear();
        m_client->setText(phone.isEmpty() ? u'#' + id.text() : phone);
        m_typing.stop();
        m_clientText = m_client->text();
        m_clientId = id;
    }
    Q_EMIT queryChanged();
}

void HistoryFilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HistoryFilterBar::retranslate()
{
    m_client->setPlaceholderText(tr("Client's phone"));
    m_client->setAccessibleName(tr("Filter by client"));
    m_client->setToolTip(
        tr("A whole phone in any notation, also of a client that was deleted; or # and the client's number"));
    m_message->setPlaceholderText(tr("Message no."));
    m_message->setAccessibleName(tr("Filter by message"));
    m_actor->setAccessibleName(tr("Filter by user"));
    m_actor->setItemText(0, tr("Everybody"));
    for (int i = 1; i < m_actor->count(); ++i)
        m_actor->setItemText(i, texts::eventActorText(m_actor->itemData(i).toString()));
    m_time->setToolTip(tr("When it happened"));
}

} // namespace ui::pages
