// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Import of clients in four steps: file, columns, check, import.
 */
#pragma once

#include "ui/context.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace ui::dialogs {

class ImportColumnsStep;
class ImportFileStep;
class ImportRunStep;

/**
 * Nothing is written before the last step. Whenever a step is done, Enter leads to the next one. Opened with open().
 * Thread: main.
 */
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    enum Step { File, Columns, Check, Import };

    /** @param path  blank: begins with the choice of a file */
    ImportDialog(const Context &context, const QString &path, QWidget *parent = nullptr);

    void setFile(const QString &path);
    [[nodiscard]] Step step() const;

    void reject() override; ///< stops what runs first

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    QWidget *makeSteps();
    void goTo(Step step);
    void takeColumns();
    void showRun(const ImportRunStep &run);
    void next();
    void back();
    void updateButtons();
    void retranslate();

    QLabel *m_title;
    QList<QLabel *> m_stepLabels;
    QStackedWidget *m_stack;
    ImportFileStep *m_file;
    ImportColumnsStep *m_columns;
    ImportRunStep *m_check;
    ImportRunStep *m_import;
    QLabel *m_summary;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_close;
    bool m_fresh = false; ///< a file was chosen and nothing was touched yet
};

} // namespace ui::dialogs
