// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The window: its place on the screen, how it closes, and whether it shows the workbench or asks who is there.
 *
 * Made by app/desktop; ui/tray hooks in through setCloseHandler().
 */
#pragma once

#include "ui/context.h"
#include "ui/language.h"
#include "ui/theme/theme.h"

#include <QMainWindow>
#include <functional>

namespace ui {

class Workbench;

/** Thread: main. Everything in `context` outlives it; who acts is asked of its session. */
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(const Context &context, theme::Theme &theme, LanguageSwitch &language);
    ~MainWindow() override;

    /** Asked when the person closes the window. True: taken care of (hidden, or a question is being asked). */
    void setCloseHandler(std::function<bool()> handler);

    /** Shown, not minimised, before all others: somebody asked for it from outside. */
    void bringToFront();

    /** Made anew for everybody who signs in, and for another role; nullptr while nobody is signed in. */
    [[nodiscard]] Workbench *workbench() const { return m_workbench; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void restore();
    void showWorkbench();
    void showSignIn();

    Context m_context;
    theme::Theme &m_theme;
    LanguageSwitch &m_language;
    Workbench *m_workbench = nullptr;
    std::function<bool()> m_closeHandler;
};

} // namespace ui
