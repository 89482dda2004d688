// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/clientspage.h"

#include "core/services/accessrules.h"
#include "core/services/clientservice.h"
#include "core/services/settingsservice.h"
#include "ui/async.h"
#include "ui/dialogs/importdialog.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/card.h"
#include "ui/feedback/emptystate.h"
#include "ui/feedback/errortext.h"
#include "ui/models/clienttablemodel.h"
#include "ui/pages/clientactions.h"
#include "ui/pages/clientfilterbar.h"
#include "ui/pages/clientpanel.h"
#include "ui/pages/exportaction.h"
#include "ui/pages/selectionbar.h"
#include "ui/permissions.h"
#include "ui/serverwatch.h"
#include "ui/tables/tableview.h"
#include "ui/texts/numbertext.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui::pages {

using core::services::mayDo;
using core::services::Permission;
using models::PagedTableModel;

namespace {

QWidget *inCard(QWidget *content, QWidget *parent)
{
    auto *card = new feedback::Card(parent);
    card->body()->addWidget(content);
    return card;
}

} // namespace

ClientsPage::ClientsPage(const Context &context, Navigator &navigator, QWidget *parent)
    : Page(context, navigator, parent), m_titleActions(new QWidget), m_banner(new feedback::Banner(this)),
      m_top(new QStackedWidget(this)), m_filters(new ClientFilterBar(this)), m_selection(new SelectionBar(this)),
      m_body(new QStackedWidget(this)), m_model(new models::ClientTableModel(context.clients, this)),
      m_table(new tables::TableView(QStringLiteral("clientsTable"), context.settings, this)),
      m_empty(new feedback::EmptyState(this)), m_noMatch(new feedback::EmptyState(this)), m_progress(new QProgressBar(this)),
      m_panel(new ClientPanel(context, this)), m_actions(new ClientActions(context, navigator, this)),
      m_exporter(new ExportAction(context, *m_banner, this))
{
    setObjectName(QStringLiteral("clientsPage"));
    makeTitleActions();
    layOut();
    m_table->setModel(m_model);
    connectTable();
    connectActions();
    connect(&context.changes, &core::interfaces::ChangeFeed::changed, this, &ClientsPage::onChanged);
    readVocabulary();
    readSettings();
    readCounter();
    retranslate();
}

void ClientsPage::makeTitleActions()
{
    auto *row = new QHBoxLayout(m_titleActions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * theme::space);
    m_search = new QLineEdit(m_titleActions);
    m_search->setObjectName(QStringLiteral("clientSearchEdit"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(260);
    m_export = new QPushButton(m_titleActions);
    m_export->setObjectName(QStringLiteral("exportClientsButton"));
    m_new = new QPushButton(m_titleActions);
    m_new->setObjectName(QStringLiteral("newClientButton"));
    m_import = new QPushButton(m_titleActions);
    m_import->setObjectName(QStringLiteral("importClientsButton"));
    m_import->setProperty("kind", QStringLiteral("primary"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_search, m_export, m_new, m_import})
        row->addWidget(widget);
    m_searchPause.setSingleShot(true);
    m_searchPause.setInterval(std::chrono::milliseconds{250});
    connect(m_search, &QLineEdit::textChanged, &m_searchPause, qOverload<>(&QTimer::start));
    connect(&m_searchPause, &QTimer::timeout, this, &ClientsPage::applyQuery);
    connect(m_export, &QPushButton::clicked, this, [this] { m_exporter->exportClients(m_model->query()); });
    connect(m_new, &QPushButton::clicked, m_panel, &ClientPanel::newClient);
    connect(m_import, &QPushButton::clicked, this, [this] { importFile({}); });
}

void ClientsPage::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::pagePadding, 3 * theme::space, theme::pagePadding, theme::cardPadding);
    column->setSpacing(3 * theme::space);
    column->addWidget(m_banner);
    m_top->addWidget(m_filters);
    m_top->addWidget(m_selection);
    m_top->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(m_top);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->hide();
    column->addWidget(m_progress);
    auto *row = new QHBoxLayout;
    row->setSpacing(4 * theme::space);
    m_body->addWidget(m_table);
    m_body->addWidget(inCard(m_empty, this));
    m_body->addWidget(inCard(m_noMatch, this));
    row->addWidget(m_body, 1);
    row->addWidget(m_panel);
    column->addLayout(row, 1);
    m_emptyImport = m_empty->addOffer(QStringLiteral("emptyImportButton"), [this] { importFile({}); });
    m_emptyNew = m_empty->addOffer(QStringLiteral("emptyNewButton"), [this] { m_panel->newClient(); });
    m_noMatchClear = m_noMatch->addOffer(QStringLiteral("clearFiltersButton"), [this] {
        m_search->clear();
        m_filters->setQuery({});
        applyQuery();
    });
}

