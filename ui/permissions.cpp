// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/permissions.h"

#include "ui/feedback/errortext.h"

#include <QAction>
#include <QVariant>
#include <QWidget>

namespace ui {

namespace {

constexpr char refusedProperty[] = "refused";

/** Blank: nothing has to be said. A reason that was told before is to be taken away even so. */
template <typename Control, typename Tell>
void tellReason(Control *control, const core::Status &allowed, Tell tell)
{
    const bool wasRefused = control->property(refusedProperty).toBool();
    control->setProperty(refusedProperty, !allowed);
    if (!allowed)
        tell(feedback::errorText(allowed.error()));
    else if (wasRefused)
        tell(QString());
}

} // namespace

void offer(QWidget *control, const core::Status &allowed, bool makesSense)
{
    control->setEnabled(allowed && makesSense);
    tellReason(control, allowed, [control](const QString &reason) {
        control->setToolTip(reason);
        control->setAccessibleDescription(reason);
    });
}

void offer(QAction *action, const core::Status &allowed, bool makesSense)
{
    action->setEnabled(allowed && makesSense);
    tellReason(action, allowed, [action](const QString &reason) { action->setToolTip(reason); });
}

} // namespace ui
