// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/page.h"

#include <QEvent>

namespace ui::pages {

Page::Page(const Context &context, Navigator &navigator, QWidget *parent)
    : QWidget(parent), m_context(context), m_navigator(navigator)
{}

void Page::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT titleChanged();
    }
}

} // namespace ui::pages
