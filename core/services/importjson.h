// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What an import has come to, as JSON: for the command line and REST.
 */
#pragma once

#include "core/csv/importreport.h"

#include <QJsonObject>

namespace core::services {

/** `{"rows","new","changed","unchanged","double","rejected"}`, numbers all of them. */
[[nodiscard]] QJsonObject countsObject(const csv::ImportCounts &counts);
/** Reason to number of rows, where there are any. */
[[nodiscard]] QJsonObject reasonsObject(const csv::ImportCounts &counts);

} // namespace core::services
