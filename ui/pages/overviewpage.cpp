// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/overviewpage.h"

#include "core/services/accessrules.h"
#include "core/services/clientservice.h"
#include "core/services/gatewayservice.h"
#include "core/services/statisticsservice.h"
#include "ui/charts/statuschart.h"
#include "ui/charts/statuslinks.h"
#include "ui/charts/throughputchart.h"
#include "ui/feedback/banner.h"
#include "ui/feedback/emptystate.h"
#include "ui/feedback/errortext.h"
#include "ui/pages/gatewaylist.h"
#include "ui/pages/mailingactions.h"
#include "ui/pages/numbercard.h"
#include "ui/pages/problemlist.h"
#include "ui/pages/runninglist.h"
#include "ui/pages/upcominglist.h"
#include "ui/permissions.h"
#include "ui/refresher.h"
#include "ui/serverwatch.h"
#include "ui/texts/numbertext.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProcess>
#include <QPushButton>
#include <QStackedWidget>
#include <numeric>

namespace ui::pages {

using core::domain::MailingState;
using core::domain::MailingSummary;
using core::domain::MessageStatus;
using core::interfaces::EngineSnapshot;
using core::services::mayDo;
using core::services::Permission;

namespace {

constexpr std::chrono::minutes chartPeriod{15};

core::Instant midnight(core::Instant now)
{
    const QDate today = core::toDateTime(now).toLocalTime().date();
    return core::toInstant(today.startOfDay());
}

} // namespace

OverviewPage::OverviewPage(const Context &context, Navigator &navigator, QWidget *parent)
    : Page(context, navigator, parent), m_actions(new QWidget), m_problems(new ProblemList(context, navigator, this)),
      m_banner(new feedback::Banner(this)), m_do(new MailingActions(context, navigator, this)),
      m_refresher(new Refresher(context.changes, core::interfaces::everythingChanged, this, [this] { read(); }))
{
    setObjectName(QStringLiteral("overviewPage"));
    makeActions();
    makeWelcome();
    layOut();
    const auto complain = [this](const core::Error &error) {
        m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(error));
    };
    connect(m_do, &MailingActions::failed, this, complain);
    connect(m_problems, &ProblemList::failed, this, complain);
    connect(m_running, &RunningList::opened, this, [this](core::MailingId id) { m_navigator.showMailing(id); });
    connect(m_running, &RunningList::pauseWanted, m_do, &MailingActions::pause);
    connect(m_running, &RunningList::resumeWanted, m_do, &MailingActions::resume);
    connect(m_running, &RunningList::allWanted, this, [this] { m_navigator.showPage(PageId::Mailings); });
    connect(m_next, &UpcomingList::opened, this, [this](core::MailingId id) { m_navigator.showMailing(id); });
    connect(m_gateways, &GatewayList::chosen, this, [this](core::GatewayId id) { m_navigator.showGateway(id); });
    connect(m_failed, &NumberCard::linkClicked, this, [this] {
        m_navigator.showMessages(
            {MessageStatus::Failed, MessageStatus::Undelivered, MessageStatus::Unknown, MessageStatus::Expired});
    });
    connect(m_todayLinks, &charts::StatusLinks::chosen, this,
            [this](MessageStatus status) { m_navigator.showMessages({status}); });
    connect(&context.engine, &core::interfaces::EngineMonitor::snapshotTaken, this, [this](const EngineSnapshot &snapshot) {
        m_snapshot = snapshot;
        showEngine();
    });
    connect(&context.sending, &SendingWatch::changed, this, &OverviewPage::showEngine);
    connect(&context.server, &ServerWatch::changed, this, &OverviewPage::showEngine);
    m_refresher->setPeriod(std::chrono::seconds{5}); // the chart's time goes on
    retranslate();
}

OverviewPage::~OverviewPage() = default;

void OverviewPage::makeActions()
{
    auto *row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * theme::space);
    row->addStretch();
    m_import = new QPushButton(m_actions);
    m_import->setObjectName(QStringLiteral("overviewImportButton"));
    m_new = new QPushButton(m_actions);
    m_new->setObjectName(QStringLiteral("overviewNewMailingButton"));
    m_new->setProperty("kind", QStringLiteral("primary"));
    row->addWidget(m_import);
    row->addWidget(m_new);
    connect(m_import, &QPushButton::clicked, this, [this] { m_navigator.importClients({}); });
    connect(m_new, &QPushButton::clicked, this, [this] { m_navigator.newMailing(); });
}

