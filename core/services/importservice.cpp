// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/importservice.h"

#include "core/interfaces/settingsrepository.h"
#include "core/services/accessrules.h"
#include "core/services/history.h"
#include "core/services/importplan.h"
#include "core/services/importrun.h"
#include "core/services/stepwise.h"

#include <QHash>
#include <QJsonObject>
#include <QtConcurrent>

namespace core::services {

namespace {

constexpr int clientsPerUndoStep = 500;

PreviewRow previewRow(const csv::CsvRow &row, csv::ClientRowParser &parser, QHash<qint64, qint64> &lines)
{
    PreviewRow shown;
    shown.line = row.line();
    shown.cells = row.texts();
    const auto client = parser.parse(row);
    if (!client) {
        shown.rejected = client.error().reason;
        shown.column = client.error().column;
        return shown;
    }
    qint64 &line = lines[client->phone.number()];
    shown.doubleOf = line;
    if (line == 0)
        line = row.line();
    return shown;
}

/** Where clients are kept to those who added them, an import is taken back by whoever began it. */
Status mayUndo(interfaces::UnitOfWork &unit, const domain::Actor &actor, ImportId import)
{
    HELIOGRAPH_TRY(mayDo(actor, Permission::EditClients));
    HELIOGRAPH_ASSIGN(const auto settings, unit.settings.settings());
    if (!settings.keepsClientsToOwners())
        return {};
    HELIOGRAPH_ASSIGN(const auto record, unit.imports.find(import));
    return mayDo(actor, Permission::EditClients, record.owner);
}

/** One undo, step by step. */
struct Undo
{
    domain::Actor actor;
    ImportId import;
    std::optional<qint64> total; ///< nothing: not begun

    Result<std::optional<qint64>> step(interfaces::UnitOfWork &unit, Instant now)
    {
        if (!total) {
            HELIOGRAPH_TRY(mayUndo(unit, actor, import));
            HELIOGRAPH_ASSIGN(const qint64 edited, unit.imports.countEditedSince(import));
            if (edited > 0)
                return Failure(Error::make(ErrorKind::Conflict, "import.edited", {QString::number(edited)}));
        }
        HELIOGRAPH_ASSIGN(const qint64 left, unit.imports.undoSome(import, clientsPerUndoStep, now));
        if (!total)
            total = left;
        if (left > clientsPerUndoStep)
            return std::optional<qint64>();
        const QJsonObject summary{{QStringLiteral("import"), import.value}, {QStringLiteral("clients"), *total}};
        HELIOGRAPH_TRY(record(unit, actor, now, "clients.import_undo", {}, difference({}, summary)));
        return total;
    }
};

} // namespace

ImportService::ImportService(interfaces::Executor &executor, const Clock &clock) : m_executor(executor), m_clock(clock) {}

QFuture<Result<ImportPreview>> ImportService::preview(const ImportRequest &request)
{
    return QtConcurrent::run([this, request] { return previewNow(request); });
}

Result<ImportPreview> ImportService::previewNow(const ImportRequest &request)
{
    HELIOGRAPH_ASSIGN(const ImportPlan plan, importPlan(m_executor, request));
    HELIOGRAPH_ASSIGN(const auto reader, csv::CsvReader::open(request.path, plan.format));
    ImportPreview preview;
    preview.format = plan.format;
    preview.header = plan.header;
    preview.mapping = plan.mapping;
    csv::ClientRowParser parser = plan.parser(m_clock.now());
    QHash<qint64, qint64> lines;
    csv::CsvRow row;
    while (preview.rows.size() < ImportPreview::maxRows) {
        const Result<bool> more = reader->next(row);
        if (!more)
            preview.stoppedBy = more.error();
        if (!more || !*more)
            break;
        if (row.line() > plan.format.headerLine)
            preview.rows.append(previewRow(row, parser, lines));
    }
    return preview;
}

QFuture<Status> ImportService::check(const domain::Actor &actor, const ImportRequest &request)
{
    return QtConcurrent::run([this, actor, request]() -> Status {
        HELIOGRAPH_ASSIGN(const ImportPlan plan, importPlan(m_executor, request));
        return m_executor.read([&](interfaces::UnitOfWork &unit) { return mayRun(unit, actor, plan); }).result();
    });
}

QFuture<Result<csv::ImportReport>> ImportService::run(const domain::Actor &actor, const ImportRequest &request,
                                                      const ImportProgressCallback &progress, const std::stop_token &stop)
{
    return QtConcurrent::run([this, actor, request, progress, stop] { return runNow(actor, request, progress, stop); });
}

Result<csv::ImportReport> ImportService::runNow(const domain::Actor &actor, const ImportRequest &request,
                                                const ImportProgressCallback &progress, const std::stop_token &stop)
{
    HELIOGRAPH_ASSIGN(ImportPlan plan, importPlan(m_executor, request));
    return ImportRun(m_executor, m_clock, actor, std::move(plan), progress, stop).execute();
}

QFuture<Result<qint64>> ImportService::undo(const domain::Actor &actor, ImportId import)
{
    auto undo = std::make_shared<Undo>(Undo{actor, import, {}});
    return stepByStep<qint64>([this, undo] {
        return m_executor.write(interfaces::Lane::Bulk,
                                [this, undo](interfaces::UnitOfWork &unit) { return undo->step(unit, m_clock.now()); });
    });
}

} // namespace core::services
