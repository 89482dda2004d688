// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/clientpanel.h"

#include "core/domain/timezonename.h"
#include "core/services/accessrules.h"
#include "core/services/clientservice.h"
#include "ui/async.h"
#include "ui/editors/chiprow.h"
#include "ui/feedback/card.h"
#include "ui/feedback/errortext.h"
#include "ui/pages/clientform.h"
#include "ui/pages/clienthistory.h"
#include "ui/permissions.h"
#include "ui/serverwatch.h"
#include "ui/texts/numbertext.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFormLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui::pages {

using core::domain::Client;

namespace {

QScrollArea *scrolled(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFrameShape(QFrame::NoFrame);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

QString nameOf(const Client &client)
{
    const QString name = client.attributes.value(QStringLiteral("name"));
    return name.isEmpty() ? client.phone.formatted() : name;
}

} // namespace

ClientPanel::ClientPanel(const Context &context, QWidget *parent)
    : QFrame(parent), m_context(context), m_heading(feedback::label("section", this)), m_close(new QPushButton(this)),
      m_stack(new QStackedWidget(this)), m_facts(new QFormLayout), m_edit(new QPushButton(this)),
      m_optOut(new QPushButton(this)), m_delete(new QPushButton(this)), m_events(new QPushButton(this)),
      m_history(new ClientHistory(context, this)), m_form(new ClientForm(context, this))
{
    setObjectName(QStringLiteral("clientPanel"));
    setProperty("kind", QStringLiteral("card"));
    setFixedWidth(320);
    layOut();
    connect(m_close, &QPushButton::clicked, this, &ClientPanel::close);
    connect(m_edit, &QPushButton::clicked, this, &ClientPanel::editClient);
    connect(m_optOut, &QPushButton::clicked, this, [this] { Q_EMIT optOutRequested(m_id, !m_client.optedOutAt); });
    connect(m_delete, &QPushButton::clicked, this, [this] { Q_EMIT deleteRequested(m_id); });
    connect(m_events, &QPushButton::clicked, this, [this] { Q_EMIT eventsRequested(m_id, m_client.phone.formatted()); });
    connect(m_form, &ClientForm::cancelled, this, [this] {
        if (m_id.isValid())
            m_stack->setCurrentIndex(0);
        else
            close();
    });
    connect(m_form, &ClientForm::saved, this, [this](const Client &client) {
        m_stack->setCurrentIndex(0);
        showClient(client.id);
        Q_EMIT saved(client.id);
    });
    connect(&m_minute, &QTimer::timeout, this, &ClientPanel::fill);
    m_minute.setInterval(std::chrono::minutes{1});
    retranslate();
    hide();
}

void ClientPanel::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::cardPadding, 3 * theme::space, theme::space, theme::space);
    column->setSpacing(2 * theme::space);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 2 * theme::space, 0);
    m_heading->setWordWrap(true);
    QFont font = theme::boldFont();
    font.setPixelSize(15);
    m_heading->setFont(font);
    m_heading->setObjectName(QStringLiteral("clientNameLabel"));
    top->addWidget(m_heading, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    column->addLayout(top);
    auto *formHolder = new QWidget(this);
    auto *formColumn = new QVBoxLayout(formHolder);
    formColumn->setContentsMargins(0, 0, 3 * theme::space, 3 * theme::space);
    formColumn->addWidget(m_form);
    m_stack->addWidget(scrolled(makeFacts(), this));
    m_stack->addWidget(scrolled(formHolder, this));
    column->addWidget(m_stack, 1);
    m_close->setProperty("kind", QStringLiteral("flat"));
    m_close->setIcon(QIcon(QStringLiteral(":/icons/close.svg")));
    m_close->setObjectName(QStringLiteral("closeClientPanelButton"));
    m_edit->setObjectName(QStringLiteral("editClientButton"));
    m_optOut->setObjectName(QStringLiteral("optOutClientButton"));
    m_delete->setObjectName(QStringLiteral("deleteClientButton"));
    m_events->setObjectName(QStringLiteral("clientEventsButton"));
    m_events->setProperty("kind", QStringLiteral("link"));
}

QWidget *ClientPanel::makeFacts()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 3 * theme::space, 3 * theme::space);
    column->setSpacing(3 * theme::space);
    m_facts->setHorizontalSpacing(4 * theme::space);
    m_facts->setVerticalSpacing(2 * theme::space);
    m_facts->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_facts->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(m_facts);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * theme::space);
    for (QPushButton *button : {m_edit, m_optOut, m_delete})
        buttons->addWidget(button);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addWidget(m_events, 0, Qt::AlignLeft);
    column->addWidget(m_history);
    column->addStretch();
    return content;
}

bool ClientPanel::isEditing() const
{
    return !isHidden() && m_stack->currentIndex() == 1;
}