void OverviewPage::makeWelcome()
{
    m_body = new QStackedWidget(this);
    m_welcome = new feedback::EmptyState(this);
    m_welcome->setObjectName(QStringLiteral("welcome"));
    m_offerImport = m_welcome->addOffer(QStringLiteral("offerImportButton"), [this] { m_navigator.importClients({}); });
    m_offerGateway = m_welcome->addOffer(QStringLiteral("offerGatewayButton"), [this] { m_navigator.showGateway({}); });
    m_offerDemo = m_welcome->addOffer(QStringLiteral("offerDemoButton"), [this] { startDemo(); });
}

QWidget *OverviewPage::makeNumbers(QWidget *parent)
{
    auto *widget = new QWidget(parent);
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4 * theme::space);
    m_sent = new NumberCard(QStringLiteral("sentTodayCard"), widget);
    m_waiting = new NumberCard(QStringLiteral("waitingCard"), widget);
    m_failed = new NumberCard(QStringLiteral("failedTodayCard"), widget);
    m_now = new NumberCard(QStringLiteral("nowCard"), widget);
    for (NumberCard *card : {m_sent, m_waiting, m_failed, m_now})
        row->addWidget(card, 1);
    widget->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return widget;
}

QWidget *OverviewPage::makeWork(QWidget *parent)
{
    m_work = new feedback::Card(parent);
    m_running = new RunningList(m_work);
    m_chartHeading = feedback::label("section", m_work);
    m_chart = new charts::ThroughputChart(charts::ThroughputChart::Unit::PerSecond, m_work);
    m_chart->setObjectName(QStringLiteral("throughputChart"));
    m_todayHeading = feedback::label("section", m_work);
    m_todayBar = new charts::StatusChart(m_work);
    m_todayBar->setObjectName(QStringLiteral("todayChart"));
    m_todayLinks = new charts::StatusLinks(m_work, charts::StatusLinks::Of::EndedMessages);
    m_work->body()->addWidget(m_running);
    m_work->body()->addSpacing(2 * theme::space);
    m_work->body()->addWidget(m_chartHeading);
    m_work->body()->addWidget(m_chart, 1);
    m_work->body()->addSpacing(2 * theme::space);
    m_work->body()->addWidget(m_todayHeading);
    m_work->body()->addWidget(m_todayBar);
    m_work->body()->addWidget(m_todayLinks);
    return m_work;
}

QWidget *OverviewPage::makeSide(QWidget *parent)
{
    auto *widget = new QWidget(parent);
    widget->setFixedWidth(311);
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4 * theme::space);
    m_gatewaysCard = new feedback::Card(widget);
    m_gateways = new GatewayList(m_gatewaysCard);
    m_gatewaysCard->body()->addWidget(m_gateways);
    m_nextCard = new feedback::Card(widget);
    m_next = new UpcomingList(m_nextCard);
    m_nextCard->body()->addWidget(m_next);
    m_nextCard->body()->addStretch();
    column->addWidget(m_gatewaysCard);
    column->addWidget(m_nextCard, 1);
    return widget;
}

void OverviewPage::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::pagePadding, theme::cardPadding, theme::pagePadding, theme::cardPadding);
    column->setSpacing(4 * theme::space);
    column->addWidget(m_problems);
    column->addWidget(m_banner);
    auto *busy = new QWidget(this);
    auto *busyColumn = new QVBoxLayout(busy);
    busyColumn->setContentsMargins(0, 0, 0, 0);
    busyColumn->setSpacing(4 * theme::space);
    busyColumn->addWidget(makeNumbers(busy));
    auto *row = new QHBoxLayout;
    row->setSpacing(4 * theme::space);
    row->addWidget(makeWork(busy), 1);
    row->addWidget(makeSide(busy));
    busyColumn->addLayout(row, 1);
    auto *card = new feedback::Card(this);
    card->body()->addWidget(m_welcome);
    m_body->addWidget(busy);
    m_body->addWidget(card);
    column->addWidget(m_body, 1);
}

QString OverviewPage::title() const
{
    return tr("Overview");
}

void OverviewPage::activated()
{
    m_refresher->refresh();
}

