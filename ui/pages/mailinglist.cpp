// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/mailinglist.h"

#include "core/services/accessrules.h"
#include "core/services/mailingservice.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/emptystate.h"
#include "ui/feedback/errortext.h"
#include "ui/models/mailingtablemodel.h"
#include "ui/pages/mailingactions.h"
#include "ui/permissions.h"
#include "ui/refresher.h"
#include "ui/serverwatch.h"
#include "ui/tables/tableframe.h"
#include "ui/tables/tableview.h"
#include "ui/texts/statustext.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace ui::pages {

using core::domain::Mailing;
using core::domain::MailingState;
using core::interfaces::Change;
using core::services::mayDo;
using core::services::Permission;
using models::PagedTableModel;

MailingList::MailingList(const Context &context, Navigator &navigator, QWidget *parent)
    : Page(context, navigator, parent), m_actions(new QWidget), m_search(new QLineEdit(m_actions)),
      m_state(new QComboBox(m_actions)), m_more(new QPushButton(m_actions)), m_new(new QPushButton(m_actions)),
      m_menu(new QMenu(this)), m_model(new models::MailingTableModel(context.mailings, context.clock, this)),
      m_table(new tables::TableView(QStringLiteral("mailingsTable"), context.settings)),
      m_frame(new tables::TableFrame({nullptr, m_table, nullptr}, m_model, words(), this)),
      m_emptyNew(m_frame->empty().addOffer(QStringLiteral("emptyNewMailingButton"), [this] { Q_EMIT newWanted(); })),
      m_do(new MailingActions(context, navigator, this)),
      m_refresher(new Refresher(context.changes, Change::Mailings | Change::Messages, this, [this] { m_model->refresh(); })),
      m_counter(new Refresher(context.changes, Change::Mailings, this, [this] { countRunning(); }))
{
    m_counter->setEvenWhileHidden(); // the side bar shows it on every page
    setObjectName(QStringLiteral("mailingListPage"));
    makeFilters();
    makeMenu();
    connect(m_model, &PagedTableModel::loaded, this, &MailingList::offerActions);
    connect(m_do, &MailingActions::failed, this, [this](const core::Error &error) {
        m_frame->banner().tell(feedback::Banner::Kind::Error, feedback::errorText(error));
    });
    connect(m_do, &MailingActions::duplicated, this, &MailingList::editWanted);
    connect(m_table, &tables::TableView::selectionMoved, this, &MailingList::offerActions);
    connect(m_table, &tables::TableView::opened, this, [this](qint64 id) { Q_EMIT opened(core::MailingId{id}); });
    connect(m_new, &QPushButton::clicked, this, &MailingList::newWanted);
    retranslate();
}

void MailingList::makeFilters()
{
    auto *row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * theme::space);
    row->addStretch();
    m_search->setObjectName(QStringLiteral("mailingSearchEdit"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(220);
    m_state->setObjectName(QStringLiteral("stateFilterCombo"));
    m_state->setMinimumWidth(140);
    m_more->setObjectName(QStringLiteral("mailingActionsButton"));
    m_more->setProperty("hasMenu", true);
    m_more->setMenu(m_menu);
    m_new->setObjectName(QStringLiteral("newMailingButton"));
    m_new->setProperty("kind", QStringLiteral("primary"));
    for (QWidget *widget : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_state),
                            static_cast<QWidget *>(m_more), static_cast<QWidget *>(m_new)})
        row->addWidget(widget);
    m_state->addItem(QString(), -1);
    for (const MailingState state : {MailingState::Running, MailingState::Scheduled, MailingState::Paused,
                                     MailingState::Draft, MailingState::Finished, MailingState::Cancelled})
        m_state->addItem(QString(), static_cast<int>(state));
    m_searchPause.setSingleShot(true);
    m_searchPause.setInterval(std::chrono::milliseconds{250});
    connect(&m_searchPause, &QTimer::timeout, this, &MailingList::applyFilter);
    connect(m_search, &QLineEdit::textChanged, &m_searchPause, qOverload<>(&QTimer::start));
    connect(m_state, &QComboBox::currentIndexChanged, this, &MailingList::applyFilter);
}

QAction *MailingList::addAction(const char *objectName, std::function<void(const Mailing &)> act)
{
    QAction *action = m_menu->addAction(QString());
    action->setObjectName(QString::fromLatin1(objectName));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_table->addAction(action);
    connect(action, &QAction::triggered, this, [this, act = std::move(act)] {
        if (const auto mailing = selected())
            act(*mailing);
    });
    return action;
}

