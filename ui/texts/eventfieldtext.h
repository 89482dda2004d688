// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * The fields of what the history tells, and their values, as people read them. Used by ui/texts/eventtext and what shows
 * an event.
 */
#pragma once

#include "core/base/clock.h"

#include <QString>

namespace ui::texts {

/** @param name  as in core::services::EventField, "filter.tags"; one that nobody described stands as it is. */
[[nodiscard]] QString eventFieldText(const QString &name);
/** States, times, phones and yes or no in the language of the window; all else as it is. @param now  what "today" means */
[[nodiscard]] QString eventValueText(const QString &name, const QString &value, core::Instant now);

} // namespace ui::texts
