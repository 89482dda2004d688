// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Numbers as JSON objects: of one mailing, and of the whole workspace.
 */
#pragma once

#include "core/domain/statistics.h"

#include <QJsonObject>

namespace core::json {

/** All ten statuses, always. */
[[nodiscard]] QJsonObject toJson(const domain::StatusCounts &counts);
[[nodiscard]] QJsonObject toJson(const domain::MailingStatistics &statistics);
[[nodiscard]] QJsonObject toJson(const domain::WorkspaceStatistics &statistics);

} // namespace core::json