void OverviewPage::read()
{
    const core::Instant now = m_context.clock.now();
    m_refresher->ask(m_context.statistics.workspace(), [this](const core::Result<core::domain::WorkspaceStatistics> &found) {
        if (!found) {
            if (!m_context.server.tells(found.error()))
                m_banner->tell(feedback::Banner::Kind::Error, feedback::errorText(found.error()));
            return;
        }
        m_workspace = *found;
        m_hasWorkspace = true;
        showAll();
        readForecasts();
    });
    m_refresher->ask(m_context.statistics.countsSince(midnight(now)),
                     [this](const core::Result<core::domain::StatusCounts> &found) {
                         if (found)
                             m_today = *found;
                         showNumbers();
                     });
    m_refresher->ask(m_context.statistics.throughput(now - chartPeriod),
                     [this, now](const core::Result<QList<core::domain::ThroughputSlot>> &found) {
                         if (found)
                             m_chart->setSlots(*found, now - chartPeriod, now);
                     });
    m_refresher->ask(m_context.gateways.list(), [this](const core::Result<QList<core::domain::GatewayWithState>> &found) {
        if (!found)
            return;
        m_gatewayStates = *found;
        m_hasGateways = true;
        showAll();
    });
    if (m_clients.value_or(0) == 0) { // only of interest on the first day
        m_refresher->ask(m_context.clients.count({}), [this](const core::Result<qint64> &count) {
            if (count)
                m_clients = *count;
            showAll();
        });
    }
}

void OverviewPage::readForecasts()
{
    int asked = 0;
    for (const MailingSummary &summary : std::as_const(m_workspace.mailings)) {
        if (summary.mailing.state != MailingState::Running || ++asked > mostRunning)
            continue;
        m_refresher->ask(m_context.statistics.mailing(summary.mailing.id),
                         [this, id = summary.mailing.id](const core::Result<core::domain::MailingStatistics> &found) {
                             if (!found)
                                 return;
                             m_forecasts.insert(id, found->forecast);
                             showRunning();
                         });
    }
}

void OverviewPage::showAll()
{
    const bool known = m_hasWorkspace && m_hasGateways && m_clients;
    const bool isEmpty = known && m_workspace.mailings.isEmpty() && m_gatewayStates.isEmpty() && *m_clients == 0;
    m_body->setCurrentIndex(isEmpty ? 1 : 0);
    showNumbers();
    showRunning();
    showEngine();
    QList<core::domain::Mailing> mailings;
    for (const MailingSummary &summary : std::as_const(m_workspace.mailings))
        mailings << summary.mailing;
    m_next->setMailings(mailings, m_context.clock.now());
}

void OverviewPage::showNumbers()
{
    const qint64 sent =
        m_today[MessageStatus::Sent] + m_today[MessageStatus::Delivered] + m_today[MessageStatus::Undelivered];
    const qint64 failed = m_today[MessageStatus::Failed] + m_today[MessageStatus::Undelivered];
    const qint64 ended = m_today.done();
    const qint64 waiting = m_workspace.messages[MessageStatus::Pending] + m_workspace.messages[MessageStatus::Sending];
    m_sent->setNumber(texts::numberText(sent));
    m_sent->setRemark(ended > 0 ? tr("%1 % of what was due").arg(texts::percentText(sent, ended)) : tr("nothing was due"));
    m_waiting->setNumber(texts::numberText(waiting));
    const auto running = m_workspace.mailingsByState[static_cast<std::size_t>(MailingState::Running)];
    qint64 held = 0;
    for (const MailingSummary &summary : std::as_const(m_workspace.mailings)) {
        if (summary.mailing.state != MailingState::Running)
            held += summary.counts[MessageStatus::Pending] + summary.counts[MessageStatus::Sending];
    }
    QString remark =
        running > 0 ? tr("in %Ln running mailing(s)", nullptr, static_cast<int>(running)) : tr("no mailing is running");
    if (running > 0 && held > 0)
        remark = tr("%1 in mailings that stand still").arg(texts::numberText(held));
    m_waiting->setRemark(remark);
    m_failed->setNumber(texts::numberText(failed), failed > 0);
    showFailures(failed);
    core::domain::StatusCounts today = m_today;
    today[MessageStatus::Pending] = today[MessageStatus::Sending] = 0; // these wait, whatever the day; the tile tells them
    m_todayBar->setCounts(today);
    m_todayLinks->setCounts(today);
}

