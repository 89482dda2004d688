// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What the window shows to somebody: side bar, title line, and the page between. What a page does is the page's business.
 *
 * Made by MainWindow.
 */
#pragma once

#include "core/interfaces/changefeed.h"
#include "ui/context.h"
#include "ui/language.h"
#include "ui/navigator.h"
#include "ui/theme/theme.h"

#include <QMap>
#include <QWidget>

class QStackedWidget;

namespace ui {

namespace feedback {
class Banner;
class UndoBar;
} // namespace feedback
namespace pages {
class ClientsPage;
class HistoryPage;
class MailingsPage;
class MessagesPage;
class Page;
class SettingsPage;
} // namespace pages
namespace shell {
class SideBar;
class TitleLine;
} // namespace shell

/**
 * Made for one person in one role, for whom everything in it is offered or not; somebody else gets another one. Dialogs
 * belong to it or to its pages, and go with it. Thread: main. Everything in `context` outlives it.
 */
class Workbench : public QWidget, public Navigator
{
    Q_OBJECT

public:
    /** @param context  with the actor */
    Workbench(const Context &context, theme::Theme &theme, LanguageSwitch &language, QWidget *parent = nullptr);
    ~Workbench() override;

    /** Takes over another address or token of the same person; false: it is somebody else, or has another role. */
    [[nodiscard]] bool continueAs(const core::domain::Actor &actor);

    void showPage(PageId page) override;
    void showMailing(core::MailingId id) override;
    void newMailing() override;
    void showMessages(const QList<core::domain::MessageStatus> &statuses) override;
    void showClient(core::ClientId id) override;
    void showMailingHistory(core::MailingId id, const QString &name) override;
    void showClientHistory(core::ClientId id, const QString &phone) override;
    void showGateway(core::GatewayId id) override;
    void importClients(const QString &path) override;
    void offerUndo(const QString &what, std::function<void()> undo) override;

    [[nodiscard]] pages::Page *currentPage() const;
    [[nodiscard]] PageId currentPageId() const;

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void layOut();
    void addPage(PageId id, pages::Page *page, const QString &buttonName);
    void showTitle(PageId id);
    void showUser();
    void showServer();
    void retranslate();

    Context m_context;
    theme::Theme &m_theme;
    LanguageSwitch &m_language;
    shell::SideBar *m_sideBar = nullptr;
    shell::TitleLine *m_titleLine = nullptr;
    QStackedWidget *m_stack = nullptr;
    feedback::Banner *m_serverBar = nullptr;
    feedback::UndoBar *m_undo = nullptr;
    pages::MailingsPage *m_mailings = nullptr;
    pages::ClientsPage *m_clients = nullptr;
    pages::MessagesPage *m_messages = nullptr;
    pages::HistoryPage *m_history = nullptr;
    pages::SettingsPage *m_settings = nullptr;
    QMap<PageId, pages::Page *> m_pages;
    QMap<PageId, QWidget *> m_titleActions;
};

} // namespace ui
