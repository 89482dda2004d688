// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One field of a form: its label above, the control, and what is wrong with it below.
 */
#pragma once

#include <QWidget>

class QLabel;

namespace ui::editors {

/** Takes the control over. Thread: main. */
class Field : public QWidget
{
    Q_OBJECT

public:
    /** @param focus  what the label's shortcut leads to; nullptr: the control */
    explicit Field(QWidget *control, QWidget *parent = nullptr, QWidget *focus = nullptr);

    void setLabel(const QString &text);
    /** Advice below the control, hidden while there is an error. */
    void setHint(const QString &text);
    /** Blank: nothing is wrong. Marks the control and is read out as its description. */
    void setError(const QString &text);
    [[nodiscard]] QString error() const { return m_error; }

private:
    void showNote();

    QWidget *m_control;
    QWidget *m_focus;
    QLabel *m_label;
    QLabel *m_note;
    QString m_hint;
    QString m_error;
};

} // namespace ui::editors
