// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Values of options, from text to what they mean; a value that is none is wrong usage (exit 2).
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/sendwindow.h"

#include <QSet>
#include <QStringList>
#include <QTimeZone>
#include <functional>
#include <optional>

namespace app {

using OptionCheck = std::function<core::Status(const QString &option, const QString &value)>;

/** Checks for the table of commands. Errors: InvalidInput on the option's name. */
[[nodiscard]] OptionCheck oneOf(const QStringList &choices);  ///< usage:choice (value, choices)
[[nodiscard]] OptionCheck isNumber();                         ///< usage:number (value)
[[nodiscard]] OptionCheck isWholeNumber(int least, int most); ///< number:range (least, most)
[[nodiscard]] OptionCheck isTime();                           ///< time:format (value)
[[nodiscard]] OptionCheck isTimeOrDay();                      ///< time:day (value)
[[nodiscard]] OptionCheck isWindow();                         ///< usage:window (value), window:time (value)
[[nodiscard]] OptionCheck isWeekdays();                       ///< usage:weekdays (value)
[[nodiscard]] OptionCheck isPair();                           ///< usage:pair (value)
[[nodiscard]] OptionCheck isTag();                            ///< tag:length (least, most)
[[nodiscard]] OptionCheck isNotBlank();                       ///< usage:blank
[[nodiscard]] OptionCheck isId();                             ///< usage:id (value)
[[nodiscard]] OptionCheck isTokenId();                        ///< usage:token (value)

/**
 * A time, or a day alone: its last millisecond in the zone.
 * Errors: InvalidInput on `field`: time:day (neither of them), time:gap.
 */
[[nodiscard]] core::Result<core::Instant> lastInstantFrom(const QString &text, const QString &field, const QTimeZone &zone);
/** `09:00-18:00` as minutes. Errors as isWindow(). */
[[nodiscard]] core::Result<QPair<int, int>> windowFrom(const QString &text);
/** `1-5`, `1,3,5-7`; 5-1 wraps around the week. Errors as isWeekdays(). */
[[nodiscard]] core::Result<QSet<int>> weekdaysFrom(const QString &text);
/** `KEY=VALUE`; the value may hold more `=` and may be blank. Errors as isPair(). */
[[nodiscard]] core::Result<QPair<QString, QString>> pairFrom(const QString &text);
/** A positive id. Errors: InvalidInput ID (`code`, its argument is the text). */
[[nodiscard]] core::Result<qint64> idFrom(const QString &text, const char *code = "usage:id");

} // namespace app
