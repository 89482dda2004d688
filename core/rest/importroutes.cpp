// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/routes.h"

#include "core/json/values.h"
#include "core/rest/importjobs.h"
#include "core/rest/pagination.h"
#include "core/rest/problem.h"
#include "core/services/accessrules.h"
#include "core/services/importjson.h"

#include <QFileInfo>

namespace core::rest {

using interfaces::ImportMode;
using services::ImportRequest;
using State = ImportJobs::State;

namespace {

QString toText(ImportMode mode)
{
    switch (mode) {
    case ImportMode::Skip:
        return QStringLiteral("skip");
    case ImportMode::Replace:
        return QStringLiteral("replace");
    case ImportMode::Update:
        break;
    }
    return QStringLiteral("update");
}

std::optional<ImportMode> modeFromText(const QString &text)
{
    for (const ImportMode mode : {ImportMode::Update, ImportMode::Skip, ImportMode::Replace}) {
        if (toText(mode) == text)
            return mode;
    }
    return std::nullopt;
}

QString toText(State state)
{
    switch (state) {
    case State::Running:
        return QStringLiteral("running");
    case State::Failed:
        return QStringLiteral("failed");
    case State::Cancelled:
        return QStringLiteral("cancelled");
    case State::Finished:
        break;
    }
    return QStringLiteral("finished");
}

/** What scripts read in the place of paths: where files lie here is nobody's business. */
QString uploadName()
{
    return QStringLiteral("upload.csv");
}

Error withoutPaths(Error error, const ImportRequest &request)
{
    for (QString &arg : error.args) {
        if (arg == request.path)
            arg = uploadName();
        else if (!request.rejectsPath.isEmpty() && arg == request.rejectsPath)
            arg = QStringLiteral("rejects.csv");
    }
    return error;
}

QJsonObject importObject(const ImportJobs::Job &job)
{
    const bool runs = job.state == State::Running;
    const csv::ImportCounts &counts = runs ? job.progress.counts : job.report.counts;
    const auto left = runs ? job.progress.timeLeft : std::nullopt;
    QJsonObject object = services::countsObject(counts);
    object.insert(QStringLiteral("id"), job.id);
    object.insert(QStringLiteral("state"), toText(job.state));
    object.insert(QStringLiteral("mode"), toText(job.request.mode));
    object.insert(QStringLiteral("dry_run"), job.request.dryRun);
    object.insert(QStringLiteral("reasons"), services::reasonsObject(counts));
    object.insert(QStringLiteral("bytes_read"), job.progress.bytesRead);
    object.insert(QStringLiteral("bytes_total"), job.progress.bytesTotal);
    object.insert(QStringLiteral("rows_per_second"), job.progress.rowsPerSecond);
    object.insert(QStringLiteral("seconds_left"),
                  left ? QJsonValue(std::chrono::duration<double>(*left).count()) : QJsonValue(QJsonValue::Null));
    object.insert(QStringLiteral("mapping_recalled"), job.report.mappingRecalled);
    object.insert(QStringLiteral("started_at"), json::value(job.startedAt));
    object.insert(QStringLiteral("finished_at"), json::value(job.finishedAt));
    object.insert(QStringLiteral("undone"), job.undone);
    object.insert(QStringLiteral("problem"),
                  job.problem ? QJsonValue(problem(withoutPaths(*job.problem, job.request))) : QJsonValue(QJsonValue::Null));
    return object;
}

void answerJob(const ApiCall &call, const ImportJobs &jobs, qint64 id)
{
    const auto job = jobs.find(id);
    call.answer(job ? jsonResponse(importObject(*job)) : problemResponse(job.error()));
}

ImportRequest requestFrom(QueryReader &query)
{
    ImportRequest request;
    request.mode = query.choice(QStringLiteral("mode"), modeFromText).value_or(ImportMode::Update);
    request.dryRun = query.boolean(QStringLiteral("dry_run")).value_or(false);
    request.extraTags = query.texts(QStringLiteral("tag"));
    const auto assignments = query.startingWith(QStringLiteral("map."));
    for (const auto &[field, column] : assignments)
        request.assignments << field + u'=' + column;
    return request;
}

void begin(const RestParts &parts, ImportJobs &jobs, const ApiCall &call)
{
    QueryReader query(call.request.query);
    ImportRequest request = requestFrom(query);
    if (!isReadable(call, query))
        return;
    if (!call.request.bodyFile) {
        call.answer(problemResponse(Error::make(ErrorKind::InvalidInput, "csv.empty", {uploadName()})));
        return;
    }
    // Those that run may hold every thread that could look at the file.
    if (const Status room = jobs.hasRoom(); !room) {
        call.answer(problemResponse(room.error()));
        return;
    }
    request.path = call.request.bodyFile->fileName();
    const auto refuse = [call, request](const Error &error) { call.answer(problemResponse(withoutPaths(error, request))); };
    // What is wrong with the request is said now, what is wrong with rows later.
    whenDone(parts.imports.check(call.actor, request), call.context, [&jobs, call, request, refuse](const Status &status) {
        const auto id =
            status ? jobs.begin(call.actor, request, call.request.bodyFile) : Result<qint64>(Failure(status.error()));
        if (!id) {
            refuse(id.error());
            return;
        }
        ApiResponse response = jsonResponse({{QStringLiteral("id"), *id}}, 202);
        response.headers.emplaceBack("Location", "/api/v1/imports/" + QByteArray::number(*id));
        call.answer(response);
    });
}

void sendRejects(const ImportJobs &jobs, const ApiCall &call)
{
    const auto job = jobs.find(call.args.first().toLongLong());
    if (!job) {
        call.answer(problemResponse(job.error()));
        return;
    }
    if (job->state == State::Running) {
        call.answer(problemResponse(Error::make(ErrorKind::Conflict, "import.running")));
        return;
    }
    ApiResponse response{.contentType = "text/csv; charset=utf-8"};
    response.headers.emplaceBack("Content-Disposition", "attachment; filename=\"rejects.csv\"");
    if (QFileInfo::exists(job->request.rejectsPath)) // one that failed before its first row has none
        response.file = job->request.rejectsPath;
    call.answer(response);
}

void cancel(ImportJobs &jobs, const ApiCall &call)
{
    const qint64 id = call.args.first().toLongLong();
    if (const Status cancelled = jobs.cancel(call.actor, id); !cancelled)
        call.answer(problemResponse(cancelled.error()));
    else
        answerJob(call, jobs, id);
}

void undo(const RestParts &parts, ImportJobs &jobs, const ApiCall &call)
{
    const qint64 id = call.args.first().toLongLong();
    const auto import = jobs.undoable(call.actor, id);
    if (!import) {
        call.answer(problemResponse(import.error()));
        return;
    }
    goOnWith(call, parts.imports.undo(call.actor, *import), [&jobs, call, id](qint64) {
        jobs.undone(id);
        answerJob(call, jobs, id);
    });
}

} // namespace

Routes importRoutes(const RestParts &parts, ImportJobs &jobs)
{
    return {
        {"POST", "/api/v1/imports", Access::SignedIn, BodyKind::File,
         [&parts, &jobs](const ApiCall &call) { begin(parts, jobs, call); }, services::mayImport},
        {"GET", "/api/v1/imports/{id}", Access::SignedIn, BodyKind::None,
         [&jobs](const ApiCall &call) { answerJob(call, jobs, call.args.first().toLongLong()); }},
        {"GET", "/api/v1/imports/{id}/rejects", Access::SignedIn, BodyKind::None,
         [&jobs](const ApiCall &call) { sendRejects(jobs, call); }},
        {"POST", "/api/v1/imports/{id}/cancel", Access::SignedIn, BodyKind::None,
         [&jobs](const ApiCall &call) { cancel(jobs, call); }},
        {"POST", "/api/v1/imports/{id}/undo", Access::SignedIn, BodyKind::None,
         [&parts, &jobs](const ApiCall &call) { undo(parts, jobs, call); }},
    };
}

} // namespace core::rest
