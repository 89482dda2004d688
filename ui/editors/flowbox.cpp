// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editors/flowbox.h"

#include "ui/editors/flowlayout.h"

#include <QEvent>

namespace ui::editors {

FlowBox::FlowBox(int gap, QWidget *parent) : QWidget(parent), m_flow(new FlowLayout(this, gap))
{
    m_flow->setContentsMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FlowBox::addWidget(QWidget *widget)
{
    m_flow->addWidget(widget);
}

QSize FlowBox::minimumSizeHint() const
{
    return m_flow->minimumSize();
}

bool FlowBox::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        fit();
    return handled;
}

void FlowBox::fit()
{
    const int height = m_flow->heightForWidth(width());
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

} // namespace ui::editors
