// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Names of the tz database: which are accepted, and the zone behind each.
 */
#pragma once

#include "core/base/clock.h"

#include <QString>
#include <QTimeZone>

namespace core::domain {

/** True for a zone or link name of the tz database (`Europe/Kiev`, `UTC`); false for offsets, rules and inventions. */
[[nodiscard]] bool isTimeZoneName(const QString &name);

/** All accepted names, sorted. */
[[nodiscard]] const QStringList &timeZoneNames();

/** The system's zone by name; `UTC` where the system's has no tz database name. */
[[nodiscard]] QString systemTimeZoneName();

/**
 * The zone of an accepted name; cached per thread, cheap to call in loops. nullptr where this computer does not know the
 * name: whoever stored it may have a newer tz database.
 */
[[nodiscard]] const QTimeZone *findTimeZone(const QString &name);

/** The same where any time is better than none; UTC for an unknown name. Never to decide whether a client may be written to.
 */
[[nodiscard]] const QTimeZone &timeZone(const QString &name);

} // namespace core::domain