void OverviewPage::showFailures(qint64 failed)
{
    const qint64 others = m_today[MessageStatus::Unknown] + m_today[MessageStatus::Expired];
    QString link;
    if (failed > 0)
        link = tr("why");
    else if (others > 0)
        link =
            tr("%1 unknown, %2 expired")
                .arg(texts::numberText(m_today[MessageStatus::Unknown]), texts::numberText(m_today[MessageStatus::Expired]));
    const QString praise = m_today.done() > 0 ? tr("everything went well") : tr("nothing was due");
    m_failed->setRemark(link.isEmpty() ? praise : link); // it is read aloud, whether it is seen or not
    m_failed->setLink(link);
}

void OverviewPage::showRunning()
{
    QList<RunningMailing> running;
    qint64 hidden = 0;
    for (const MailingState wanted : {MailingState::Running, MailingState::Paused}) {
        for (const MailingSummary &summary : std::as_const(m_workspace.mailings)) {
            if (summary.mailing.state != wanted)
                continue;
            if (running.size() < mostRunning)
                running << RunningMailing{summary, m_forecasts.value(summary.mailing.id),
                                          mayDo(m_context.actor, Permission::EditMailing, summary.mailing.owner)};
            else
                ++hidden;
        }
    }
    m_running->setMailings(running, hidden, m_context.clock.now());
}

void OverviewPage::showEngine()
{
    const core::interfaces::SendingPhase phase = m_context.sending.now().phase;
    const bool isAlone = phase == core::interfaces::SendingPhase::Here && m_context.sending.now().others.isEmpty();
    double rate = m_snapshot.rate;
    if (!isAlone) { // of what others send there is only what is stored
        rate = std::accumulate(m_workspace.mailings.begin(), m_workspace.mailings.end(), 0.0,
                               [](double sum, const MailingSummary &summary) { return sum + summary.rate; });
    }
    m_now->setNumber(texts::rateText(rate));
    double limit = 0;
    bool unlimited = m_gatewayStates.isEmpty();
    for (const core::domain::GatewayWithState &gateway : std::as_const(m_gatewayStates)) {
        if (!gateway.profile.enabled)
            continue;
        unlimited = unlimited || !gateway.profile.rate;
        limit += gateway.profile.rate.value_or(0);
    }
    m_now->setRemark(unlimited ? tr("no limit") : tr("limit %1").arg(texts::rateText(limit)));
    m_gateways->setGateways(m_gatewayStates, m_snapshot, m_context.clock.now());
    const qint64 waiting = m_workspace.messages[MessageStatus::Pending] + m_workspace.messages[MessageStatus::Sending];
    m_problems->setState(m_gatewayStates, m_snapshot, m_context.sending.now(), waiting);
}

void OverviewPage::startDemo()
{
    // A process of its own with a workspace of its own: nothing of it touches this one.
    if (QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("demo")}))
        m_banner->tell(feedback::Banner::Kind::Info, tr("The demo opens in a window of its own."),
                       tr("It sends to nobody and leaves this workspace alone."));
    else
        m_banner->tell(feedback::Banner::Kind::Error, tr("The demo could not be started."),
                       tr("Try “heliograph demo” in a terminal."));
}

void OverviewPage::retranslate()
{
    m_import->setText(tr("Import clients"));
    m_new->setText(tr("New mailing"));
    m_welcome->setText(tr("Welcome to Heliograph"),
                       tr("Texts for many, each at the right time of their day. Where would you like to begin?"));
    m_offerImport->setText(tr("Import a list of clients"));
    m_offerGateway->setText(tr("Connect a gateway"));
    m_offerDemo->setText(tr("Look at the demo"));
    m_sent->setName(tr("Sent today"));
    m_waiting->setName(tr("Waiting"));
    m_failed->setName(tr("Failed today"));
    m_now->setName(tr("Now"));
    m_work->setHeading(tr("Running"));
    m_chartHeading->setText(tr("Messages per second, last 15 minutes"));
    m_chart->setHeading(m_chartHeading->text());
    m_todayHeading->setText(tr("Today by status"));
    m_gatewaysCard->setHeading(tr("Gateways"));
    m_nextCard->setHeading(tr("Next"));
    for (QPushButton *button : {m_import, m_offerImport})
        offer(button, mayDo(m_context.actor, Permission::EditClients));
    offer(m_new, mayDo(m_context.actor, Permission::CreateMailings));
    offer(m_offerGateway, mayDo(m_context.actor, Permission::ManageGateways));
    showAll();
}

} // namespace ui::pages
