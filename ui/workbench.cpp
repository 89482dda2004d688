// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench.h"

#include "core/interfaces/enginemonitor.h"
#include "core/services/accessrules.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/undobar.h"
#include "ui/pages/clientspage.h"
#include "ui/pages/historypage.h"
#include "ui/pages/mailingspage.h"
#include "ui/pages/messagespage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/settingspage.h"
#include "ui/sendingwatch.h"
#include "ui/serverwatch.h"
#include "ui/session.h"
#include "ui/shell/enginestatus.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/titleline.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QShortcut>
#include <QStackedWidget>

namespace ui {

namespace {

/** The file behind a drop, if it is one that can be imported. */
QString importablePath(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    const QString path = urls.first().toLocalFile();
    for (const QLatin1String ending : {QLatin1String(".csv"), QLatin1String(".txt"), QLatin1String(".tsv")}) {
        if (path.endsWith(ending, Qt::CaseInsensitive))
            return path;
    }
    return {};
}

} // namespace

Workbench::Workbench(const Context &context, theme::Theme &theme, LanguageSwitch &language, QWidget *parent)
    : QWidget(parent), m_context(context), m_theme(theme), m_language(language)
{
    setObjectName(QStringLiteral("workbench"));
    setAcceptDrops(true);
    layOut();
    m_mailings = new pages::MailingsPage(m_context, *this);
    m_clients = new pages::ClientsPage(m_context, *this);
    m_messages = new pages::MessagesPage(m_context, *this);
    m_history = new pages::HistoryPage(m_context, *this);
    m_settings = new pages::SettingsPage(m_context, *this);
    addPage(PageId::Overview, new pages::OverviewPage(m_context, *this), QStringLiteral("overviewPageButton"));
    addPage(PageId::Mailings, m_mailings, QStringLiteral("mailingsPageButton"));
    addPage(PageId::Clients, m_clients, QStringLiteral("clientsPageButton"));
    addPage(PageId::Messages, m_messages, QStringLiteral("messagesPageButton"));
    addPage(PageId::History, m_history, QStringLiteral("historyPageButton"));
    addPage(PageId::Settings, m_settings, QStringLiteral("settingsPageButton"));
    connect(m_settings, &pages::SettingsPage::lookChosen, this, [this](core::settings::Look look) { m_theme.apply(look); });
    connect(m_settings, &pages::SettingsPage::languageChosen, this,
            [this](core::settings::Language chosen) { m_language.apply(chosen); });
    m_sideBar->engine()->setWorkspace(m_context.workspaceName);
    connect(&m_context.engine, &core::interfaces::EngineMonitor::snapshotTaken, this,
            [this](const core::interfaces::EngineSnapshot &snapshot) {
                m_sideBar->engine()->setSnapshot(snapshot, m_context.clock.now());
            });
    const auto showSending = [this] { m_sideBar->engine()->setSending(m_context.sending.now()); };
    connect(&m_context.sending, &SendingWatch::changed, this, showSending);
    showSending();
    connect(&m_context.server, &ServerWatch::changed, this, &Workbench::showServer);
    showUser();
    retranslate();
    showPage(PageId::Overview);
}

Workbench::~Workbench() = default;

bool Workbench::continueAs(const core::domain::Actor &actor)
{
    if (actor.user != m_context.actor.user || actor.role != m_context.actor.role)
        return false;
    m_context.actor = actor;
    showUser();
    return true;
}

void Workbench::layOut()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_sideBar = new shell::SideBar(this);
    row->addWidget(m_sideBar);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    m_titleLine = new shell::TitleLine(this);
    m_stack = new QStackedWidget(this);
    m_stack->setObjectName(QStringLiteral("pageStack"));
    // Of its own: wrapped texts ask for far too much height before they know their width, and the window would keep it.
    m_stack->setMinimumSize(760, 560);
    m_serverBar = new feedback::Banner(this);
    m_serverBar->setObjectName(QStringLiteral("serverBar"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(theme::pagePadding, theme::cardPadding, theme::pagePadding, 0);
    bar->addWidget(m_serverBar);
    column->addWidget(m_titleLine);
    column->addLayout(bar);
    column->addWidget(m_stack, 1);
    row->addLayout(column, 1);
    m_undo = new feedback::UndoBar(this);
    connect(m_sideBar, &shell::SideBar::pageChosen, this, &Workbench::showPage);
    connect(m_sideBar, &shell::SideBar::signOutRequested, &m_context.session, &Session::leave);
    connect(m_titleLine, &shell::TitleLine::upClicked, this, [this] { currentPage()->goUp(); });
}

void Workbench::addPage(PageId id, pages::Page *page, const QString &buttonName)
{
    m_pages.insert(id, page);
    m_stack->addWidget(page);
    m_sideBar->addPage(id, buttonName);
    if (QWidget *actions = page->titleActions()) {
        m_titleActions.insert(id, actions);
        m_titleLine->addActions(actions);
    }
    connect(page, &pages::Page::titleChanged, this, [this, id] { showTitle(id); });
    const QKeySequence keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + m_pages.size()));
    connect(new QShortcut(keys, this), &QShortcut::activated, this, [this, id] { showPage(id); });
}

