// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rest/importjobs.h"

#include "core/base/async.h"

#include <QFile>
#include <algorithm>

namespace core::rest {

namespace {

/** An import is stopped and undone by whoever asked for it, and by administrators. */
Status mayTouch(const domain::Actor &actor, UserId owner)
{
    if (actor.role == domain::Role::Admin || actor.user == owner)
        return {};
    return Failure(Error::make(ErrorKind::PermissionDenied, "access.role", {QStringLiteral("imports.edit")}));
}

} // namespace

// Numbers begin at the clock, so that those of an earlier run of the program name nothing.
ImportJobs::ImportJobs(services::ImportService &imports, const Clock &clock)
    : m_imports(imports), m_clock(clock), m_nextId(toMs(clock.now()))
{}

ImportJobs::~ImportJobs()
{
    for (auto &[id, entry] : m_entries)
        entry.stop.request_stop();
    for (auto &[id, entry] : m_entries)
        entry.run.waitForFinished(); // it writes into our folder
}

Status ImportJobs::hasRoom() const
{
    const auto running = std::count_if(m_entries.cbegin(), m_entries.cend(),
                                       [](const auto &entry) { return entry.second.job.state == State::Running; });
    if (running >= mostRunning)
        return Failure(Error::make(ErrorKind::Throttled, "import.busy"));
    return {};
}

Result<qint64> ImportJobs::begin(const domain::Actor &actor, services::ImportRequest request,
                                 std::shared_ptr<QTemporaryFile> file)
{
    HELIOGRAPH_TRY(hasRoom());
    forgetOldest();
    const qint64 id = m_nextId++;
    request.rejectsPath = m_folder.filePath(QString::number(id) + QStringLiteral(".csv"));
    Entry &entry = m_entries[id];
    entry.job.id = id;
    entry.job.owner = actor.user;
    entry.job.request = request;
    entry.job.startedAt = m_clock.now();
    entry.file = std::move(file);
    entry.run = m_imports.run(
        actor, request,
        [progress = entry.progress](const services::ImportProgress &now) {
            const QMutexLocker lock(&progress->mutex);
            progress->latest = now;
        },
        entry.stop.get_token());
    whenDone(entry.run, this, [this, id](const Result<csv::ImportReport> &report) { ended(id, report); });
    return id;
}

Result<ImportJobs::Job> ImportJobs::find(qint64 id) const
{
    const auto found = m_entries.find(id);
    if (found == m_entries.cend())
        return Failure(Error::make(ErrorKind::NotFound, "import.unknown", {QString::number(id)}));
    Job job = found->second.job;
    const QMutexLocker lock(&found->second.progress->mutex);
    job.progress = found->second.progress->latest;
    return job;
}

Status ImportJobs::cancel(const domain::Actor &actor, qint64 id)
{
    HELIOGRAPH_ASSIGN(const Job job, find(id));
    HELIOGRAPH_TRY(mayTouch(actor, job.owner));
    if (job.state != State::Running)
        return Failure(Error::make(ErrorKind::Conflict, "import.over"));
    m_entries[id].stop.request_stop();
    return {};
}

Result<ImportId> ImportJobs::undoable(const domain::Actor &actor, qint64 id) const
{
    HELIOGRAPH_ASSIGN(const Job job, find(id));
    HELIOGRAPH_TRY(mayTouch(actor, job.owner));
    if (job.state == State::Running)
        return Failure(Error::make(ErrorKind::Conflict, "import.running"));
    if (job.undone || !job.report.import.isValid())
        return Failure(Error::make(ErrorKind::Conflict, "import.nothing"));
    return job.report.import;
}

void ImportJobs::undone(qint64 id)
{
    if (const auto found = m_entries.find(id); found != m_entries.end())
        found->second.job.undone = true;
}

void ImportJobs::ended(qint64 id, const Result<csv::ImportReport> &report)
{
    Entry &entry = m_entries[id];
    entry.file.reset();
    entry.job.finishedAt = m_clock.now();
    if (report)
        entry.job.report = *report;
    entry.job.problem = report ? report->stoppedBy : std::optional(report.error());
    if (entry.job.problem)
        entry.job.state = State::Failed;
    else
        entry.job.state = report->cancelled ? State::Cancelled : State::Finished;
}

void ImportJobs::forgetOldest()
{
    while (m_entries.size() >= mostKept) {
        const auto oldest = std::find_if(m_entries.begin(), m_entries.end(),
                                         [](const auto &entry) { return entry.second.job.state != State::Running; });
        if (oldest == m_entries.end())
            return;
        QFile::remove(oldest->second.job.request.rejectsPath);
        m_entries.erase(oldest);
    }
}

} // namespace core::rest
