// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Shows how a workspace gets into another database, while there is no window and nothing is sent.
 *
 * Copies nothing: app/workspacemove does.
 */
#pragma once

#include "core/interfaces/workspacemove.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ui::feedback {
class Banner;
}

namespace ui::dialogs {

/**
 * Closing it, in whatever way, is a wish to stop while something goes on, and the end of it otherwise. Enter never stops
 * anything. Thread: main.
 */
class MoveDialog : public QDialog
{
    Q_OBJECT

public:
    /** Begins with the workspace being closed. @param from, to  as a person knows them */
    MoveDialog(const QString &from, const QString &to, QWidget *parent = nullptr);

    void showProgress(const core::interfaces::CopyProgress &progress);
    /** @param isKept  whether the program finds the new place by itself from now on */
    void showDone(bool isKept);
    /** The workspace is where it was. */
    void showError(const core::Error &error);
    /** Every row is in the new place, the old one is closed, and only the last step is missing. */
    void showUnfinished(const core::Error &error);
    /** Somebody else has asked for an end. */
    void showStopping();

    void reject() override;

Q_SIGNALS:
    void cancelRequested(); ///< once at most
    void againRequested();  ///< the last step
    void closed();          ///< the person has read how it ended

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Stage : quint8 { Closing, Moving, Stopping, Done, Failed, Unfinished };

    void layOut();
    void enter(Stage stage);
    void press();
    void retranslate();
    [[nodiscard]] QString stageText() const;
    [[nodiscard]] QString stepText() const;
    [[nodiscard]] QString buttonText() const;

    const QString m_from;
    const QString m_to;
    QLabel *m_explanation;
    feedback::Banner *m_banner;
    QLabel *m_step;
    QProgressBar *m_bar;
    QPushButton *m_button;
    Stage m_stage = Stage::Closing;
    core::interfaces::CopyProgress m_progress;
    core::Error m_error;
    bool m_isKept = true;
};

} // namespace ui::dialogs
