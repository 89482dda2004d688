// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/mailingmessages.h"

#include "ui/models/messagetablemodel.h"
#include "ui/pages/messagepanel.h"
#include "ui/tables/tableview.h"
#include "ui/texts/mailingtext.h"
#include "ui/texts/statustext.h"
#include "ui/theme/statuscolours.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace ui::pages {

using core::domain::MessageStatus;
using models::PagedTableModel;

MailingMessages::MailingMessages(const Context &context, Navigator &navigator, QWidget *parent)
    : Card(parent), m_error(new QPushButton(this)), m_phone(new QLineEdit(this)), m_status(new QComboBox(this)),
      m_model(new models::MessageTableModel(models::MessageTableModel::Scope::OneMailing, context.messages, context.clock,
                                            this)),
      m_table(new tables::TableView(QStringLiteral("mailingMessagesTable"), context.settings, this)),
      m_empty(feedback::label("dim", this)), m_body(new QStackedWidget(this)),
      m_panel(new MessagePanel(context, navigator, this))
{
    setObjectName(QStringLiteral("mailingMessages"));
    layOut();
    m_table->setModel(m_model);
    m_status->addItem(QString(), -1);
    for (const MessageStatus status : theme::statusOrder())
        m_status->addItem(QString(), static_cast<int>(status));
    m_searchPause.setSingleShot(true);
    m_searchPause.setInterval(std::chrono::milliseconds{250});
    connect(&m_searchPause, &QTimer::timeout, this, &MailingMessages::applyFilter);
    connect(m_phone, &QLineEdit::textChanged, &m_searchPause, qOverload<>(&QTimer::start));
    connect(m_status, &QComboBox::currentIndexChanged, this, &MailingMessages::applyFilter);
    connect(m_error, &QPushButton::clicked, this, [this] { showError({}); });
    connect(m_model, &PagedTableModel::countChanged, this, &MailingMessages::showState);
    connect(m_model, &PagedTableModel::loaded, this, &MailingMessages::showState);
    connect(m_model, &PagedTableModel::failed, this, &MailingMessages::failed);
    connect(m_table, &tables::TableView::selectionMoved, this, [this] {
        const QList<qint64> ids = m_table->selectedIds();
        m_panel->showMessage(ids.size() == 1 ? core::MessageId{ids.first()} : core::MessageId{});
    });
    retranslate();
}

void MailingMessages::layOut()
{
    m_error->setObjectName(QStringLiteral("errorFilterButton"));
    m_error->setProperty("kind", QStringLiteral("chip"));
    m_error->setIcon(QIcon(QStringLiteral(":/icons/close.svg")));
    m_error->setIconSize({10, 10});
    m_error->setLayoutDirection(Qt::RightToLeft);
    m_error->hide();
    m_phone->setObjectName(QStringLiteral("mailingPhoneFilterEdit"));
    m_phone->setClearButtonEnabled(true);
    m_phone->setFixedWidth(200);
    m_status->setObjectName(QStringLiteral("mailingStatusFilterCombo"));
    m_status->setMinimumWidth(140);
    headingRow()->addWidget(m_error);
    headingRow()->addWidget(m_phone);
    headingRow()->addWidget(m_status);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setProperty("kind", QString());
    m_empty->setObjectName(QStringLiteral("noMessagesLabel"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);
    auto *row = new QHBoxLayout;
    row->setSpacing(4 * theme::space);
    row->addWidget(m_body, 1);
    row->addWidget(m_panel);
    body()->addLayout(row, 1);
}

void MailingMessages::setMailing(core::MailingId id)
{
    if (id == m_mailing)
        return;
    m_mailing = id;
    const QSignalBlocker quietPhone(m_phone);
    const QSignalBlocker quietStatus(m_status);
    m_phone->clear();
    m_status->setCurrentIndex(0);
    m_errorLabel.clear();
    m_panel->showMessage({});
    applyFilter();
}

void MailingMessages::setRemovedAt(std::optional<core::Instant> at)
{
    m_removedAt = at;
    showState();
}

core::interfaces::MessageQuery MailingMessages::query() const
{
    return m_model->query();
}

void MailingMessages::showStatus(MessageStatus status)
{
    m_errorLabel.clear();
    const int index = m_status->findData(static_cast<int>(status));
    if (m_status->currentIndex() != index)
        m_status->setCurrentIndex(index);
    else
        applyFilter();
    m_table->setFocus();
}

void MailingMessages::showError(const QString &label)
{
    m_errorLabel = label;
    const QSignalBlocker quiet(m_status);
    m_status->setCurrentIndex(0);
    applyFilter();
}

void MailingMessages::refresh()
{
    m_model->refresh();
    m_panel->refresh();
}

void MailingMessages::applyFilter()
{
    core::interfaces::MessageQuery query;
    query.mailing = m_mailing;
    query.phone = m_phone->text().trimmed();
    query.errorLabel = m_errorLabel;
    if (const int status = m_status->currentData().toInt(); status >= 0)
        query.statuses = {static_cast<MessageStatus>(status)};
    m_error->setText(texts::errorLabelText(m_errorLabel));
    m_error->setVisible(!m_errorLabel.isEmpty());
    m_model->setQuery(query);
}

void MailingMessages::showState()
{
    const bool none = m_model->countState() == PagedTableModel::Count::Complete && m_model->rowCount() == 0;
    m_body->setCurrentIndex(none ? 1 : 0);
    m_empty->setText(emptyText());
}

QString MailingMessages::emptyText() const
{
    if (m_removedAt)
        return texts::messagesRemovedText(*m_removedAt);
    core::interfaces::MessageQuery whole;
    whole.mailing = m_mailing;
    return m_model->query() == whole ? tr("No messages yet: the recipients are chosen when the mailing starts.")
                                     : tr("No message fits the filter. Choose another status, or enter fewer digits.");
}

void MailingMessages::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MailingMessages::retranslate()
{
    setHeading(tr("Messages"));
    m_phone->setPlaceholderText(tr("Phone"));
    m_phone->setAccessibleName(tr("Filter by phone"));
    m_status->setAccessibleName(tr("Filter by status"));
    m_status->setItemText(0, tr("All statuses"));
    for (int i = 1; i < m_status->count(); ++i)
        m_status->setItemText(i, texts::statusText(static_cast<MessageStatus>(m_status->itemData(i).toInt())));
    m_error->setText(texts::errorLabelText(m_errorLabel));
    m_error->setToolTip(tr("Show all messages again"));
    m_error->setAccessibleName(tr("Remove the filter by error"));
    m_table->setAccessibleName(tr("Messages of the mailing"));
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, m_model->columnCount() - 1);
    showState();
}

} // namespace ui::pages
