// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/statusdot.h"

#include "ui/delegates/celldelegate.h"

#include <QPainter>

namespace ui::shell {

StatusDot::StatusDot(QWidget *parent) : QWidget(parent)
{
    setFixedSize(8, 16);
}

void StatusDot::setColour(const QColor &colour)
{
    if (m_colour == colour)
        return;
    m_colour = colour;
    update();
}

void StatusDot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    delegates::paintDot(painter, rect(), m_colour);
}

} // namespace ui::shell