pages::Page *Workbench::currentPage() const
{
    return static_cast<pages::Page *>(m_stack->currentWidget());
}

PageId Workbench::currentPageId() const
{
    return m_pages.key(currentPage());
}

void Workbench::showUser()
{
    m_sideBar->setUser(m_context.session.isLocal() ? QString() : m_context.actor.label);
}

void Workbench::showPage(PageId id)
{
    pages::Page *page = m_pages.value(id);
    m_stack->setCurrentWidget(page);
    m_sideBar->setCurrent(id);
    m_titleLine->showActions(m_titleActions.value(id));
    showTitle(id);
    page->activated();
}

void Workbench::showTitle(PageId id)
{
    const pages::Page *page = m_pages.value(id);
    m_sideBar->setPage(id, page->parentTitle().isEmpty() ? page->title() : page->parentTitle(), page->counter());
    if (page == currentPage())
        m_titleLine->setTitle(page->title(), page->parentTitle(), page->badge());
}

void Workbench::showMailing(core::MailingId id)
{
    showPage(PageId::Mailings);
    m_mailings->showMailing(id);
}

void Workbench::newMailing()
{
    showPage(PageId::Mailings);
    m_mailings->newMailing();
}

void Workbench::showMessages(const QList<core::domain::MessageStatus> &statuses)
{
    m_messages->showStatuses(statuses);
    showPage(PageId::Messages);
}

void Workbench::showClient(core::ClientId id)
{
    showPage(PageId::Clients);
    m_clients->showClient(id);
}

void Workbench::showMailingHistory(core::MailingId id, const QString &name)
{
    m_history->showMailing(id, name);
    showPage(PageId::History);
}

void Workbench::showClientHistory(core::ClientId id, const QString &phone)
{
    m_history->showClient(id, phone);
    showPage(PageId::History);
}

void Workbench::showGateway(core::GatewayId id)
{
    showPage(PageId::Settings);
    m_settings->showGateway(id);
}

void Workbench::importClients(const QString &path)
{
    showPage(PageId::Clients);
    m_clients->importFile(path);
}

void Workbench::offerUndo(const QString &what, std::function<void()> undo)
{
    m_undo->offer(what, std::move(undo));
}

void Workbench::dragEnterEvent(QDragEnterEvent *event)
{
    if (core::services::mayImport(m_context.actor) && !importablePath(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void Workbench::dropEvent(QDropEvent *event)
{
    const QString path = importablePath(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    importClients(path);
}

void Workbench::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Workbench::showServer()
{
    if (m_context.server.isLost())
        m_serverBar->tell(feedback::Banner::Kind::Warning, tr("The database server does not answer. Trying again…"),
                          tr("What is shown is as it was before, and nothing that you are writing is lost."));
    else
        m_serverBar->clear();
}

void Workbench::retranslate()
{
    showServer();
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it)
        showTitle(it.key());
}

} // namespace ui
