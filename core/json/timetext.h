// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Reads ISO 8601 times as people and scripts write them.
 *
 * REST refuses a time without offset; the command line reads it in the workspace's zone.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QTimeZone>
#include <optional>

namespace core::json {

/**
 * 2026-11-20T09:00:00Z, 2026-11-20T12:00+03:00, with a blank in place of the T too.
 * @param field  named in the error
 * @param zone   in which a time without offset is read; nothing: it is refused
 * Errors: InvalidInput on `field`: time:format, time:offset, time:gap (that wall clock does not exist in the zone).
 */
[[nodiscard]] Result<Instant> instantFromText(const QString &text, const QString &field,
                                              const std::optional<QTimeZone> &zone = {});

} // namespace core::json