void ClientsPage::connectTable()
{
    connect(m_filters, &ClientFilterBar::queryChanged, this, &ClientsPage::applyQuery);
    connect(m_model, &PagedTableModel::countChanged, this, &ClientsPage::showCount);
    connect(m_model, &PagedTableModel::loaded, this, [this] {
        if (std::exchange(m_loadFailed, false))
            m_banner->clear();
        showCount();
        showEmpty();
    });
    connect(m_model, &PagedTableModel::failed, this, [this](const core::Error &error) {
        if (m_context.server.tells(error))
            return;
        m_loadFailed = true;
        m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(error));
        m_banner->setAction(tr("Try again"), [this] { m_model->reload(); });
    });
    m_slow.setSingleShot(true);
    m_slow.setInterval(std::chrono::milliseconds{300});
    connect(&m_slow, &QTimer::timeout, m_progress, &QWidget::show);
    connect(m_model, &PagedTableModel::loadingChanged, this, [this](bool loading) {
        if (loading) {
            m_slow.start();
        } else {
            m_slow.stop();
            m_progress->hide();
        }
    });
    connect(m_table, &tables::TableView::selectionMoved, this, &ClientsPage::selectionMoved);
    connect(m_table, &tables::TableView::opened, this, [this] { m_panel->editClient(); });
}

void ClientsPage::connectActions()
{
    connect(m_selection, &SelectionBar::tagRequested, this,
            [this](const QString &label) { m_actions->addTag(selected(), label); });
    connect(m_selection, &SelectionBar::untagRequested, this,
            [this](const QString &label) { m_actions->removeTag(selected(), label); });
    connect(m_selection, &SelectionBar::optOutRequested, this,
            [this](bool out) { m_actions->setOptedOut(selected(), out); });
    connect(m_selection, &SelectionBar::deleteRequested, this, [this] { m_actions->remove(selected()); });
    connect(m_selection, &SelectionBar::cleared, m_table, &QAbstractItemView::clearSelection);
    connect(m_panel, &ClientPanel::deleteRequested, this, [this](core::ClientId id) { m_actions->remove({id}); });
    connect(m_panel, &ClientPanel::optOutRequested, this,
            [this](core::ClientId id, bool out) { m_actions->setOptedOut({id}, out); });
    connect(m_panel, &ClientPanel::eventsRequested, this,
            [this](core::ClientId id, const QString &phone) { m_navigator.showClientHistory(id, phone); });
    connect(m_panel, &ClientPanel::saved, this, [this] { m_model->refresh(); });
    connect(m_panel, &ClientPanel::closed, m_table, &QAbstractItemView::clearSelection);
    connect(m_actions, &ClientActions::done, this, [this] {
        m_model->refresh();
        m_panel->refresh();
    });
    connect(m_actions, &ClientActions::failed, this,
            [this](const core::Error &error) { m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(error)); });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search, qOverload<>(&QWidget::setFocus));
    connect(new QShortcut(QKeySequence::New, this), &QShortcut::activated, m_new, &QPushButton::click);
}

QString ClientsPage::title() const
{
    return tr("Clients");
}

void ClientsPage::activated()
{
    m_model->refresh();
    m_panel->refresh();
    readSettings();
}

void ClientsPage::showClient(core::ClientId id)
{
    m_table->clearSelection();
    m_table->selectId(id.value);
    m_panel->showClient(id);
}

void ClientsPage::importFile(const QString &path)
{
    auto *dialog = new dialogs::ImportDialog(m_context, path, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this] { m_model->refresh(); });
    dialog->open();
}

QList<core::ClientId> ClientsPage::selected() const
{
    QList<core::ClientId> ids;
    for (const qint64 id : m_table->selectedIds())
        ids << core::ClientId{id};
    return ids;
}

void ClientsPage::applyQuery()
{
    core::interfaces::ClientQuery query = m_filters->query();
    query.search = m_search->text().trimmed();
    m_model->setQuery(query);
}

