// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * One colour for every status of a message, everywhere: dots, bars, charts. For marks of at least 8 px, not for text.
 */
#pragma once

#include "core/domain/gatewayprofile.h"
#include "core/domain/message.h"

#include <QBrush>
#include <QColor>
#include <QPalette>

namespace ui::theme {

/** Colour-blind-safe; `palette` says whether the light or the dark table holds. */
[[nodiscard]] QColor statusColour(core::domain::MessageStatus status, const QPalette &palette);
/** For bars and pies: cancelled and opted out are hatched, because their greys are near the one of pending. */
[[nodiscard]] QBrush statusBrush(core::domain::MessageStatus status, const QPalette &palette);
/** Of a gateway's dot: green works, amber tries again by itself, orange needs somebody. */
[[nodiscard]] QColor breakerColour(core::domain::BreakerState state, const QPalette &palette);
/** The same, grey where it is switched off and amber where it asked us to wait. */
[[nodiscard]] QColor gatewayColour(const core::domain::GatewayWithState &gateway, core::Instant now,
                                   const QPalette &palette);

/** The order of statuses in bars, legends and lists: what is done first, what waits last. */
[[nodiscard]] const QList<core::domain::MessageStatus> &statusOrder();

} // namespace ui::theme
