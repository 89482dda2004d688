// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/historypage.h"

#include "core/services/historyservice.h"
#include "ui/async.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/card.h"
#include "ui/feedback/emptystate.h"
#include "ui/feedback/errortext.h"
#include "ui/models/eventtablemodel.h"
#include "ui/pages/eventpanel.h"
#include "ui/pages/historyfilterbar.h"
#include "ui/tables/tableview.h"
#include "ui/texts/numbertext.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>

namespace ui::pages {

using models::PagedTableModel;

HistoryPage::HistoryPage(const Context &context, Navigator &navigator, QWidget *parent)
    : Page(context, navigator, parent), m_filters(new HistoryFilterBar(m_context)), m_count(feedback::label("dim", this)),
      m_banner(new feedback::Banner(this)), m_model(new models::EventTableModel(context.history, context.clock, this)),
      m_table(new tables::TableView(QStringLiteral("historyTable"), context.settings, this)),
      m_body(new QStackedWidget(this)), m_empty(new feedback::EmptyState(this)),
      m_panel(new EventPanel(m_context, navigator, this))
{
    setObjectName(QStringLiteral("historyPage"));
    layOut();
    connectTable();
    connect(m_filters, &HistoryFilterBar::queryChanged, this, &HistoryPage::applyFilter);
    connect(&context.changes, &core::interfaces::ChangeFeed::changed, this, &HistoryPage::onChanged);
    retranslate();
}

void HistoryPage::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::pagePadding, theme::cardPadding, theme::pagePadding, theme::cardPadding);
    column->setSpacing(3 * theme::space);
    column->addWidget(m_banner);
    auto *top = new QHBoxLayout;
    top->addWidget(m_filters->timeEdits());
    top->addStretch();
    top->addWidget(m_count);
    column->addLayout(top);
    m_count->setObjectName(QStringLiteral("eventCountLabel"));
    auto *row = new QHBoxLayout;
    row->setSpacing(4 * theme::space);
    auto *card = new feedback::Card(this);
    card->body()->addWidget(m_empty);
    m_empty->setObjectName(QStringLiteral("historyEmptyState"));
    m_body->addWidget(m_table);
    m_body->addWidget(card);
    row->addWidget(m_body, 1);
    row->addWidget(m_panel);
    column->addLayout(row, 1);
}

void HistoryPage::connectTable()
{
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection); // nothing can be done to several at once
    connect(m_model, &PagedTableModel::countChanged, this, &HistoryPage::showCount);
    connect(m_model, &PagedTableModel::loaded, this, [this] {
        m_banner->clear();
        showCount();
    });
    connect(m_model, &PagedTableModel::failed, this, [this](const core::Error &error) {
        m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(error));
        m_banner->setAction(tr("Try again"), [this] { m_model->reload(); });
    });
    connect(m_table, &tables::TableView::selectionMoved, this, &HistoryPage::showSelected);
    connect(m_table, &tables::TableView::linkClicked, this, &HistoryPage::goTo);
    connect(m_table, &tables::TableView::opened, this, &HistoryPage::goTo);
}

QString HistoryPage::title() const
{
    return tr("History");
}

QWidget *HistoryPage::titleActions()
{
    return m_filters;
}

void HistoryPage::activated()
{
    if (m_filters->isTimed() && !m_filters->problem())
        m_model->setQuery(m_filters->query()); // "last hour" means the hour before now
    m_model->refresh();
    readActors();
}

void HistoryPage::showMailing(core::MailingId id, const QString &name)
{
    m_filters->showMailing(id, name);
}

void HistoryPage::showClient(core::ClientId id, const QString &phone)
{
    m_filters->showClient(id, phone);
}

void HistoryPage::applyFilter()
{
    if (!m_filters->problem())
        m_model->setQuery(m_filters->query());
    m_panel->setEvent({});
    m_table->clearSelection();
    showCount();
}

void HistoryPage::readActors()
{
    whenDone(m_context.history.actors(), this, [this](const core::Result<QStringList> &labels) {
        if (labels) // else the table itself tells what is wrong
            m_filters->setActors(*labels);
    });
}

void HistoryPage::showCount()
{
    const auto known = m_model->countState();
    const bool nothing = m_filters->problem() || (known == PagedTableModel::Count::Complete && m_model->rowCount() == 0);
    m_body->setCurrentIndex(nothing ? 1 : 0);
    if (nothing)
        showWhyNothing();
    if (m_filters->problem())
        m_count->clear();
    else if (known == PagedTableModel::Count::Unknown)
        m_count->setText(tr("Loading…"));
    else if (known == PagedTableModel::Count::Partial)
        m_count->setText(tr("More than %1 events").arg(texts::numberText(m_model->rowCount())));
    else
        m_count->setText(tr("%Ln event(s)", nullptr, static_cast<int>(m_model->total())));
}

void HistoryPage::showWhyNothing()
{
    if (const auto &problem = m_filters->problem()) {
        const bool unknown = problem->kind == core::ErrorKind::NotFound;
        m_empty->setText(unknown ? tr("Nobody has this phone") : tr("No client can be looked up"),
                         feedback::errorText(*problem));
    } else if (m_model->query() == core::interfaces::EventQuery()) {
        m_empty->setText(tr("Nothing has happened yet"),
                         tr("What is done to clients, mailings, gateways and settings appears here, with who did it."));
    } else {
        m_empty->setText(tr("Nothing in the history fits the filter"),
                         tr("Choose another mailing, user or time, or clear the phone and the number of the message."));
    }
}

void HistoryPage::showSelected()
{
    const QList<qint64> ids = m_table->selectedIds();
    const int row = ids.size() == 1 ? m_model->rowOf(ids.first()) : -1;
    m_panel->setEvent(row < 0 ? std::nullopt : std::optional(m_model->row(row)));
}

void HistoryPage::goTo(qint64 event)
{
    const int row = m_model->rowOf(event);
    if (row < 0 || !models::leadsSomewhere(m_model->row(row)))
        return;
    const core::domain::Event chosen = m_model->row(row);
    if (!chosen.mailingName.isEmpty())
        m_navigator.showMailing(chosen.mailing);
    else
        m_navigator.showClient(chosen.client);
}

void HistoryPage::onChanged(core::interfaces::Changes changes)
{
    using core::interfaces::Change;
    if (!isVisible())
        return;
    if (changes & (Change::Events | Change::Mailings | Change::Clients)) // names and phones are those of today
        m_model->refresh();
    if (changes & Change::Events)
        readActors();
}

void HistoryPage::retranslate()
{
    m_table->setAccessibleName(tr("History"));
    showCount();
}

} // namespace ui::pages
