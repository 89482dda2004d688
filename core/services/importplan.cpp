// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/importplan.h"

#include "core/domain/tags.h"
#include "core/domain/timezonename.h"
#include "core/interfaces/settingsrepository.h"
#include "core/services/accessrules.h"

#include <QFileInfo>

namespace core::services {

namespace {

/** What the workspace knows about such files. */
struct Memory
{
    QString zone;
    QString mapping; ///< as ColumnMapping::remembered made it; blank: none
};

Result<Memory> memory(interfaces::Executor &executor, const QString &mappingKey)
{
    return executor
        .read([mappingKey](interfaces::UnitOfWork &unit) -> Result<Memory> {
            HELIOGRAPH_ASSIGN(const auto settings, unit.settings.settings());
            if (mappingKey.isEmpty())
                return Memory{settings.zone(), {}};
            HELIOGRAPH_ASSIGN(const QString mapping, unit.settings.remembered(mappingKey));
            return Memory{settings.zone(), mapping};
        })
        .result();
}

csv::ColumnMapping guessedMapping(const csv::DetectedFile &file)
{
    QList<QStringList> rows;
    for (const csv::SampleRow &row : file.rows)
        rows.append(row.cells);
    return csv::ColumnMapping::guessed(file.header, rows);
}

bool isSameFile(const QString &path, const QString &other)
{
    const QString canonical = QFileInfo(other).canonicalFilePath();
    return !canonical.isEmpty() && QFileInfo(path).canonicalFilePath() == canonical;
}

} // namespace

Result<ImportPlan> importPlan(interfaces::Executor &executor, const ImportRequest &request)
{
    HELIOGRAPH_ASSIGN(const csv::DetectedFile file, csv::detectFile(request.path, request.format));
    HELIOGRAPH_ASSIGN(const Memory known, memory(executor, csv::ColumnMapping::memoryKey(file.header)));

    ImportPlan plan;
    plan.request = request;
    plan.format = file.format;
    plan.header = file.header;
    const auto recalled = csv::ColumnMapping::recalled(known.mapping, file.header);
    plan.mappingRecalled = !request.mapping && recalled;
    if (request.mapping)
        plan.mapping = *request.mapping;
    else
        plan.mapping = recalled ? *recalled : guessedMapping(file);
    for (const QString &assignment : request.assignments)
        HELIOGRAPH_TRY(plan.mapping.assign(assignment, file.header));
    HELIOGRAPH_ASSIGN(plan.request.extraTags, domain::normalisedTags(request.extraTags));
    plan.zone = domain::timeZone(known.zone);
    if (request.defaultTimezone.trimmed().isEmpty())
        plan.request.defaultTimezone = known.zone;
    else if (!domain::isTimeZoneName(request.defaultTimezone))
        return Failure(Error::invalidField("timezone", "timezone", {request.defaultTimezone}));
    return plan;
}

Status mayRun(interfaces::UnitOfWork &unit, const domain::Actor &actor, const ImportPlan &plan)
{
    HELIOGRAPH_TRY(mayImport(actor));
    HELIOGRAPH_TRY(plan.mapping.checked());
    if (isSameFile(plan.request.path, plan.request.rejectsPath))
        return Failure(Error::invalidField("rejects", "rejects:same_file", {plan.request.rejectsPath}));
    HELIOGRAPH_ASSIGN(const auto settings, unit.settings.settings());
    // Whose clients a file will touch is not known before; skipping touches nobody's.
    if (settings.keepsClientsToOwners() && actor.role != domain::Role::Admin &&
        plan.request.mode != interfaces::ImportMode::Skip)
        return Failure(Error::make(ErrorKind::PermissionDenied, "import.skip_only"));
    return {};
}

} // namespace core::services