void MailingList::makeMenu()
{
    m_edit = addAction("editMailingAction", [this](const Mailing &mailing) { Q_EMIT editWanted(mailing.id); });
    m_startNow = addAction("startNowAction", [this](const Mailing &mailing) { m_do->startNow(mailing); });
    m_pause = addAction("pauseMailingAction", [this](const Mailing &mailing) { m_do->pause(mailing.id); });
    m_resume = addAction("resumeMailingAction", [this](const Mailing &mailing) { m_do->resume(mailing.id); });
    m_retry = addAction("retryMailingAction", [this](const Mailing &mailing) { m_do->retry(mailing); });
    m_duplicate = addAction("duplicateMailingAction", [this](const Mailing &mailing) { m_do->duplicate(mailing.id); });
    m_menu->addSeparator();
    m_menu->setToolTipsVisible(true);
    m_cancel = addAction("cancelMailingAction", [this](const Mailing &mailing) { m_do->cancel(mailing); });
    m_remove = addAction("deleteMailingAction", [this](const Mailing &mailing) { m_do->remove(mailing); });
    m_edit->setShortcut(Qt::Key_F2);
    m_duplicate->setShortcut(Qt::CTRL | Qt::Key_D);
    m_remove->setShortcut(Qt::Key_Delete);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { m_menu->popup(m_table->viewport()->mapToGlobal(at)); });
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
}

tables::TableWords MailingList::words() const
{
    return {.counted = [](int mailings) { return tr("%Ln mailing(s)", nullptr, mailings); },
            .moreThan = [](const QString &number) { return tr("More than %1 mailings").arg(number); },
            .nothing = [this](feedback::EmptyState &empty) { tellWhyNothing(empty); },
            .saidElsewhere = [this](const core::Error &error) { return m_context.server.tells(error); }};
}

QString MailingList::title() const
{
    return tr("Mailings");
}

QString MailingList::counter() const
{
    return m_running > 0 ? tr("%Ln running", "mailings", static_cast<int>(m_running)) : QString();
}

void MailingList::activated()
{
    m_refresher->refresh();
    m_counter->refresh();
}

void MailingList::countRunning()
{
    core::interfaces::MailingQuery running;
    running.state = MailingState::Running;
    m_counter->ask(m_context.mailings.count(running), [this](const core::Result<qint64> &count) {
        if (!count || *count == m_running)
            return;
        m_running = *count;
        Q_EMIT titleChanged();
    });
}

void MailingList::applyFilter()
{
    core::interfaces::MailingQuery query;
    query.search = m_search->text().trimmed();
    if (const int state = m_state->currentData().toInt(); state >= 0)
        query.state = static_cast<MailingState>(state);
    m_model->setQuery(query);
}

std::optional<Mailing> MailingList::selected() const
{
    const QList<qint64> ids = m_table->selectedIds();
    const int row = ids.size() == 1 ? m_model->rowOf(ids.first()) : -1;
    return row < 0 ? std::nullopt : std::optional(m_model->row(row).mailing);
}

void MailingList::offerActions()
{
    const std::optional<Mailing> mailing = selected();
    const PossibleActions possible = mailing ? possibleActions(*mailing) : PossibleActions();
    m_more->setEnabled(mailing.has_value());
    const core::Status mayCreate = mayDo(m_context.actor, Permission::CreateMailings);
    const core::Status mayEdit = mailing ? mayDo(m_context.actor, Permission::EditMailing, mailing->owner) : core::Status();
    offer(m_edit, mayEdit, possible.edit);
    offer(m_startNow, mayEdit, possible.startNow);
    offer(m_pause, mayEdit, possible.pause);
    offer(m_resume, mayEdit, possible.resume);
    offer(m_retry, mayEdit, possible.retry);
    offer(m_duplicate, mayCreate, mailing.has_value());
    offer(m_cancel, mayEdit, possible.cancel);
    offer(m_remove, mayEdit, mailing.has_value());
    offer(m_new, mayCreate);
    offer(m_emptyNew, mayCreate);
}

void MailingList::tellWhyNothing(feedback::EmptyState &empty) const
{
    const bool filtered = !(m_model->query() == core::interfaces::MailingQuery());
    m_emptyNew->setVisible(!filtered);
    if (filtered)
        empty.setText(tr("No mailing fits the filter"), tr("Choose another state, or search for fewer letters."));
    else
        empty.setText(tr("There are no mailings yet"),
                      tr("A mailing is one text for many clients: write it, choose who gets it and when, and start it."));
}

void MailingList::retranslate()
{
    m_search->setPlaceholderText(tr("Search name or text"));
    m_search->setAccessibleName(tr("Search mailings by name or text"));
    m_state->setAccessibleName(tr("Filter by state"));
    m_state->setItemText(0, tr("All states"));
    for (int i = 1; i < m_state->count(); ++i)
        m_state->setItemText(i, texts::mailingStateText(static_cast<MailingState>(m_state->itemData(i).toInt())));
    m_more->setText(tr("Actions"));
    m_more->setAccessibleName(tr("Actions on the selected mailing"));
    m_new->setText(tr("New mailing"));
    m_emptyNew->setText(tr("New mailing"));
    m_edit->setText(tr("Edit"));
    m_startNow->setText(tr("Start now"));
    m_pause->setText(tr("Pause"));
    m_resume->setText(tr("Resume"));
    m_retry->setText(tr("Try again…"));
    m_duplicate->setText(tr("Duplicate"));
    m_cancel->setText(tr("Cancel mailing…"));
    m_remove->setText(tr("Delete"));
    m_table->setAccessibleName(tr("Mailings"));
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, models::MailingTableModel::ColumnCount - 1);
    m_frame->showState();
    offerActions();
}

} // namespace ui::pages
