// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Where the Tab key leads, for tests of forms and pages.
 */
#pragma once

#include <QWidget>

namespace tests {

/**
 * objectNames of what Tab goes through within `area`, in order, from `first` on; what is hidden or disabled is no stop, nor
 * is what has no name.
 */
inline QStringList tabStops(const QWidget *area, QWidget *first)
{
    QStringList names;
    QWidget *at = first;
    do {
        const bool isStop = at->isVisible() && at->isEnabled() && (at->focusPolicy() & Qt::TabFocus) && !at->focusProxy();
        if (isStop && area->isAncestorOf(at) && !at->objectName().startsWith(u"qt_") && !at->objectName().isEmpty())
            names << at->objectName();
        at = at->nextInFocusChain();
    } while (at != first);
    return names;
}

} // namespace tests
