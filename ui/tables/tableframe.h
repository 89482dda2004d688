// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What every page with one long table has around it: what could not be read, how many rows there are, why there are none,
 * and details at the side.
 *
 * Filters and the words for rows are the page's; ui/pages/mailinglist shows the whole pattern.
 */
#pragma once

#include "core/base/result.h"

#include <QWidget>
#include <functional>

class QLabel;
class QStackedWidget;

namespace ui::feedback {
class Banner;
class EmptyState;
} // namespace ui::feedback
namespace ui::models {
class PagedTableModel;
}

namespace ui::tables {

class TableView;

/** What a page says of its rows, in the language of the moment; asked anew by TableFrame::showState(). */
struct TableWords
{
    std::function<QString(int)> counted;                         ///< "5 messages"
    std::function<QString(const QString &)> moreThan;            ///< "More than 200 messages"; gets the number as text
    std::function<void(feedback::EmptyState &)> nothing;         ///< sets heading and advice for a table without rows
    std::function<bool(const core::Error &)> saidElsewhere = {}; ///< true: the page need not say that it cannot be read
};

/** What stands where in the frame. The frame takes the widgets over; without a parent they keep this order for tabs. */
struct TableParts
{
    QWidget *left; ///< beside the number of rows, for instance further filters; may be nullptr
    TableView *table;
    QWidget *panel; ///< at the right of the table; may be nullptr
};

/**
 * Promises:
 *  - The table gives way to the empty state only when it is known that there is no row, or when one may not ask.
 *  - What could not be read is told in the banner with a way to try again, and goes when reading succeeds; what others
 *    tell in the banner stays.
 *
 * Thread: main. Ownership: the page's, whose whole ground it fills.
 */
class TableFrame : public QWidget
{
    Q_OBJECT

public:
    /** @param model  that of the table; set by the frame */
    TableFrame(const TableParts &parts, models::PagedTableModel *model, TableWords words, QWidget *page);

    [[nodiscard]] feedback::Banner &banner() { return *m_banner; }
    [[nodiscard]] feedback::EmptyState &empty() { return *m_empty; }
    /** Of the label with the number of rows. */
    void setCountName(const QString &objectName);
    /** True: nothing can be asked, so neither rows nor a number are shown, whatever was loaded before. */
    void setUnaskable(bool isUnaskable);

    /** Says everything again: after a change of the language, or of what the words depend on. */
    void showState();

private:
    void layOut(const TableParts &parts);
    void connectModel();
    [[nodiscard]] QString countText() const;

    models::PagedTableModel *m_model;
    TableWords m_words;
    feedback::Banner *m_banner;
    QLabel *m_count;
    QStackedWidget *m_body; ///< the table, or why there are no rows
    feedback::EmptyState *m_empty;
    bool m_isUnaskable = false;
    bool m_loadFailed = false; ///< the banner says so
};

} // namespace ui::tables
