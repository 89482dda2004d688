// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Heliograph in the notification area: its state as an icon, a menu, notifications; and what closing the window means.
 *
 * Made by app/desktop beside the window. Ends nothing by itself: quitRequested() says that the person wants to.
 */
#pragma once

#include "core/domain/statistics.h"
#include "core/interfaces/changefeed.h"
#include "core/interfaces/enginemonitor.h"
#include "ui/context.h"
#include "ui/mainwindow.h"

#include <QFuture>
#include <QMenu>
#include <QSet>
#include <QSystemTrayIcon>
#include <QTimer>

namespace ui::tray {

enum class TrayState { Idle, Sending, Attention };

/** Of a snapshot: attention goes before sending. */
[[nodiscard]] TrayState trayState(const core::interfaces::EngineSnapshot &snapshot);

/**
 * Promises:
 *  - Closing the window hides it and sending goes on; that is told once and remembered. Without a notification area the
 *    window minimises while a mailing is scheduled or running; else quitRequested() comes.
 *  - Quitting while mailings run asks first; otherwise quitRequested() comes at once.
 *  - The menu is read anew when it opens, and while it is open.
 *  - A mailing that finished is told with its numbers; so is a gateway that begins to need attention.
 *  - While nobody is signed in, nothing is said of mailings, and all that can be done is to open the window and to quit.
 *
 * Thread: main. Everything in `context`, and the window, outlives it.
 */
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    TrayIcon(const Context &context, MainWindow &window);
    ~TrayIcon() override;

    [[nodiscard]] TrayState state() const { return m_state; }
    [[nodiscard]] QMenu &menu() { return m_menu; }
    /** Asks if mailings run; else quitRequested() at once. */
    void quit();
    /** There is nothing to go back to any more. */
    void hide() { m_icon.hide(); }

Q_SIGNALS:
    void quitRequested();
    /** What was told in the notification area. */
    void notified(const QString &title, const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeMenu();
    bool closeWindow();
    void closeWithoutTray();
    /** @param otherwise  the title where nothing was changed */
    void tellOfAll(const QFuture<core::Result<int>> &future, const QString &otherwise);
    void openWindow();
    void look(const core::interfaces::EngineSnapshot &snapshot);
    void noticeGateways(const core::interfaces::EngineSnapshot &snapshot);
    void readMailings();
    void setMailings(const QList<core::domain::MailingSummary> &mailings);
    void offerActions();
    [[nodiscard]] core::Status mayEdit(const core::domain::Mailing &mailing) const;
    QAction *addMailing(core::MailingId id);
    void showMailing(core::MailingId id);
    void tellFinished(core::MailingId id);
    void notify(const QString &title, const QString &text, std::function<void()> open);
    void askToQuit(int running);
    void showState();
    void retranslate();

    const Context &m_context;
    MainWindow &m_window;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QAction *m_open;
    QAction *m_pauseAll;
    QAction *m_resumeAll;
    QAction *m_quit;
    std::optional<core::Status> m_pausing;  ///< whether what runs may be paused; nothing: nothing runs
    std::optional<core::Status> m_resuming; ///< the same of what is paused
    QHash<core::MailingId, QAction *> m_mailingActions;
    QTimer m_soon;
    bool m_menuOpen = false;
    bool m_reading = false;
    bool m_changed = false; ///< something changed while it was being read
    TrayState m_state = TrayState::Idle;
    double m_rate = 0;
    QHash<core::MailingId, QString> m_running; ///< id → name
    QSet<core::GatewayId> m_troubled;
    std::function<void()> m_onClick; ///< what a click on the last notification opens
};

} // namespace ui::tray
