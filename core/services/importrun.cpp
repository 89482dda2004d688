// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/importrun.h"

#include "core/base/logging.h"
#include "core/interfaces/settingsrepository.h"
#include "core/services/history.h"

#include <QFileInfo>
#include <algorithm>
#include <iterator>

namespace core::services {

namespace {

constexpr qsizetype smallestSlice = 20;
constexpr qsizetype largestSlice = 2000; // while others wait
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
      m_stop(std::move(stop)), m_startedAt(clock.now()), m_startedTicks(clock.ticks()), m_toldAt(m_startedTicks)
{}

Result<csv::ImportReport> ImportRun::execute()
{
    const ImportRequest &request = m_plan.request;
    HELIOGRAPH_ASSIGN(m_chunks, ImportChunks::open(m_plan, m_startedAt));
    if (!request.rejectsPath.isEmpty()) {
        HELIOGRAPH_ASSIGN(m_rejects, csv::RejectsWriter::create(request.rejectsPath, m_plan.format.delimiter, m_plan.header,
                                                                m_plan.mapping));
    }
    HELIOGRAPH_ASSIGN(m_report.import, begin());
    m_report.mappingRecalled = m_plan.mappingRecalled;
    Status ended = writeChunks();
    m_report.cancelled = m_stop.stop_requested();
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

Status ImportRun::writeChunks()
{
    ImportAhead ahead(*m_chunks);
    while (!m_stop.stop_requested()) {
        if (hasRows()) {
            HELIOGRAPH_TRY(writeTurn(ahead));
        } else if (m_chunk.stoppedBy) {
            return Failure(*m_chunk.stoppedBy);
        } else if (ahead.hasNext()) {
            take(ahead.next());
            HELIOGRAPH_TRY(noteRefused());
            m_bytesRead = bytesTaken();
        } else {
            break;
        }
    }
    return {};
}

void ImportRun::take(ImportChunk chunk)
{
    m_bytesBeforeChunk = m_chunk.bytesRead;
    m_chunk = std::move(chunk);
    m_taken = 0;
    ImportChunk &unnoted = m_unnoted.emplace_back();
    unnoted.refused = std::exchange(m_chunk.refused, {});
    unnoted.doubles = m_chunk.doubles;
}

Status ImportRun::writeTurn(ImportAhead &ahead)
{
    auto work = [this, &ahead](interfaces::UnitOfWork &unit) { return turn(unit, ahead); };
    auto turned =
        m_plan.request.dryRun ? m_executor.read(std::move(work)) : m_executor.write(interfaces::Lane::Bulk, std::move(work));
    HELIOGRAPH_ASSIGN(const Turn done, turned.takeResult());
    m_report.counts.added += done.counts.added;
    m_report.counts.changed += done.counts.changed;
    m_report.counts.unchanged += done.counts.unchanged;
    m_bytesRead = done.bytesRead;
    HELIOGRAPH_TRY(noteRefused());
    tellProgress(false);
    return {};
}

/** Not within a turn: a file that is slow to write would keep others from the database. */
Status ImportRun::noteRefused()
{
    for (const ImportChunk &chunk : std::exchange(m_unnoted, {})) {
        m_report.counts.doubles += chunk.doubles;
        for (const auto &[row, reason] : chunk.refused) {
            ++m_report.counts.rejected[static_cast<std::size_t>(reason)];
            m_report.rejected.append({row.line(), reason});
            if (m_rejects)
                HELIOGRAPH_TRY(m_rejects->write(row, reason));
        }
    }
    return {};
}

/** On the thread of the database, within one transaction; the calling thread waits for it. */
Result<ImportRun::Turn> ImportRun::turn(interfaces::UnitOfWork &unit, ImportAhead &ahead)
{
    Turn turn;
    const Ticks begun = m_clock.ticks();
    const Milliseconds longest = m_executor.isAlone() ? longTurnTime : turnTime;
    do {
        const interfaces::ImportBatch batch = slice();
        const Ticks sliceBegun = m_clock.ticks();
        HELIOGRAPH_ASSIGN(const auto counts,
                          m_plan.request.dryRun ? unit.clients.dryRun(batch) : unit.clients.import(batch));
        turn.counts.added += counts.added;
        turn.counts.changed += counts.changed;
        turn.counts.unchanged += counts.unchanged;
        adaptSliceSize(batch.rows.size(), m_clock.ticks() - sliceBegun);
        while (!hasRows() && !m_chunk.stoppedBy && !m_stop.stop_requested() && ahead.isReady())
            take(ahead.next());
        turn.bytesRead = bytesTaken();
    } while (hasRows() && !m_stop.stop_requested() && !isAwaited() && m_clock.ticks() - begun < longest);
    return turn;
}

/** The next rows, taken out of the chunk. */
interfaces::ImportBatch ImportRun::slice()
{
    interfaces::ImportBatch batch;
    batch.import = m_report.import;
    batch.mode = m_plan.request.mode;
    batch.defaultTimezone = m_plan.request.defaultTimezone;
    batch.extraTags = m_plan.request.extraTags;
    batch.owner = m_actor.user;
    batch.now = m_clock.now(); // of the write itself: what was claimed before it holds the client as it was
    const bool considerate = isAwaited() || (m_awaitedAt && m_clock.ticks() - *m_awaitedAt < considerateTime);
    const qsizetype size = considerate ? m_sliceSize : m_sliceSize * patientSlices;
    const auto begin = m_chunk.rows.begin() + m_taken;
    const auto end = begin + std::min(size, m_chunk.rows.size() - m_taken);
    batch.rows.reserve(end - begin);
    std::move(begin, end, std::back_inserter(batch.rows));
    m_taken += batch.rows.size();
    return batch;
}

qint64 ImportRun::bytesTaken() const
{
    if (!hasRows())
        return m_chunk.bytesRead;
    const double share = static_cast<double>(m_taken) / static_cast<double>(m_chunk.rows.size());
    return m_bytesBeforeChunk + static_cast<qint64>(share * static_cast<double>(m_chunk.bytesRead - m_bytesBeforeChunk));
}

bool ImportRun::isAwaited()
{
    if (!m_executor.isAwaited())
        return false;
    m_awaitedAt = m_clock.ticks();
    return true;
}

void ImportRun::adaptSliceSize(qsizetype rows, std::chrono::microseconds time)
{
    const std::chrono::duration<double> took = std::max(time, std::chrono::microseconds{1});
    const auto fitting = static_cast<qsizetype>(static_cast<double>(rows) * (sliceTime / took));
    // A short slice at the end or a hiccup of the disk must not throw the size about.
    m_sliceSize = std::clamp(std::clamp(fitting, m_sliceSize / 2, m_sliceSize * 2), smallestSlice, largestSlice);
}

void ImportRun::tellProgress(bool always)
{
    const Ticks now = m_clock.ticks();
    if (!m_progress || (!always && now - m_toldAt < progressInterval))
        return;
    m_toldAt = now;
    ImportProgress progress;
    progress.bytesRead = m_bytesRead;
    progress.bytesTotal = m_chunks->bytesTotal();
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
                                       .arg(m_report.import.text(), logValue(redacted(fileName)),
                                            QString::number(counts.added), QString::number(counts.changed),
                                            QString::number(counts.totalRejected()));
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
