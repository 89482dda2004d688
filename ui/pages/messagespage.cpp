// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/messagespage.h"

#include "core/interfaces/changefeed.h"
#include "core/services/messageservice.h"
#include "ui/editors/mailingfilter.h"
#include "ui/editors/timefilter.h"
#include "ui/feedback/emptystate.h"
#include "ui/models/messagetablemodel.h"
#include "ui/pages/messagepanel.h"
#include "ui/serverwatch.h"
#include "ui/tables/tableframe.h"
#include "ui/tables/tableview.h"
#include "ui/texts/statustext.h"
#include "ui/theme/statuscolours.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace ui::pages {

using core::domain::MessageStatus;

namespace {

// Beside the statuses themselves, what a choice of the box can stand for.
constexpr int everyStatus = -1;
constexpr int together = -2;

} // namespace

// Filters get their parent in makeActions(): tabs go through them in the order in which they came to the line.
MessagesPage::MessagesPage(const Context &context, Navigator &navigator, QWidget *parent)
    : Page(context, navigator, parent), m_actions(new QWidget), m_phone(new QLineEdit),
      m_mailing(new editors::MailingFilter(context.mailings, context.clock)), m_status(new QComboBox),
      m_time(new editors::TimeFilter(context.clock)),
      m_model(new models::MessageTableModel(models::MessageTableModel::Scope::All, context.messages, context.clock, this)),
      m_table(new tables::TableView(QStringLiteral("messagesTable"), context.settings)),
      m_panel(new MessagePanel(context, navigator)),
      m_frame(new tables::TableFrame({m_time->edits(), m_table, m_panel}, m_model, words(), this))
{
    setObjectName(QStringLiteral("messagesPage"));
    m_frame->setCountName(QStringLiteral("messageCountLabel"));
    makeActions();
    m_searchPause.setSingleShot(true);
    m_searchPause.setInterval(std::chrono::milliseconds{250});
    connect(&m_searchPause, &QTimer::timeout, this, &MessagesPage::applyFilter);
    connect(m_phone, &QLineEdit::textChanged, &m_searchPause, qOverload<>(&QTimer::start));
    connect(m_mailing, &editors::MailingFilter::mailingChanged, this, &MessagesPage::applyFilter);
    connect(m_status, &QComboBox::currentIndexChanged, this, &MessagesPage::applyFilter);
    connect(m_time, &editors::TimeFilter::rangeChanged, this, &MessagesPage::applyFilter);
    connect(m_table, &tables::TableView::selectionMoved, this, &MessagesPage::showSelected);
    connect(&context.changes, &core::interfaces::ChangeFeed::changed, this, &MessagesPage::onChanged);
    retranslate();
}

void MessagesPage::makeActions()
{
    auto *row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * theme::space);
    m_phone->setObjectName(QStringLiteral("phoneFilterEdit"));
    m_phone->setClearButtonEnabled(true);
    m_phone->setFixedWidth(160);
    m_status->setObjectName(QStringLiteral("statusFilterCombo"));
    m_status->setFixedWidth(160);
    row->addWidget(m_mailing);
    row->addWidget(m_phone);
    row->addWidget(m_status);
    row->addWidget(m_time);
    m_time->setFixedWidth(150);
    m_status->addItem(QString(), everyStatus);
    for (const MessageStatus status : theme::statusOrder())
        m_status->addItem(QString(), static_cast<int>(status));
}

tables::TableWords MessagesPage::words() const
{
    return {.counted = [](int messages) { return tr("%Ln message(s)", nullptr, messages); },
            .moreThan = [](const QString &number) { return tr("More than %1 messages").arg(number); },
            .nothing = [this](feedback::EmptyState &empty) { tellWhyNothing(empty); },
            .saidElsewhere = [this](const core::Error &error) { return m_context.server.tells(error); }};
}

QString MessagesPage::title() const
{
    return tr("Messages");
}

void MessagesPage::activated()
{
    if (m_time->range().since && !m_context.server.isLost())
        applyFilter(); // "last hour" means the hour before now
    m_model->refresh();
    m_panel->refresh();
}

void MessagesPage::showStatuses(const QList<MessageStatus> &statuses)
{
    m_phone->clear(); // what is asked for must not be hidden by what was looked for before
    m_mailing->clear();
    m_time->clear();
    int index = 0;
    if (statuses.size() == 1) {
        index = m_status->findData(static_cast<int>(statuses.first()));
    } else if (!statuses.isEmpty()) {
        m_together = statuses;
        index = m_status->findData(together);
        if (index < 0) {
            index = m_status->count();
            m_status->addItem(QString(), together);
        }
        m_status->setItemText(index, togetherText());
    }
    m_status->setCurrentIndex(index);
    applyFilter(); // also where the index stays
}

QString MessagesPage::togetherText() const
{
    QStringList words;
    for (const MessageStatus status : m_together)
        words << texts::statusText(status);
    return words.join(QStringLiteral(", "));
}

QList<MessageStatus> MessagesPage::chosenStatuses() const
{
    const int chosen = m_status->currentData().toInt();
    if (chosen == together)
        return m_together;
    return chosen == everyStatus ? QList<MessageStatus>() : QList{static_cast<MessageStatus>(chosen)};
}

void MessagesPage::applyFilter()
{
    core::interfaces::MessageQuery query;
    query.mailing = m_mailing->mailing();
    query.phone = m_phone->text().trimmed();
    query.statuses = chosenStatuses();
    const editors::TimeRange range = m_time->range();
    query.since = range.since;
    query.until = range.until;
    m_model->setQuery(query);
}

void MessagesPage::tellWhyNothing(feedback::EmptyState &empty) const
{
    const bool filtered = !(m_model->query() == core::interfaces::MessageQuery());
    if (filtered)
        empty.setText(tr("No message fits the filter"),
                      tr("Choose another mailing, status or time, or enter fewer digits of the phone."));
    else
        empty.setText(tr("There are no messages yet"),
                      tr("They appear here as soon as a mailing has chosen its recipients."));
}

void MessagesPage::showSelected()
{
    const QList<qint64> ids = m_table->selectedIds();
    m_panel->showMessage(ids.size() == 1 ? core::MessageId{ids.first()} : core::MessageId{});
}

void MessagesPage::onChanged(core::interfaces::Changes changes)
{
    if (!isVisible() || !(changes & (core::interfaces::Change::Messages | core::interfaces::Change::Clients)))
        return;
    m_model->refresh();
    m_panel->refresh();
}

void MessagesPage::retranslate()
{
    m_phone->setPlaceholderText(tr("Phone"));
    m_phone->setAccessibleName(tr("Filter by phone"));
    m_status->setAccessibleName(tr("Filter by status"));
    m_status->setItemText(0, tr("All statuses"));
    for (int i = 1; i < m_status->count(); ++i) {
        const int status = m_status->itemData(i).toInt();
        m_status->setItemText(i,
                              status == together ? togetherText() : texts::statusText(static_cast<MessageStatus>(status)));
    }
    m_time->setToolTip(tr("When a message was sent or ended otherwise; what still waits has no such time"));
    m_table->setAccessibleName(tr("Messages"));
    m_frame->showState();
}

} // namespace ui::pages
