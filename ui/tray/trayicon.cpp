// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tray/trayicon.h"

#include "core/services/accessrules.h"
#include "core/services/mailingservice.h"
#include "core/services/statisticsservice.h"
#include "core/settings/desktopsettings.h"
#include "ui/async.h"
#include "ui/delegates/countsbar.h"
#include "ui/feedback/errortext.h"
#include "ui/permissions.h"
#include "ui/sendingwatch.h"
#include "ui/session.h"
#include "ui/texts/mailingtext.h"
#include "ui/texts/numbertext.h"
#include "ui/texts/sendingtext.h"
#include "ui/tray/stateicon.h"
#include "ui/workbench.h"

#include <QEvent>
#include <QMessageBox>
#include <QPushButton>

namespace ui::tray {

using core::domain::BreakerState;
using core::domain::MailingState;
using core::domain::MailingSummary;
using core::interfaces::EngineSnapshot;

namespace {

constexpr std::chrono::milliseconds readPause{1000};
constexpr int mostListed = 8;

bool needsSomebody(const core::interfaces::GatewayActivity &gateway)
{
    const BreakerState state = gateway.state.breaker;
    return gateway.enabled && (state == BreakerState::Attention || state == BreakerState::KeyMissing);
}

} // namespace

TrayState trayState(const EngineSnapshot &snapshot)
{
    if (!snapshot.problem.isEmpty())
        return TrayState::Attention;
    for (const core::interfaces::GatewayActivity &gateway : snapshot.gateways) {
        if (needsSomebody(gateway))
            return TrayState::Attention;
    }
    return snapshot.rate > 0 ? TrayState::Sending : TrayState::Idle;
}

TrayIcon::TrayIcon(const Context &context, MainWindow &window) : m_context(context), m_window(window)
{
    setObjectName(QStringLiteral("trayIcon"));
    makeMenu();
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            openWindow();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        openWindow();
        if (m_onClick)
            m_onClick();
    });
    connect(&context.engine, &core::interfaces::EngineMonitor::snapshotTaken, this, &TrayIcon::look);
    connect(&context.sending, &SendingWatch::changed, this, &TrayIcon::showState);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &TrayIcon::readMailings);
    connect(&context.changes, &core::interfaces::ChangeFeed::changed, this, [this](core::interfaces::Changes changes) {
        // Numbers are read while somebody looks at them; states always, for what is told of them.
        const bool wanted =
            (changes & core::interfaces::Change::Mailings) || (m_menuOpen && (changes & core::interfaces::Change::Messages));
        if (wanted && !m_soon.isActive())
            m_soon.start(readPause);
    });
    // Not isVisible(): a desktop that draws the menu itself never shows the widget.
    connect(&m_menu, &QMenu::aboutToShow, this, [this] {
        m_menuOpen = true;
        readMailings();
    });
    connect(&m_menu, &QMenu::aboutToHide, this, [this] { m_menuOpen = false; });
    connect(&context.session, &Session::entered, this, &TrayIcon::readMailings);
    connect(&context.session, &Session::left, this, [this] { setMailings({}); });
    m_window.setCloseHandler([this] { return closeWindow(); });
    m_window.installEventFilter(this); // tells of a change of the language
    showState();
    retranslate();
    m_icon.show();
    readMailings();
}

TrayIcon::~TrayIcon()
{
    m_window.setCloseHandler({});
}

void TrayIcon::makeMenu()
{
    m_menu.setObjectName(QStringLiteral("trayMenu"));
    m_menu.setToolTipsVisible(true);
    m_open = m_menu.addAction(QString(), this, &TrayIcon::openWindow);
    m_open->setObjectName(QStringLiteral("trayOpenAction"));
    m_menu.addSeparator();
    m_pauseAll = m_menu.addAction(QString(), this, [this] {
        if (const auto &actor = m_context.session.actor())
            tellOfAll(m_context.mailings.pauseAll(*actor), tr("Nothing was paused"));
    });
    m_pauseAll->setObjectName(QStringLiteral("trayPauseAllAction"));
    m_resumeAll = m_menu.addAction(QString(), this, [this] {
        if (const auto &actor = m_context.session.actor())
            tellOfAll(m_context.mailings.resumeAll(*actor), tr("Nothing was resumed"));
    });
    m_resumeAll->setObjectName(QStringLiteral("trayResumeAllAction"));
    m_menu.addSeparator();
    m_quit = m_menu.addAction(QString(), this, &TrayIcon::quit);
    m_quit->setObjectName(QStringLiteral("trayQuitAction"));
}

