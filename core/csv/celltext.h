// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * How values are written into cells and read back: the guard against formulas, and several tags in one cell.
 *
 * What one direction does the other one undoes, so that importing an export changes nothing.
 */
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace core::csv {

/**
 * A leading `'` before what a spreadsheet would run: `=`, `+`, `-` or `@` at the beginning, also behind other `'` (so that
 * taking one off leads back to the same text).
 */
[[nodiscard]] QString guarded(const QString &text);
/** Takes the `'` off again, and off nothing else. UTF-8. */
[[nodiscard]] QByteArrayView withoutGuard(QByteArrayView cell);

/** Tags with `|` between them; `\` before a bar or backslash that belongs to a tag. */
[[nodiscard]] QString joinedTags(const QStringList &tags);
/** Splits at `|`; at `,` where there is no `|`. Trimmed, blank ones dropped. */
[[nodiscard]] QStringList splitTags(const QString &cell);

} // namespace core::csv
