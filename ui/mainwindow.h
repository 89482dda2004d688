// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The window: its place on the screen and how it closes. What is in it is the workbench's business.
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

/** Thread: main. Everything in `context` outlives it. */
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(const Context &context, theme::Theme &theme, LanguageSwitch &language);
    ~MainWindow() override;

    /** Asked when the person closes the window. True: taken care of (hidden, or a question is being asked). */
    void setCloseHandler(std::function<bool()> handler);

    [[nodiscard]] Workbench *workbench() const { return m_workbench; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void restore();

    Context m_context;
    theme::Theme &m_theme;
    LanguageSwitch &m_language;
    Workbench *m_workbench = nullptr;
    std::function<bool()> m_closeHandler;
};

} // namespace ui
