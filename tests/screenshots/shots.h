// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Brings the window into one state after the other and saves what it looks like.
 */
#pragma once

#include "tests/screenshots/exampleworkspace.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/theme/theme.h"

namespace tests {

/** Thread: main. */
class Shots
{
public:
    Shots(const QString &folder, const QString &only);

    void takeEmpty();
    void takeBusy();

private:
    void everyLook(StoredUi &stored, const QString &state);
    void takePages(ui::MainWindow &window, const QString &state, const QString &look);
    void takeMailings(ui::MainWindow &window, const QString &look);
    void takeClients(ui::MainWindow &window, const QString &look);
    void takeHistory(ui::MainWindow &window, const QString &look);
    void takeMailingFilter(ui::MainWindow &window, const QString &name);
    void takeImport(ui::MainWindow &window, const QString &look);
    void takeSettings(ui::MainWindow &window, const QString &look);
    void takeMove(ui::MainWindow &window, const QString &look);
    void takeSignIn(StoredUi &stored, ui::MainWindow &window, const QString &look);
    /** Signs in again as somebody else, and waits for the workbench. */
    void signIn(StoredUi &stored, ui::MainWindow &window, const QString &email);
    void takeTray(StoredUi &stored, ui::MainWindow &window, const QString &look);
    /** A dialog that a button opens, and closes it. */
    void takeDialog(ui::MainWindow &window, const char *button, const char *dialog, const QString &name);
    /** Lets answers and layouts come in. */
    void settle();
    void click(QWidget &window, const char *objectName);
    void save(QWidget &widget, const QString &name);
    [[nodiscard]] bool wants(const QString &name) const { return name.contains(m_only); }

    QString m_folder;
    QString m_only;
    ui::theme::Theme m_theme;
    ui::LanguageSwitch m_language;
    core::interfaces::Executor *m_executor = nullptr; ///< of the workspace shown
};

} // namespace tests