void TrayIcon::tellOfAll(const QFuture<core::Result<int>> &future, const QString &otherwise)
{
    whenDone(future, this, [this, otherwise](const core::Result<int> &changed) {
        if (!changed)
            notify(otherwise, feedback::errorText(changed.error()), [this] { openWindow(); });
        readMailings();
    });
}

void TrayIcon::openWindow()
{
    m_window.bringToFront();
}

bool TrayIcon::closeWindow()
{
    if (!QSystemTrayIcon::isSystemTrayAvailable()) {
        closeWithoutTray();
        return true;
    }
    m_window.hide();
    if (!m_context.settings.isTrayHintShown()) {
        notify(tr("Heliograph goes on sending"),
               tr("It stays here when its window is closed. To end it, choose Quit in this menu."), {});
        // That it could not be remembered means that it is told once more.
        (void)m_context.settings.setTrayHintShown(true);
    }
    return true;
}

void TrayIcon::closeWithoutTray()
{
    if (!m_context.sending.now().needsThisProgram()) {
        Q_EMIT quitRequested();
        return;
    }
    // Asked anew for the same reason as in quit(). Minimised, the window is the only way back to what it sends; where
    // nothing is to be sent, it would be a program that cannot be left.
    whenDone(m_context.statistics.workspace(), this, [this](const core::Result<core::domain::WorkspaceStatistics> &found) {
        const auto number = [&found](MailingState state) { return found->mailingsByState[static_cast<std::size_t>(state)]; };
        if (found && number(MailingState::Scheduled) + number(MailingState::Running) > 0)
            m_window.showMinimized();
        else
            Q_EMIT quitRequested();
    });
}

void TrayIcon::look(const EngineSnapshot &snapshot)
{
    noticeGateways(snapshot);
    const TrayState state = trayState(snapshot);
    if (state == m_state && snapshot.rate == m_rate)
        return;
    m_state = state;
    m_rate = snapshot.rate;
    showState();
}

void TrayIcon::noticeGateways(const EngineSnapshot &snapshot)
{
    QSet<core::GatewayId> troubled;
    for (const core::interfaces::GatewayActivity &gateway : snapshot.gateways) {
        if (!needsSomebody(gateway))
            continue;
        troubled.insert(gateway.gateway);
        if (m_troubled.contains(gateway.gateway))
            continue;
        const core::GatewayId id = gateway.gateway;
        const QString happened =
            gateway.state.breaker == core::domain::BreakerState::KeyMissing
                ? tr("The key for its secret is missing on this computer.")
                : tr("It cannot be used as it is set up: %1.").arg(texts::errorLabelText(gateway.state.reason));
        notify(tr("A gateway needs attention"), tr("%1 Its messages wait until their mailing ends.").arg(happened),
               [this, id] {
                   if (Workbench *workbench = m_window.workbench())
                       workbench->showGateway(id);
               });
    }
    m_troubled = troubled;
}

void TrayIcon::readMailings()
{
    if (m_reading) {
        m_changed = true;
        return;
    }
    m_reading = true;
    m_changed = false;
    whenDone(m_context.statistics.workspace(), this, [this](const core::Result<core::domain::WorkspaceStatistics> &found) {
        m_reading = false;
        if (found)
            setMailings(m_context.session.actor() ? found->mailings : QList<MailingSummary>());
        if (m_changed)
            m_soon.start(readPause);
    });
}

void TrayIcon::setMailings(const QList<MailingSummary> &mailings)
{
    QHash<core::MailingId, QString> running;
    m_pausing.reset();
    m_resuming.reset();
    // What is listed already stays the same action: the pointer may be on it.
    QHash<core::MailingId, QAction *> listed = std::exchange(m_mailingActions, {});
    for (const MailingSummary &summary : mailings) {
        const core::domain::Mailing &mailing = summary.mailing;
        // One that may be edited is enough: those of others are left out.
        if (mailing.state == MailingState::Paused && !(m_resuming && *m_resuming))
            m_resuming = mayEdit(mailing);
        if (mailing.state == MailingState::Finished && m_running.contains(mailing.id))
            tellFinished(mailing.id);
        if (mailing.state != MailingState::Running)
            continue;
        running.insert(mailing.id, mailing.name);
        if (!(m_pausing && *m_pausing))
            m_pausing = mayEdit(mailing);
        if (m_mailingActions.size() >= mostListed)
            continue;
        QAction *action = listed.take(mailing.id);
        if (!action)
            action = addMailing(mailing.id);
        action->setText((summary.choosing ? tr("%1 (%2 of %3 so far)") : tr("%1 (%2 of %3)"))
                            .arg(QString(mailing.name).replace(u'&', QStringLiteral("&&")),
                                 texts::numberText(summary.counts.done()), texts::numberText(summary.counts.total())));
        m_mailingActions.insert(mailing.id, action);
    }
    for (QAction *gone : std::as_const(listed)) {
        m_menu.removeAction(gone);
        gone->deleteLater();
    }
    m_running = running;
    offerActions();
}

