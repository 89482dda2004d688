// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Keeps what a page shows fresh without reading more than it must.
 */
#pragma once

#include "core/interfaces/changefeed.h"
#include "ui/async.h"

#include <QTimer>
#include <functional>

class QWidget;

namespace ui {

/**
 * Calls `read` soon after the workspace has changed, at most twice a second, only while the page is visible, and never while
 * answers to the last call are still out: a slow database is asked as often as it answers.
 *
 * Thread: main. Ownership: the page's.
 */
class Refresher : public QObject
{
    Q_OBJECT

public:
    Refresher(core::interfaces::ChangeFeed &feed, core::interfaces::Changes changes, QWidget *page,
              std::function<void()> read);

    /** For a number that is shown outside of the page: also while the page is hidden. */
    void setEvenWhileHidden() { m_evenWhileHidden = true; }
    /** Also without a change, for instance for a chart whose time goes on. */
    void setPeriod(std::chrono::seconds period);
    /** Now, unless answers are out: then as soon as they are in. */
    void refresh();

    /** What `read` asks through: counts the answers that are out. The handler gets the Result. */
    template <typename T, typename Handler>
    void ask(const QFuture<core::Result<T>> &future, Handler handler)
    {
        ++m_open;
        whenDone(future, this, [this, handler = std::move(handler)](const core::Result<T> &result) mutable {
            handler(result);
            settled();
        });
    }

private:
    static constexpr std::chrono::milliseconds pause{500};

    void changed();
    void settled();

    QWidget *m_page;
    std::function<void()> m_read;
    QTimer m_soon;
    QTimer m_period;
    int m_open = 0;
    bool m_wanted = false;
    bool m_evenWhileHidden = false;
};

} // namespace ui
