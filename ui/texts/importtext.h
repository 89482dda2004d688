// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What an import says in words: reasons for refusing a row, fields that a column can be read as.
 */
#pragma once

#include "core/services/importrequest.h"

#include <QString>

namespace ui::texts {

/** About one cell, for instance "unknown time zone “MSK”". */
[[nodiscard]] QString rejectText(core::csv::RejectReason reason, const QString &cell);
/** About all rows refused for it, for instance "phone too short". */
[[nodiscard]] QString rejectSummary(core::csv::RejectReason reason);
/** "Phone", "Time zone", "name (field)". */
[[nodiscard]] QString columnText(const core::csv::MappedColumn &column);

} // namespace ui::texts
