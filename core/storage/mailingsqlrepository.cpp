// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/mailingsqlrepository.h"

#include "core/domain/tags.h"
#include "core/storage/dialect.h"
#include "core/storage/mailingrow.h"
#include "core/storage/mailingstatistics.h"
#include "core/storage/paging.h"
#include "core/storage/statuschanges.h"

namespace core::storage {

using domain::Mailing;
using domain::MailingSummary;
using interfaces::AudienceProgress;
using interfaces::MailingQuery;

namespace {

Error unknownMailing(MailingId id)
{
    return Error::make(ErrorKind::NotFound, "mailing.unknown", {id.text()});
}

Error occurrenceExists(Error error, const Mailing &mailing)
{
    if (error.kind == ErrorKind::Conflict && error.code == QLatin1String(uniqueViolation))
        return Error::make(ErrorKind::Conflict, "mailing.occurrence_exists", {toIso(mailing.startAt)});
    return error;
}

/** For LIKE … ESCAPE '!': what was typed has no wildcards. */
QString escapedForLike(QString text)
{
    return text.replace(u'!', QLatin1String("!!")).replace(u'%', QLatin1String("!%")).replace(u'_', QLatin1String("!_"));
}

Conditions conditionsOf(const Connection &connection, const MailingQuery &query)
{
    Conditions conditions(connection);
    if (!query.withArchived)
        conditions.require("mailing_is_not_archived");
    if (query.state)
        conditions.require("mailing_has_state", {{"state", static_cast<int>(*query.state)}});
    if (const QString part = query.search.trimmed(); !part.isEmpty())
        conditions.require("mailing_contains", {{"part", escapedForLike(domain::foldedTag(part))}});
    return conditions;
}

} // namespace

MailingSqlRepository::MailingSqlRepository(Connection &connection) : m_connection(connection) {}

Result<MailingId> MailingSqlRepository::insert(const Mailing &mailing)
{
    Statement insert(m_connection, "mailing_insert");
    bindMailing(insert, mailing);
    const Result<qint64> inserted = insert.bind(":created_at", mailing.createdAt).runInserting();
    if (!inserted)
        return Failure(occurrenceExists(inserted.error(), mailing));
    const MailingId id{*inserted};

    Statement counters(m_connection, "counters_insert");
    HELIOGRAPH_TRY(counters.bind(":mailing_id", id).run());
    HELIOGRAPH_TRY(keepVersion(id, mailing.createdAt));
    Statement series(m_connection, "mailing_begin_series");
    HELIOGRAPH_TRY(series.bind(":id", id).run());
    m_connection.noteChange(interfaces::Change::Mailings);
    return id;
}

Status MailingSqlRepository::update(const Mailing &mailing)
{
    HELIOGRAPH_ASSIGN(const Mailing before, find(mailing.id));
    const bool newText = before.text != mailing.text;
    Statement update(m_connection, "mailing_update");
    bindMailing(update, mailing);
    if (const Status updated = update.bind(":new_version", newText).bind(":id", mailing.id).run(); !updated)
        return Failure(occurrenceExists(updated.error(), mailing));
    if (newText)
        HELIOGRAPH_TRY(keepVersion(mailing.id, mailing.updatedAt));
    Statement series(m_connection, "mailing_begin_series");
    HELIOGRAPH_TRY(series.bind(":id", mailing.id).run());
    m_connection.noteChange(interfaces::Change::Mailings);
    return {};
}

Status MailingSqlRepository::keepVersion(MailingId id, Instant at)
{
    Statement insert(m_connection, "mailing_version_insert");
    return insert.bind(":id", id).bind(":created_at", at).run();
}

Result<Mailing> MailingSqlRepository::find(MailingId id)
{
    Statement select(m_connection, "mailing_find");
    HELIOGRAPH_ASSIGN(const std::optional<Mailing> mailing, select.bind(":id", id).first(readMailing));
    if (!mailing)
        return Failure(unknownMailing(id));
    return *mailing;
}

Result<domain::Page<MailingSummary>> MailingSqlRepository::page(const MailingQuery &query,
                                                                const domain::PageRequest &request, Instant now)
{
    static const PageStatements statements{"mailing_page_ascending", "mailing_page_descending",
                                           "mailing_page_after_ascending", "mailing_page_after_descending"};
    static const SortColumns columns{
        {QString(), {"mailing_sort_id", SortColumn::Type::Integer}},
        {QStringLiteral("start_at"), {"mailing_sort_start_at", SortColumn::Type::Integer}},
        {QStringLiteral("name"), {"mailing_sort_name", SortColumn::Type::Text}},
    };
    HELIOGRAPH_ASSIGN(domain::Page<MailingSummary> page,
                      readPage<MailingSummary>(m_connection, statements, columns, conditionsOf(m_connection, query), request,
                                               readMailingSummary,
                                               [](const MailingSummary &summary) { return summary.mailing.id.value; }));
    HELIOGRAPH_TRY(MailingStatisticsReader(m_connection).fillRates(page.rows, now));
    return page;
}

Result<qint64> MailingSqlRepository::count(const MailingQuery &query)
{
    const Conditions conditions = conditionsOf(m_connection, query);
    Statement select(m_connection, "mailing_count", {{QStringLiteral("filter"), conditions.text()}});
    conditions.bindTo(select);
    return select.number();
}

Result<QList<Mailing>> MailingSqlRepository::active()
{
    Statement select(m_connection, "mailing_list_active");
    return select.list(readMailing);
}

Result<QList<Mailing>> MailingSqlRepository::twinCandidates(const Mailing &mailing)
{
    Statement select(m_connection, "mailing_list_twins");
    select.bind(":filter_key", mailing.filter.canonicalText()).bind(":text", mailing.text).bind(":id", mailing.id.value);
    return select.list(readMailing);
}

Result<bool> MailingSqlRepository::hasOccurrence(MailingId series, Instant startAt)
{
    Statement select(m_connection, "mailing_count_occurrences");
    HELIOGRAPH_ASSIGN(const qint64 number, select.bind(":series_id", series).bind(":start_at", startAt).number());
    return number > 0;
}

Result<domain::Occurrence> MailingSqlRepository::firstTurn(MailingId series)
{
    Statement select(m_connection, "mailing_first_turn");
    HELIOGRAPH_ASSIGN(const std::optional<domain::Occurrence> turn, select.bind(":series_id", series).first([](Row &row) {
        domain::Occurrence read;
        read.start = row.instant();
        read.end = row.instant();
        return read;
    }));
    return turn.value_or(domain::Occurrence{});
}

Result<QList<Mailing>> MailingSqlRepository::occurrences(MailingId series)
{
    Statement select(m_connection, "mailing_list_occurrences");
    return select.bind(":series_id", series).list(readMailing);
}

Result<int> MailingSqlRepository::textVersion(MailingId id)
{
    Statement select(m_connection, "mailing_text_version");
    HELIOGRAPH_ASSIGN(const std::optional<int> version, select.bind(":id", id).first([](Row &row) { return row.small(); }));
    if (!version)
        return Failure(unknownMailing(id));
    return *version;
}

Result<AudienceProgress> MailingSqlRepository::audienceProgress(MailingId id)
{
    Statement select(m_connection, "mailing_audience_progress");
    HELIOGRAPH_ASSIGN(const auto progress, select.bind(":id", id).first([](Row &row) {
        AudienceProgress read;
        read.lastClient = row.id<ClientId>();
        read.complete = row.flag();
        return read;
    }));
    if (!progress)
        return Failure(unknownMailing(id));
    return *progress;
}

Status MailingSqlRepository::saveAudienceProgress(MailingId id, const AudienceProgress &progress)
{
    Statement update(m_connection, "mailing_save_audience_progress");
    update.bind(":last_client", progress.lastClient.value).bind(":complete", progress.complete).bind(":id", id);
    return update.run();
}

Result<domain::StatusCounts> MailingSqlRepository::counts(MailingId id)
{
    Statement select(m_connection, "counters_find");
    HELIOGRAPH_ASSIGN(const auto counts, select.bind(":mailing_id", id).first(readCounts));
    if (!counts)
        return Failure(unknownMailing(id));
    return *counts;
}

Result<domain::MailingStatistics> MailingSqlRepository::statistics(MailingId id, Instant now)
{
    HELIOGRAPH_ASSIGN(const Mailing mailing, find(id));
    return MailingStatisticsReader(m_connection).statistics(mailing, now);
}

Result<domain::WorkspaceStatistics> MailingSqlRepository::workspaceStatistics(Instant now)
{
    return MailingStatisticsReader(m_connection).workspace(now);
}

Result<QList<domain::GatewayCounts>> MailingSqlRepository::countsByGateway()
{
    return MailingStatisticsReader(m_connection).byGateway();
}

Result<QList<domain::ThroughputSlot>> MailingSqlRepository::throughput(MailingId id, Instant since)
{
    return MailingStatisticsReader(m_connection).throughput(id, since);
}

} // namespace core::storage
