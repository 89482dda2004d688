// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The line at the top of the window: where one is, and the page's actions at the right.
 */
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace ui::shell {

/** Thread: main. */
class TitleLine : public QFrame
{
    Q_OBJECT

public:
    explicit TitleLine(QWidget *parent = nullptr);

    /** @param parentTitle, badge  may be blank */
    void setTitle(const QString &title, const QString &parentTitle, const QString &badge);
    void addActions(QWidget *actions);
    void showActions(QWidget *actions); ///< nullptr: none

Q_SIGNALS:
    void upClicked();

private:
    QPushButton *m_up;
    QLabel *m_arrow;
    QLabel *m_title;
    QLabel *m_badge;
    QWidget *m_shownActions = nullptr;
};

} // namespace ui::shell
