// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Asks the database whether its pages, indexes and references are sound (`heliograph check`; quickly, for backups).
 *
 * Counters against messages is not its business: core/services/integrityservice does that.
 */
#pragma once

#include "core/base/result.h"
#include "core/storage/databaseurl.h"

#include <QStringList>

namespace core::storage {

/**
 * One English line a problem, at most 100 of a kind; empty: sound. Reads the whole file on a connection of its own, so that
 * sending goes on. Errors: those of Connection::open. Thread: any.
 */
[[nodiscard]] Result<QStringList> integrityProblems(const DatabaseUrl &url);

/** The quick look: the first thing that is wrong with the pages, in English; blank: sound. Errors and thread as above. */
[[nodiscard]] Result<QString> firstProblem(const DatabaseUrl &url);

} // namespace core::storage
