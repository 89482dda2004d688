// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Numbers, rates and times as people read them, in the language of the window.
 */
#pragma once

#include "core/base/clock.h"

#include <QString>
#include <QTimeZone>

namespace ui::texts {

[[nodiscard]] QString numberText(qint64 number);        ///< 1 048 213
[[nodiscard]] QString rateNumberText(double perSecond); ///< 412; 2.5; 0.04: never 0 for what is more
[[nodiscard]] QString rateText(double perSecond);       ///< 412/s; 2.5/s; 0.04/s
/** 99.9 as long as any is missing, 0.1 if there is but one; without the sign. */
[[nodiscard]] QString percentText(qint64 part, qint64 whole);
[[nodiscard]] QString timeText(core::Instant at, const QTimeZone &zone); ///< 14:30

/** "15:21" today, "3 Nov 10:02" this year, else "14 Oct 2025 10:02". @param now  what "today" means */
[[nodiscard]] QString dateTimeText(core::Instant at, core::Instant now, const QTimeZone &zone);
/** "2 min 10 s", "3 h 5 min"; whole seconds. */
[[nodiscard]] QString durationText(std::chrono::seconds duration);

} // namespace ui::texts
