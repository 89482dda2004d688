// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One page of the window: what stands in the title line, and when it is shown.
 */
#pragma once

#include "ui/context.h"
#include "ui/navigator.h"

#include <QWidget>

namespace ui::pages {

/**
 * Child classes build their widgets once, fill them in activated() or on the change feed, and set every text in
 * retranslate().
 *
 * A page refreshes itself only while it is visible; activated() is called each time it becomes so.
 * Thread: main. Ownership: the window's.
 */
class Page : public QWidget
{
    Q_OBJECT

public:
    Page(const Context &context, Navigator &navigator, QWidget *parent = nullptr);

    [[nodiscard]] virtual QString title() const = 0;
    /** The page above, for instance "Mailings" over a mailing's name; blank: there is none. A click calls goUp(). */
    [[nodiscard]] virtual QString parentTitle() const { return {}; }
    /** A chip behind the title, for instance "running"; blank: none. */
    [[nodiscard]] virtual QString badge() const { return {}; }
    /** What stands at the right of the title line, the primary action last; may be nullptr. The window takes it over. */
    [[nodiscard]] virtual QWidget *titleActions() { return nullptr; }
    /** The number beside its name in the side bar; blank: none. */
    [[nodiscard]] virtual QString counter() const { return {}; }

    virtual void activated() {}
    virtual void goUp() {}

Q_SIGNALS:
    /** title(), parentTitle(), badge() or counter() has changed. */
    void titleChanged();

protected:
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;

    const Context &m_context;
    Navigator &m_navigator;
};

} // namespace ui::pages
