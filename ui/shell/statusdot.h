// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * A coloured circle of 8 px before a text that says the same in words.
 */
#pragma once

#include <QColor>
#include <QWidget>

namespace ui::shell {

/** Tells screen readers nothing: the text beside it does. Thread: main. */
class StatusDot : public QWidget
{
    Q_OBJECT

public:
    explicit StatusDot(QWidget *parent = nullptr);

    void setColour(const QColor &colour);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_colour;
};

} // namespace ui::shell