core::Status TrayIcon::mayEdit(const core::domain::Mailing &mailing) const
{
    const auto &actor = m_context.session.actor();
    return actor ? core::services::mayDo(*actor, core::services::Permission::EditMailing, mailing.owner) : core::Status();
}

void TrayIcon::offerActions()
{
    core::Status allowed;
    if (!m_context.session.actor())
        allowed = core::Failure(core::Error::make(core::ErrorKind::PermissionDenied, "signin.needed"));
    offer(m_pauseAll, m_pausing.value_or(allowed), m_pausing.has_value());
    offer(m_resumeAll, m_resuming.value_or(allowed), m_resuming.has_value());
}

QAction *TrayIcon::addMailing(core::MailingId id)
{
    auto *action = new QAction(&m_menu);
    action->setObjectName(QStringLiteral("trayMailingAction%1").arg(id.text()));
    connect(action, &QAction::triggered, this, [this, id] {
        openWindow();
        showMailing(id);
    });
    m_menu.insertAction(m_pauseAll, action);
    return action;
}

void TrayIcon::showMailing(core::MailingId id)
{
    if (Workbench *workbench = m_window.workbench())
        workbench->showMailing(id);
}

void TrayIcon::tellFinished(core::MailingId id)
{
    whenDone(m_context.statistics.mailing(id), this,
             [this, id, name = m_running.value(id)](const core::Result<core::domain::MailingStatistics> &found) {
                 if (found)
                     notify(tr("“%1” is finished").arg(name), delegates::countsInWords(found->counts),
                            [this, id] { showMailing(id); });
             });
}

void TrayIcon::notify(const QString &title, const QString &text, std::function<void()> open)
{
    m_onClick = std::move(open);
    m_icon.showMessage(title, text, stateIcon(m_state));
    Q_EMIT notified(title, text);
}

void TrayIcon::quit()
{
    if (!m_context.sending.now().needsThisProgram()) {
        Q_EMIT quitRequested(); // others send, or nobody does; either way nothing comes to stand still
        return;
    }
    // What is known may be a second old; a mailing that has begun since would end without a word.
    core::interfaces::MailingQuery query;
    query.state = MailingState::Running;
    whenDone(m_context.mailings.count(query), this, [this](const core::Result<qint64> &running) {
        if (running && *running > 0)
            askToQuit(static_cast<int>(*running));
        else
            Q_EMIT quitRequested();
    });
}

void TrayIcon::askToQuit(int running)
{
    openWindow();
    auto *question = new QMessageBox(&m_window);
    question->setObjectName(QStringLiteral("quitDialog"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Quit Heliograph"));
    question->setIcon(QMessageBox::Question);
    question->setText(tr("%Ln mailing(s) are running.", nullptr, running));
    question->setInformativeText(tr("When Heliograph quits, they stand still until it is started again. Nothing is lost, "
                                    "but what reaches its end meanwhile expires."));
    QPushButton *quit = question->addButton(tr("Quit"), QMessageBox::DestructiveRole);
    quit->setObjectName(QStringLiteral("confirmQuitButton"));
    QPushButton *stay = question->addButton(tr("Go on sending"), QMessageBox::RejectRole);
    stay->setObjectName(QStringLiteral("goOnSendingButton"));
    question->setDefaultButton(stay);
    connect(quit, &QPushButton::clicked, this, &TrayIcon::quitRequested);
    question->open();
}

bool TrayIcon::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

void TrayIcon::showState()
{
    m_icon.setIcon(stateIcon(m_state));
    const Sending &sending = m_context.sending.now();
    QString state = tr("nothing is being sent");
    if (m_state == TrayState::Attention)
        state = tr("needs attention");
    else if (sending.phase != core::interfaces::SendingPhase::Here)
        state = texts::sendingText(sending); // what others do, this program does not hear
    else if (m_state == TrayState::Sending)
        state = tr("sending %1").arg(texts::rateText(m_rate));
    m_icon.setToolTip(tr("Heliograph: %1").arg(state));
}

void TrayIcon::retranslate()
{
    m_open->setText(tr("Open Heliograph"));
    m_pauseAll->setText(tr("Pause all"));
    m_resumeAll->setText(tr("Resume all"));
    m_quit->setText(tr("Quit"));
    offerActions();
    showState();
}

} // namespace ui::tray