void ClientsPage::showCount()
{
    const bool filtered = !m_model->query().isEverybody();
    switch (m_model->countState()) {
    case PagedTableModel::Count::Unknown:
        m_filters->setCount(tr("Counting…"));
        break;
    case PagedTableModel::Count::Partial:
        m_filters->setCount(tr("more than %1").arg(texts::numberText(m_model->total())));
        break;
    case PagedTableModel::Count::Complete:
        if (filtered && m_everybody >= 0)
            m_filters->setCount(tr("%1 of %2").arg(texts::numberText(m_model->total()), texts::numberText(m_everybody)));
        else
            m_filters->setCount(tr("%Ln client(s)", nullptr, static_cast<int>(m_model->total())));
        break;
    }
}

void ClientsPage::showEmpty()
{
    enum { Table, Empty, NoMatch };
    if (m_model->rowCount() > 0)
        m_body->setCurrentIndex(Table);
    else
        m_body->setCurrentIndex(m_model->query().isEverybody() ? Empty : NoMatch);
}

void ClientsPage::selectionMoved()
{
    const QList<core::ClientId> ids = selected();
    m_selection->setSelected(static_cast<int>(ids.size()));
    offerActions();
    m_top->setCurrentIndex(ids.size() > 1 ? 1 : 0);
    if (ids.size() == 1)
        m_panel->showClient(ids.first());
    else if (ids.size() > 1)
        m_panel->showClient({});
}

void ClientsPage::readSettings()
{
    whenDone(m_context.workspaceSettings.settings(), this,
             [this](const core::Result<core::domain::WorkspaceSettings> &settings) {
                 if (!settings)
                     return; // the services refuse then what should not have been offered
                 m_settings = *settings;
                 m_panel->setSettings(m_settings);
                 offerActions();
             });
}

void ClientsPage::offerActions()
{
    const core::Status mayAdd = mayDo(m_context.actor, Permission::EditClients);
    for (QPushButton *button : {m_new, m_import, m_emptyImport, m_emptyNew})
        offer(button, mayAdd);
    m_selection->setAllowed(mayEditSelected(), mayDo(m_context.actor, Permission::OptOutClients));
}

core::Status ClientsPage::mayEditSelected() const
{
    HELIOGRAPH_TRY(mayDo(m_context.actor, Permission::EditClients));
    if (!m_settings.keepsClientsToOwners())
        return {};
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        HELIOGRAPH_TRY(core::services::mayEditClient(m_context.actor, m_settings, m_model->row(index.row()).owner));
    return {};
}

void ClientsPage::readVocabulary()
{
    whenDone(m_context.clients.vocabulary(), this, [this](const core::Result<core::services::ClientVocabulary> &vocabulary) {
        if (!vocabulary)
            return; // the fields complete nothing then; the table itself tells what is wrong
        m_filters->setVocabulary(*vocabulary);
        m_panel->setVocabulary(*vocabulary);
        m_selection->setOffers(vocabulary->tags);
        m_model->setAttributeKeys(vocabulary->attributeKeys);
    });
}

void ClientsPage::readCounter()
{
    whenDone(m_context.clients.count({}), this, [this](const core::Result<qint64> &count) {
        if (!count)
            return;
        m_everybody = *count;
        m_counter = texts::numberText(*count);
        showCount();
        Q_EMIT titleChanged();
    });
}

void ClientsPage::onChanged(core::interfaces::Changes changes)
{
    using core::interfaces::Change;
    if (changes & Change::Clients)
        readCounter();
    if (!isVisible())
        return;
    if (changes & Change::Settings)
        readSettings();
    if (changes & Change::Clients) {
        readVocabulary();
        m_model->refresh();
    }
    if (changes & (Change::Clients | Change::Messages))
        m_panel->refresh();
}

void ClientsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && !selected().isEmpty())
        m_actions->remove(selected());
    else
        Page::keyPressEvent(event);
}

void ClientsPage::retranslate()
{
    m_search->setPlaceholderText(tr("Phone, name, tag…"));
    m_search->setAccessibleName(tr("Search clients"));
    m_export->setText(tr("Export…"));
    m_new->setText(tr("New client"));
    m_import->setText(tr("Import…"));
    m_table->setAccessibleName(tr("Clients"));
    m_empty->setText(
        tr("There are no clients yet"),
        tr("Import a list from a spreadsheet (you can also drop the file here), or enter the first one by hand."));
    m_emptyImport->setText(tr("Import a list…"));
    m_emptyNew->setText(tr("New client"));
    m_noMatch->setText(tr("No client fits"), tr("Try fewer words or other filters. A phone is found in any notation."));
    m_noMatchClear->setText(tr("Show all clients"));
    m_progress->setAccessibleName(tr("Loading"));
    m_counter = m_everybody < 0 ? QString() : texts::numberText(m_everybody);
    offerActions();
    showCount();
}

} // namespace ui::pages
