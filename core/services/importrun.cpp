// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/importrun.h"

#include "core/base/logging.h"
#include "core/domain/tags.h"
#include "core/interfaces/settingsrepository.h"
#include "core/services/history.h"

#include <QFileInfo>
#include <algorithm>
#include <utility>

namespace core::services {

namespace {

constexpr std::size_t maxWaiting = 2;
constexpr qsizetype smallestBatch = 20;
constexpr qsizetype largestBatch = 5000;
constexpr std::chrono::milliseconds progressInterval{200};

QJsonObject summary(const csv::ImportReport &report, const QString &fileName)
{
    return {{QStringLiteral("import"), report.import.value},
            {QStringLiteral("file"), fileName},
            {QStringLiteral("new"), report.counts.added},
            {QStringLiteral("changed"), report.counts.changed},
            {QStringLiteral("unchanged"), report.counts.unchanged},
            {QStringLiteral("double"), report.counts.doubles},
            {QStringLiteral("rejected"), report.counts.totalRejected()}};
}

} // namespace

ImportRun::ImportRun(interfaces::Executor &executor, const Clock &clock, const domain::Actor &actor, ImportPlan plan,
                     ImportProgressCallback progress, std::stop_token stop)
    : m_executor(executor), m_clock(clock), m_actor(actor), m_plan(std::move(plan)), m_progress(std::move(progress)),
      m_stop(std::move(stop)), m_parser(m_plan.parser(clock.now())), m_startedAt(clock.now()), m_startedTicks(clock.ticks()),
      m_toldAt(m_startedTicks)
{}

Result<csv::ImportReport> ImportRun::execute()
{
    const ImportRequest &request = m_plan.request;
    HELIOGRAPH_ASSIGN(m_reader, csv::CsvReader::open(request.path, m_plan.format));
    if (!request.rejectsPath.isEmpty()) {
        HELIOGRAPH_ASSIGN(m_rejects, csv::RejectsWriter::create(request.rejectsPath, m_plan.format.delimiter, m_plan.header,
                                                                m_plan.mapping));
    }
    HELIOGRAPH_ASSIGN(m_report.import, begin());
    m_report.mappingRecalled = m_plan.mappingRecalled;
    Status ended = readRows();
    m_report.cancelled = m_stop.stop_requested();
    if (!m_report.cancelled && !m_rows.isEmpty()) {
        if (const Status submitted = submit(); !submitted)
            ended = submitted;
    }
    if (const Status collected = collectAll(); !collected)
        ended = collected;
    if (m_rejects) {
        if (const Status finished = m_rejects->finish(); !finished && ended)
            ended = finished;
    }
    if (const Status recorded = recordEnd(); !recorded && ended)
        ended = recorded;
    if (!ended)
        m_report.stoppedBy = ended.error();
    tellProgress(true);
    return m_report;
}

/** Checks the rights, and opens the journal that an undo goes by. */
Result<ImportId> ImportRun::begin()
{
    if (m_plan.request.dryRun) {
        HELIOGRAPH_TRY(
            m_executor.read([this](interfaces::UnitOfWork &unit) { return mayRun(unit, m_actor, m_plan); }).result());
        return ImportId();
    }
    return m_executor
        .write(interfaces::Lane::Bulk,
               [this](interfaces::UnitOfWork &unit) -> Result<ImportId> {
                   HELIOGRAPH_TRY(mayRun(unit, m_actor, m_plan));
                   return unit.imports.begin({{}, QFileInfo(m_plan.request.path).fileName(), m_startedAt, m_actor.user});
               })
        .result();
}

Status ImportRun::readRows()
{
    csv::CsvRow row;
    while (!m_stop.stop_requested()) {
        HELIOGRAPH_ASSIGN(const bool more, m_reader->next(row));
        if (!more)
            break;
        if (row.line() > m_plan.format.headerLine)
            HELIOGRAPH_TRY(take(row));
        if (m_rows.size() >= m_batchSize)
            HELIOGRAPH_TRY(submit());
    }
    return {};
}

Status ImportRun::take(const csv::CsvRow &row)
{
    auto client = m_parser.parse(row);
    if (!client)
        return reject(row, client.error().reason);
    if (!hasRoomForExtraTags(client->tags))
        return reject(row, csv::RejectReason::Tags);
    const qsizetype known = m_phones.size();
    m_phones.insert(client->phone.number());
    if (m_phones.size() == known)
        ++m_report.counts.doubles;
    else
        m_rows.append(*std::move(client));
    return {};
}

Status ImportRun::reject(const csv::CsvRow &row, csv::RejectReason reason)
{
    ++m_report.counts.rejected[static_cast<std::size_t>(reason)];
    m_report.rejected.append({row.line(), reason});
    return m_rejects ? m_rejects->write(row, reason) : Status();
}

bool ImportRun::hasRoomForExtraTags(const QStringList &tags) const
{
    const QStringList &extra = m_plan.request.extraTags;
    return tags.size() + extra.size() <= domain::maxTags || domain::normalisedTags(tags + extra).has_value();
}

/** Hands the rows over, and waits while too many batches are under way. */
Status ImportRun::submit()
{
    interfaces::ImportBatch batch;
    batch.import = m_report.import;
    batch.mode = m_plan.request.mode;
    batch.defaultTimezone = m_plan.request.defaultTimezone;
    batch.extraTags = m_plan.request.extraTags;
    batch.owner = m_actor.user;
    batch.rows = std::exchange(m_rows, {});
    const bool dryRun = m_plan.request.dryRun;
    auto work = [&clock = m_clock, dryRun,
                 batch = std::move(batch)](interfaces::UnitOfWork &unit) mutable -> Result<Written> {
        const Ticks begun = clock.ticks();
        batch.now = clock.now(); // of the write itself: what was claimed before it holds the client as it was
        HELIOGRAPH_ASSIGN(const auto counts, dryRun ? unit.clients.dryRun(batch) : unit.clients.import(batch));
        return Written{counts, clock.ticks() - begun, batch.rows.size()};
    };
    m_waiting.push_back(dryRun ? m_executor.read(std::move(work))
                               : m_executor.write(interfaces::Lane::Bulk, std::move(work)));
    while (m_waiting.size() > maxWaiting)
        HELIOGRAPH_TRY(collect());
    tellProgress(false);
    return {};
}

/** Waits for the oldest batch. */
Status ImportRun::collect()
{
    const Result<Written> written = m_waiting.front().result();
    m_waiting.pop_front();
    if (!written)
        return Failure(written.error());
    m_report.counts.added += written->counts.added;
    m_report.counts.changed += written->counts.changed;
    m_report.counts.unchanged += written->counts.unchanged;
    adaptBatchSize(*written);
    return {};
}

/** The first error counts; batches behind it are waited for all the same, since they use this object's plan. */
Status ImportRun::collectAll()
{
    Status first;
    while (!m_waiting.empty()) {
        const Status collected = collect();
        if (!collected && first)
            first = collected;
    }
    return first;
}

void ImportRun::adaptBatchSize(const Written &written)
{
    const std::chrono::duration<double> took = std::max(written.took, std::chrono::microseconds{1});
    const auto fitting = static_cast<qsizetype>(static_cast<double>(written.rows) * (batchTime / took));
    // A short batch at the end or a hiccup of the disk must not throw the size about.
    m_batchSize = std::clamp(std::clamp(fitting, written.rows / 2, written.rows * 2), smallestBatch, largestBatch);
}

void ImportRun::tellProgress(bool always)
{
    const Ticks now = m_clock.ticks();
    if (!m_progress || (!always && now - m_toldAt < progressInterval))
        return;
    m_toldAt = now;
    ImportProgress progress;
    progress.bytesRead = m_reader->bytesRead();
    progress.bytesTotal = m_reader->bytesTotal();
    progress.counts = m_report.counts;
    const std::chrono::duration<double> elapsed = now - m_startedTicks;
    if (elapsed.count() > 0)
        progress.rowsPerSecond = static_cast<double>(m_report.counts.rows()) / elapsed.count();
    if (progress.bytesRead > 0 && elapsed.count() > 0) {
        const double share = static_cast<double>(progress.bytesTotal) / static_cast<double>(progress.bytesRead) - 1;
        progress.timeLeft = std::chrono::duration_cast<Milliseconds>(elapsed * std::max(share, 0.0));
    }
    m_progress(progress);
}

/** A mapping that no row was understood with is a mistake; repeated in silence, it would be made again. */
Status ImportRun::rememberMapping(interfaces::UnitOfWork &unit)
{
    const bool worked = m_report.counts.rows() > m_report.counts.totalRejected();
    const QString key = csv::ColumnMapping::memoryKey(m_plan.header);
    if (!worked || key.isEmpty() || !m_plan.request.assignments.isEmpty())
        return {};
    return unit.settings.remember(key, m_plan.mapping.remembered(m_plan.header));
}

Status ImportRun::recordEnd()
{
    const QString fileName = QFileInfo(m_plan.request.path).fileName();
    const csv::ImportCounts &counts = m_report.counts;
    qCInfo(logImport).noquote() << QStringLiteral("import=%1 file=%2 new=%3 changed=%4 rejected=%5")
                                       .arg(m_report.import.text(), logValue(fileName), QString::number(counts.added),
                                            QString::number(counts.changed), QString::number(counts.totalRejected()));
    if (m_plan.request.dryRun)
        return {};
    return m_executor
        .write(interfaces::Lane::Bulk,
               [this, &fileName](interfaces::UnitOfWork &unit) -> Status {
                   HELIOGRAPH_TRY(rememberMapping(unit));
                   return record(unit, m_actor, m_clock.now(), "clients.import", {},
                                 difference({}, summary(m_report, fileName)));
               })
        .result();
}

} // namespace core::services
