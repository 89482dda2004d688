// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Widgets laid out like words, in a box that is always as high as its lines need.
 */
#pragma once

#include <QWidget>

namespace ui::editors {

class FlowLayout;

/**
 * Sets its own height when its width or its content changes, and tells the layouts above of no dependency: theirs would be
 * reckoned at their smallest width, and the window would grow for lines that are never there.
 *
 * Thread: main.
 */
class FlowBox : public QWidget
{
    Q_OBJECT

public:
    explicit FlowBox(int gap, QWidget *parent = nullptr);

    void addWidget(QWidget *widget);
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;

private:
    void fit();

    FlowLayout *m_flow;
};

} // namespace ui::editors
