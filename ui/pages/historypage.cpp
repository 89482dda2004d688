// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/historypage.h"

#include "core/services/historyservice.h"
#include "ui/async.h"
#include "ui/feedback/emptystate.h"
#include "ui/feedback/errortext.h"
#include "ui/models/eventtablemodel.h"
#include "ui/pages/eventpanel.h"
#include "ui/pages/historyfilterbar.h"
#include "ui/serverwatch.h"
#include "ui/tables/tableframe.h"
#include "ui/tables/tableview.h"

namespace ui::pages {

HistoryPage::HistoryPage(const Context &context, Navigator &navigator, QWidget *parent)
    : Page(context, navigator, parent), m_filters(new HistoryFilterBar(m_context)),
      m_model(new models::EventTableModel(context.history, context.clock, this)),
      m_table(new tables::TableView(QStringLiteral("historyTable"), context.settings)),
      m_panel(new EventPanel(m_context, navigator)),
      m_frame(new tables::TableFrame({m_filters->timeEdits(), m_table, m_panel}, m_model, words(), this))
{
    setObjectName(QStringLiteral("historyPage"));
    m_frame->setCountName(QStringLiteral("eventCountLabel"));
    m_frame->empty().setObjectName(QStringLiteral("historyEmptyState"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection); // nothing can be done to several at once
    connect(m_table, &tables::TableView::selectionMoved, this, &HistoryPage::showSelected);
    connect(m_table, &tables::TableView::linkClicked, this, &HistoryPage::goTo);
    connect(m_table, &tables::TableView::opened, this, &HistoryPage::goTo);
    connect(m_filters, &HistoryFilterBar::queryChanged, this, &HistoryPage::applyFilter);
    connect(&context.changes, &core::interfaces::ChangeFeed::changed, this, &HistoryPage::onChanged);
    retranslate();
}

tables::TableWords HistoryPage::words() const
{
    return {.counted = [](int events) { return tr("%Ln event(s)", nullptr, events); },
            .moreThan = [](const QString &number) { return tr("More than %1 events").arg(number); },
            .nothing = [this](feedback::EmptyState &empty) { tellWhyNothing(empty); },
            .saidElsewhere = [this](const core::Error &error) { return m_context.server.tells(error); }};
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
    if (m_filters->isTimed() && !m_filters->problem() && !m_context.server.isLost())
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
    m_frame->setUnaskable(m_filters->problem().has_value());
}

void HistoryPage::readActors()
{
    whenDone(m_context.history.actors(), this, [this](const core::Result<QStringList> &labels) {
        if (labels) // else the table itself tells what is wrong
            m_filters->setActors(*labels);
    });
}

void HistoryPage::tellWhyNothing(feedback::EmptyState &empty) const
{
    if (const auto &problem = m_filters->problem()) {
        const bool unknown = problem->kind == core::ErrorKind::NotFound;
        empty.setText(unknown ? tr("Nobody has this phone") : tr("No client can be looked up"),
                      feedback::errorText(*problem));
    } else if (m_model->query() == core::interfaces::EventQuery()) {
        empty.setText(tr("Nothing has happened yet"),
                      tr("What is done to clients, mailings, gateways and settings appears here, with who did it."));
    } else {
        empty.setText(tr("Nothing in the history fits the filter"),
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
    m_frame->showState();
}

} // namespace ui::pages
