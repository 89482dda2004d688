// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * An event of the history in words: who did what to what, and what differs.
 */
#pragma once

#include "core/services/historyservice.h"

#include <QString>
#include <QStringList>

namespace ui::texts {

/** "mailing paused"; an action that nobody described stands as it is. */
[[nodiscard]] QString eventActionText(const QString &action);
/** "dispatcher", "anna, command line", "local@localhost". */
[[nodiscard]] QString eventActorText(const QString &actor);
/** What it is about: the mailing's name, the client's phone, the gateway, the file …; blank: nothing in particular. */
[[nodiscard]] QString eventAboutText(const core::domain::Event &event);
/** "state: scheduled → running" for every field that differs. @param now  what "today" means */
[[nodiscard]] QStringList eventDifferenceLines(const core::domain::Event &event, core::Instant now);

} // namespace ui::texts
