// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Choice of the hours, in the client's local time, and of the weekdays in which a mailing may send.
 */
#pragma once

#include "core/domain/sendwindow.h"

#include <QWidget>

class QComboBox;
class QMenu;
class QPushButton;
class QTimeEdit;

namespace ui::editors {

/** A time of 00:00 as the end means midnight. Thread: main. */
class WindowEdit : public QWidget
{
    Q_OBJECT

public:
    explicit WindowEdit(QWidget *parent = nullptr);

    /** The hours that are offered first: the workspace's. */
    void setQuietHours(int from, int to);
    void setWindow(const std::optional<core::domain::SendWindow> &window);
    /** Errors: as of SendWindow::create. */
    [[nodiscard]] core::Result<std::optional<core::domain::SendWindow>> window() const;
    [[nodiscard]] QWidget *hours() const; ///< control of the hours, for a Field
    [[nodiscard]] QPushButton *days() const { return m_days; }

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Preset { AnyTime, QuietHours, Own };

    void choosePreset();
    void retranslate();
    [[nodiscard]] QList<int> chosenDays() const; ///< all seven: every day

    QComboBox *m_preset;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    QWidget *m_own;
    QPushButton *m_days;
    QMenu *m_daysMenu;
    QList<QAction *> m_dayActions; ///< Monday first
    int m_quietFrom = 9 * 60;
    int m_quietTo = 21 * 60;
};

} // namespace ui::editors
