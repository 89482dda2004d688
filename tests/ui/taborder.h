// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Where the Tab key leads, for tests of forms and pages.
 */
#pragma once

#include <QStringList>
#include <QVariant>
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

/** What Tab stops at within `area`, now or when it is shown, without telling a screen reader what it is; empty if all do. */
inline QString namelessStops(const QWidget *area)
{
    QStringList found;
    for (const QWidget *one : area->findChildren<QWidget *>()) {
        const bool isInside = one->window() == area->window(); // not the list that a box opens
        const bool isStop = isInside && (one->focusPolicy() & Qt::TabFocus) && !one->focusProxy() && !one->isHidden();
        const bool isNamed = !one->accessibleName().isEmpty() || !one->property("text").toString().isEmpty();
        const bool isField = one->inherits("QLineEdit") || one->inherits("QAbstractSpinBox"); // its text is not its name
        if (isStop && (isField ? one->accessibleName().isEmpty() : !isNamed))
            found << QString::fromLatin1(one->metaObject()->className()) + u' ' + one->objectName();
    }
    return found.join(QStringLiteral(", "));
}

} // namespace tests
