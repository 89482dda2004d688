// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Storage of mailings, the versions of their texts, and their counters.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/mailing.h"
#include "core/domain/page.h"
#include "core/domain/statistics.h"

namespace core::interfaces {

struct MailingQuery
{
    std::optional<domain::MailingState> state;
    QString search; ///< part of the name or the text, any case
    bool withArchived = false;

    bool operator==(const MailingQuery &) const = default;
};

/** Where the choice of an audience stands; it runs in batches and survives a restart. */
struct AudienceProgress
{
    ClientId lastClient;   ///< clients up to this id have been looked at
    bool complete = false; ///< for a live mailing: up to date as of lastCheckedAt
};

class MailingRepository
{
public:
    virtual ~MailingRepository() = default;

    /** Stores the text as version 1; messagesRemovedAt is left out. A Repeat ≠ None without a series becomes its own series.
     */
    virtual Result<MailingId> insert(const domain::Mailing &mailing) = 0;
    /** A changed text becomes a new version; messagesRemovedAt stays as stored. Errors: NotFound mailing.unknown. */
    virtual Status update(const domain::Mailing &mailing) = 0;
    /** Archived ones too. Errors: NotFound mailing.unknown. */
    virtual Result<domain::Mailing> find(MailingId id) = 0;

    /** sortBy: "" (id), "start_at", "name". Rates are those of the 30 s before `now`. */
    virtual Result<domain::Page<domain::MailingSummary>> page(const MailingQuery &query, const domain::PageRequest &request,
                                                              Instant now) = 0;
    virtual Result<qint64> count(const MailingQuery &query) = 0;
    /** Scheduled, running and paused ones, and cancelled or finished ones that still have pending messages; none archived
     *  unless it has pending messages. What the scheduler and the dispatcher work on. */
    virtual Result<QList<domain::Mailing>> active() = 0;
    /** Same text and filter (canonicalText), state scheduled, running, paused or finished, not archived. */
    virtual Result<QList<domain::Mailing>> twinCandidates(const domain::Mailing &mailing) = 0;
    /** True if the series already has an occurrence that begins then. */
    virtual Result<bool> hasOccurrence(MailingId series, Instant startAt) = 0;
    /** The series' first mailing, then, by start, the occurrences that await theirs and the latest. */
    virtual Result<QList<domain::Mailing>> occurrences(MailingId series) = 0;
    /** The times that the series' first mailing had when it began; before that, those it has. */
    virtual Result<domain::Occurrence> firstTurn(MailingId series) = 0;

    /** The version of the present text, counted from 1. */
    virtual Result<int> textVersion(MailingId id) = 0;
    virtual Result<AudienceProgress> audienceProgress(MailingId id) = 0;
    virtual Status saveAudienceProgress(MailingId id, const AudienceProgress &progress) = 0;

    virtual Result<domain::StatusCounts> counts(MailingId id) = 0;
    /** state, counts, rate (last 30 s before now), first/last sent, errors; the forecast is left to the service. */
    virtual Result<domain::MailingStatistics> statistics(MailingId id, Instant now) = 0;
    virtual Result<domain::WorkspaceStatistics> workspaceStatistics(Instant now) = 0;
    /** Of mailings that are not archived, by id of their gateway. */
    virtual Result<QList<domain::GatewayCounts>> countsByGateway() = 0;
    /** Slots with work in them, oldest first; an invalid id: over all mailings. */
    virtual Result<QList<domain::ThroughputSlot>> throughput(MailingId id, Instant since) = 0;
};

} // namespace core::interfaces