void ClientPanel::showClient(core::ClientId id)
{
    if (isEditing())
        return;
    m_id = id;
    if (!id.isValid()) {
        hide();
        m_minute.stop();
        return;
    }
    m_stack->setCurrentIndex(0);
    m_minute.start();
    refresh();
}

void ClientPanel::refresh()
{
    if (!m_id.isValid())
        return;
    whenDone(m_context.clients.find(m_id), this, [this, id = m_id](const core::Result<Client> &client) {
        if (id != m_id) // another one was chosen meanwhile
            return;
        if (!client) {
            if (client.error().kind == core::ErrorKind::NotFound)
                close(); // deleted, here or elsewhere
            else
                std::ignore = m_context.server.tells(client.error()); // the table says what else it may be
            return;
        }
        m_client = *client;
        if (!isEditing())
            fill();
        show();
    });
    m_history->showClient(m_id);
}

void ClientPanel::newClient()
{
    m_id = {};
    m_client = {};
    m_heading->setText(tr("New client"));
    m_form->begin({});
    m_stack->setCurrentIndex(1);
    show();
    m_form->setFocus();
}

void ClientPanel::editClient()
{
    if (!m_edit->isEnabled()) // asked for with Enter in the table
        return;
    m_form->begin(m_client);
    m_stack->setCurrentIndex(1);
}

void ClientPanel::setVocabulary(const core::services::ClientVocabulary &vocabulary)
{
    m_form->setVocabulary(vocabulary);
}

void ClientPanel::setSettings(const core::domain::WorkspaceSettings &settings)
{
    m_settings = settings;
    offerActions();
}

void ClientPanel::offerActions()
{
    const core::Status mayEdit = core::services::mayEditClient(m_context.actor, m_settings, m_client.owner);
    offer(m_edit, mayEdit);
    offer(m_delete, mayEdit);
    offer(m_optOut, core::services::mayDo(m_context.actor, core::services::Permission::OptOutClients));
}

void ClientPanel::close()
{
    m_form->forget(); // else its answer would open the panel again
    m_id = {};
    m_minute.stop();
    m_stack->setCurrentIndex(0);
    hide();
    Q_EMIT closed();
}

void ClientPanel::addFact(const QString &name, const QString &value, const QString &note)
{
    auto *left = feedback::label("dim", this);
    left->setText(name);
    left->setMinimumWidth(96);
    left->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *right = feedback::label("", this);
    right->setWordWrap(true);
    right->setText(value.isEmpty() ? QStringLiteral("—") : value);
    right->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    right->setAccessibleName(QStringLiteral("%1: %2").arg(name, right->text()));
    if (note.isEmpty()) {
        m_facts->addRow(left, right);
        return;
    }
    auto *below = feedback::label("dim", this);
    below->setWordWrap(true);
    below->setText(note);
    auto *both = new QVBoxLayout;
    both->setSpacing(0);
    both->addWidget(right);
    both->addWidget(below);
    m_facts->addRow(left, both);
}

void ClientPanel::fill()
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    m_heading->setText(nameOf(m_client));
    addFact(tr("Phone"), m_client.phone.formatted());
    const QString fromPhone = m_client.phone.operatorCode();
    addFact(tr("Operator code"), m_client.operatorCode,
            m_client.operatorCode == fromPhone ? QString() : tr("the phone says %1").arg(fromPhone));
    if (m_client.tags.isEmpty()) {
        addFact(tr("Tags"), {});
    } else {
        auto *left = feedback::label("dim", this);
        left->setText(tr("Tags"));
        m_facts->addRow(left, new editors::ChipRow(m_client.tags, this));
    }
    const QTimeZone *zone = core::domain::findTimeZone(m_client.timezone);
    addFact(tr("Time zone"), m_client.timezone,
            zone ? tr("now %1 there").arg(texts::timeText(m_context.clock.now(), *zone)) : tr("not known to this computer"));
    for (auto it = m_client.attributes.cbegin(); it != m_client.attributes.cend(); ++it)
        addFact(it.key(), it.value());
    addFact(tr("Consent"), m_client.consent.value_or(QString()));
    if (m_client.optedOutAt)
        addFact(tr("Opted out"),
                texts::dateTimeText(*m_client.optedOutAt, m_context.clock.now(), QTimeZone::systemTimeZone()),
                tr("is never sent anything"));
    m_optOut->setText(m_client.optedOutAt ? tr("Opt in") : tr("Opt out"));
    offerActions();
}

void ClientPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    if (m_client.id.isValid())
        fill();
}

void ClientPanel::retranslate()
{
    setAccessibleName(tr("Client"));
    m_close->setAccessibleName(tr("Close the details"));
    m_close->setToolTip(tr("Close the details"));
    m_edit->setText(tr("Edit"));
    m_optOut->setText(m_client.optedOutAt ? tr("Opt in") : tr("Opt out"));
    m_delete->setText(tr("Delete"));
    m_events->setText(tr("History of changes"));
    m_events->setToolTip(tr("Everything that was done to this client"));
}

} // namespace ui::pages
