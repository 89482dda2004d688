// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/messagespage.h"

#include "core/interfaces/changefeed.h"
#include "core/services/messageservice.h"
#include "ui/editors/mailingfilter.h"
#include "ui/editors/timefilter.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/card.h"
#include "ui/feedback/emptystate.h"
#include "ui/feedback/errortext.h"
#include "ui/models/messagetablemodel.h"
#include "ui/pages/messagepanel.h"
#include "ui/tables/tableview.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/statustext.h"
#include "ui/theme/statuscolours.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace ui::pages {

using core::domain::MessageStatus;
using models::PagedTableModel;

namespace {

// Beside the statuses themselves, what a choice of the box can stand for.
constexpr int everyStatus = -1;
constexpr int together = -2;

} // namespace

MessagesPage::MessagesPage(const Context &context, Navigator &navigator, QWidget *parent)
    : Page(context, navigator, parent), m_actions(new QWidget), m_phone(new QLineEdit(m_actions)),
      m_mailing(new editors::MailingFilter(context.mailings, context.clock, m_actions)), m_status(new QComboBox(m_actions)),
      m_time(new editors::TimeFilter(context.clock, this)), m_count(feedback::label("dim", this)),
      m_banner(new feedback::Banner(this)),
      m_model(new models::MessageTableModel(models::MessageTableModel::Scope::All, context.messages, context.clock, this)),
      m_table(new tables::TableView(QStringLiteral("messagesTable"), context.settings, this)),
      m_body(new QStackedWidget(this)), m_empty(new feedback::EmptyState(this)),
      m_panel(new MessagePanel(context, navigator, this))
{
    setObjectName(QStringLiteral("messagesPage"));
    makeActions();
    layOut();
    m_table->setModel(m_model);
    m_searchPause.setSingleShot(true);
    m_searchPause.setInterval(std::chrono::milliseconds{250});
    connect(&m_searchPause, &QTimer::timeout, this, &MessagesPage::applyFilter);
    connect(m_phone, &QLineEdit::textChanged, &m_searchPause, qOverload<>(&QTimer::start));
    connect(m_mailing, &editors::MailingFilter::mailingChanged, this, &MessagesPage::applyFilter);
    connect(m_status, &QComboBox::currentIndexChanged, this, &MessagesPage::applyFilter);
    connect(m_time, &editors::TimeFilter::rangeChanged, this, &MessagesPage::applyFilter);
    connect(m_model, &PagedTableModel::countChanged, this, &MessagesPage::showCount);
    connect(m_model, &PagedTableModel::loaded, this, [this] {
        m_banner->clear();
        showCount();
    });
    connect(m_model, &PagedTableModel::failed, this, [this](const core::Error &error) {
        m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(error));
        m_banner->setAction(tr("Try again"), [this] { m_model->reload(); });
    });
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

void MessagesPage::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::pagePadding, theme::cardPadding, theme::pagePadding, theme::cardPadding);
    column->setSpacing(3 * theme::space);
    column->addWidget(m_banner);
    auto *top = new QHBoxLayout;
    top->addWidget(m_time->edits());
    top->addStretch();
    top->addWidget(m_count);
    column->addLayout(top);
    m_count->setObjectName(QStringLiteral("messageCountLabel"));
    auto *row = new QHBoxLayout;
    row->setSpacing(4 * theme::space);
    auto *card = new feedback::Card(this);
    card->body()->addWidget(m_empty);
    m_body->addWidget(m_table);
    m_body->addWidget(card);
    row->addWidget(m_body, 1);
    row->addWidget(m_panel);
    column->addLayout(row, 1);
}

QString MessagesPage::title() const
{
    return tr("Messages");
}

void MessagesPage::activated()
{
    if (m_time->range().since)
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

void MessagesPage::showCount()
{
    const auto known = m_model->countState();
    const int rows = m_model->rowCount();
    switch (known) {
    case PagedTableModel::Count::Unknown:
        m_count->setText(tr("Loading…"));
        break;
    case PagedTableModel::Count::Partial:
        m_count->setText(tr("More than %1 messages").arg(texts::numberText(rows)));
        break;
    case PagedTableModel::Count::Complete:
        m_count->setText(tr("%Ln message(s)", nullptr, static_cast<int>(m_model->total())));
        break;
    }
    m_body->setCurrentIndex(known == PagedTableModel::Count::Complete && rows == 0 ? 1 : 0);
    const bool filtered = !(m_model->query() == core::interfaces::MessageQuery());
    if (filtered)
        m_empty->setText(tr("No message fits the filter"),
                         tr("Choose another mailing, status or time, or enter fewer digits of the phone."));
    else
        m_empty->setText(tr("There are no messages yet"),
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
    showCount();
}

} // namespace ui::pages
