// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Draws chips (rounded labels) in a row, for cells and for editors.
 */
#pragma once

#include <QFontMetrics>
#include <QPalette>
#include <QRect>
#include <QStringList>

class QPainter;

namespace ui::delegates {

inline constexpr int chipHeight = 20;
inline constexpr int chipGap = 4;

/** Width of one chip in pixels. */
[[nodiscard]] int chipWidth(const QString &text, const QFontMetrics &metrics);
void paintChip(QPainter &painter, const QRect &chip, const QString &text, const QPalette &palette);
/** As many chips as fit from the left, then "+2" for the rest. */
void paintChips(QPainter &painter, const QRect &cell, const QStringList &texts, const QPalette &palette);

} // namespace ui::delegates
