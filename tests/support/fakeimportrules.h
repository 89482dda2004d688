// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What a row of an import makes of a client, field by field, for the fake. For tests only.
 */
#pragma once

#include "core/interfaces/clientrepository.h"

namespace tests {

/** The client that a row with an unknown phone adds. */
[[nodiscard]] core::domain::Client newClient(const core::interfaces::ImportRow &row,
                                             const core::interfaces::ImportBatch &batch);
/** `existing` after the row, by the batch's mode. */
[[nodiscard]] core::domain::Client mergedClient(const core::domain::Client &existing, const core::interfaces::ImportRow &row,
                                                const core::interfaces::ImportBatch &batch);
/** Equal but for updatedAt; tags compared as sets under case folding. */
[[nodiscard]] bool isSameClient(const core::domain::Client &a, const core::domain::Client &b);

} // namespace tests
