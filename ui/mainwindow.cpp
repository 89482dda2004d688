// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow.h"

#include "core/settings/desktopsettings.h"
#include "ui/pages/signinpage.h"
#include "ui/session.h"
#include "ui/workbench.h"

#include <QCloseEvent>
#include <QIcon>
#include <QScreen>

namespace ui {

namespace {

/** What a window manager may put around a window; it says so only once the window is shown. */
constexpr QSize frame{16, 48};

} // namespace

MainWindow::MainWindow(const Context &context, theme::Theme &theme, LanguageSwitch &language)
    : m_context(context), m_theme(theme), m_language(language)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/heliograph.svg")));
    setWindowTitle(QStringLiteral("Heliograph"));
    connect(&m_context.session, &Session::entered, this, &MainWindow::showWorkbench);
    connect(&m_context.session, &Session::left, this, &MainWindow::showSignIn);
    if (m_context.session.actor())
        showWorkbench();
    else
        showSignIn();
    restore();
}

MainWindow::~MainWindow() = default;

void MainWindow::showWorkbench()
{
    const core::domain::Actor &actor = *m_context.session.actor();
    if (m_workbench && m_workbench->continueAs(actor))
        return;
    const auto page = m_workbench ? m_workbench->currentPageId() : PageId::Overview;
    m_context.actor = actor;
    m_workbench = new Workbench(m_context, m_theme, m_language, this);
    setCentralWidget(m_workbench); // the one before goes as soon as whatever it is doing has returned
    m_workbench->show();
    m_workbench->showPage(page);
}

void MainWindow::showSignIn()
{
    m_workbench = nullptr;
    auto *page = new pages::SignInPage(m_context, this);
    setCentralWidget(page);
    page->show();
    page->setFocus();
}

void MainWindow::setCloseHandler(std::function<bool()> handler)
{
    m_closeHandler = std::move(handler);
}

void MainWindow::bringToFront()
{
    // Shown first, it would come back as what it was when it was hidden: an icon, which some desktops leave alone.
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::restore()
{
    resize(1280, 800);
    restoreGeometry(m_context.settings.windowGeometry()); // refused or moved by Qt when its screen is gone
    if (!isMaximized() && !isFullScreen())
        resize(size().boundedTo(screen()->availableSize() - frame));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // That a window forgets its place is not worth keeping somebody from leaving.
    (void)m_context.settings.setWindowGeometry(saveGeometry());
    if (m_closeHandler && m_closeHandler())
        event->ignore();
    else
        QMainWindow::closeEvent(event);
}

} // namespace ui
