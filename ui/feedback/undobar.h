// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * "Client deleted. Undo": offers to take back what has just been done, for ten seconds.
 */
#pragma once

#include <QFrame>
#include <QTimer>
#include <functional>

class QLabel;
class QPushButton;

namespace ui::feedback {

/** Floats at the foot of its parent. A new offer drops the one before. Ctrl+Z takes it. Thread: main. */
class UndoBar : public QFrame
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds shownFor{10};

    explicit UndoBar(QWidget *parent);

    void offer(const QString &what, std::function<void()> undo);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void take();
    void place();
    void retranslate();

    QLabel *m_text;
    QPushButton *m_button;
    QTimer m_timer;
    std::function<void()> m_undo;
};

} // namespace ui::feedback
