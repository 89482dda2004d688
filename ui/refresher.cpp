// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/refresher.h"

#include <QWidget>

namespace ui {

using core::interfaces::ChangeFeed;
using core::interfaces::Changes;

Refresher::Refresher(ChangeFeed &feed, Changes changes, QWidget *page, std::function<void()> read)
    : QObject(page), m_page(page), m_read(std::move(read))
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Refresher::refresh);
    connect(&m_period, &QTimer::timeout, this, &Refresher::changed);
    connect(&feed, &ChangeFeed::changed, this, [this, changes](Changes what) {
        if (what & changes)
            changed();
    });
}

void Refresher::setPeriod(std::chrono::seconds period)
{
    m_period.start(period);
}

void Refresher::refresh()
{
    m_soon.stop();
    if (m_open > 0) {
        m_wanted = true;
        return;
    }
    m_wanted = false;
    m_read();
}

void Refresher::changed()
{
    if ((m_evenWhileHidden || m_page->isVisible()) && !m_soon.isActive())
        m_soon.start(pause);
}

void Refresher::settled()
{
    if (--m_open == 0 && m_wanted)
        changed();
}

} // namespace ui
