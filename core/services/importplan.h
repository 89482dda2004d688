// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Everything that is settled before the first row of an import is read: format, columns, zones, rights.
 *
 * Only for importservice and its helpers.
 */
#pragma once

#include "core/csv/clientrow.h"
#include "core/domain/user.h"
#include "core/interfaces/executor.h"
#include "core/services/importrequest.h"

namespace core::services {

struct ImportPlan
{
    ImportRequest request; ///< checked: tags normalised, zone filled in
    csv::CsvFormat format;
    QStringList header;
    csv::ColumnMapping mapping;
    bool mappingRecalled = false; ///< as an earlier import of such a file left it
    QTimeZone zone;               ///< the workspace's, for dates without offset

    /** For the rows of this import. */
    [[nodiscard]] csv::ClientRowParser parser(Instant now) const { return csv::ClientRowParser(mapping, now, zone); }
};

/**
 * Looks at the file and asks the database what it remembers. Waits for the executor: not on a thread that must not.
 * Errors: those of csv::detectFile; InvalidInput map, tags, timezone.
 */
[[nodiscard]] Result<ImportPlan> importPlan(interfaces::Executor &executor, const ImportRequest &request);

/**
 * What is needed to run it, beyond a preview.
 * Errors: PermissionDenied access.role, import.skip_only; InvalidInput map (map:phone), rejects (rejects:same_file).
 */
[[nodiscard]] Status mayRun(interfaces::UnitOfWork &unit, const domain::Actor &actor, const ImportPlan &plan);

} // namespace core::services
