// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What people and scripts do with mailings: create, edit, start, pause, cancel, delete, retry, copy.
 *
 * Rules of fields and states stand in core/domain/mailing; here they meet twins, missing fields, gateways, the accounts and
 * the history. Nothing is sent here: the dispatcher sees the new state through the change feed.
 */
#pragma once

#include "core/base/clock.h"
#include "core/domain/user.h"
#include "core/interfaces/clientrepository.h"
#include "core/interfaces/executor.h"
#include "core/interfaces/mailingrepository.h"
#include "core/services/forecast.h"

namespace core::services {

/** What the person said to the questions of the check sheet. */
struct MailingConsent
{
    bool allowDuplicate = false; ///< a twin is wanted
};

/** A field without fallback, and how many of the audience lack it. */
struct MissingField
{
    QString key;
    qint64 clients = 0;
};

/** Everything worth knowing before the start. */
struct CheckSheet
{
    qint64 recipients = 0;
    qint64 optedOut = 0;
    qint64 parts = 0; ///< SMS parts in all; estimated from a sample where the text has fields
    bool partsEstimated = false;
    QList<MissingField> missingFields;
    QList<domain::Mailing> twins;
    domain::Forecast forecast;
    QList<ForecastSlot> schedule; ///< for the chart; empty where there is no rate yet
    QList<interfaces::LabelCount> byTimezone;
    qint64 zoneUnknown = 0; ///< recipients whose hours nobody can tell on this computer; among those who would expire
    QString gatewayName;    ///< empty: there is no gateway
};

/** Thread: any. Holds nothing but references. */
class MailingService
{
public:
    MailingService(interfaces::Executor &executor, const Clock &clock);

    /** A draft. Errors: InvalidInput (all fields). */
    QFuture<Result<domain::Mailing>> createDraft(const domain::Actor &actor, const domain::MailingEdit &edit);
    /**
     * A scheduled mailing. Errors: InvalidInput (all fields; text template:missing with field and number), Conflict
     * mailing.twin (name, id), gateway.none.
     */
    QFuture<Result<domain::Mailing>> createScheduled(const domain::Actor &actor, const domain::MailingEdit &edit,
                                                     MailingConsent consent);
    /** Edits in any state that is not finished, cancelled or archived (name: in any). Errors: as above, mailing.state. */
    QFuture<Result<domain::Mailing>> edit(const domain::Actor &actor, MailingId id, const domain::MailingEdit &edit,
                                          MailingConsent consent);

    /** Draft → scheduled. `at`: a new start; nothing: now, or the start it has if that lies ahead. */
    QFuture<Result<domain::Mailing>> start(const domain::Actor &actor, MailingId id, std::optional<Instant> at,
                                           MailingConsent consent);
    QFuture<Result<domain::Mailing>> pause(const domain::Actor &actor, MailingId id);
    QFuture<Result<domain::Mailing>> resume(const domain::Actor &actor, MailingId id);
    /** @param wholeSeries  also its scheduled occurrences, and no further ones */
    QFuture<Result<domain::Mailing>> cancel(const domain::Actor &actor, MailingId id, bool wholeSeries);
    /** Cancels at once and archives. */
    QFuture<Result<domain::Mailing>> remove(const domain::Actor &actor, MailingId id);
    /** Clears the mark and revives only what the delete cancelled. `was`: the mailing as it was before remove(). */
    QFuture<Result<domain::Mailing>> restore(const domain::Actor &actor, const domain::Mailing &was);
    /** Errors: Conflict mailing.state, mailing.archived; InvalidInput end_at when the end has passed and none is given. */
    QFuture<Result<domain::Mailing>> retry(const domain::Actor &actor, MailingId id,
                                           const QList<domain::MessageStatus> &statuses, std::optional<Instant> newEnd);
    /** A draft with the same text, filter and hours; start and end moved to begin now. */
    QFuture<Result<domain::Mailing>> duplicate(const domain::Actor &actor, MailingId id);
    /** Number of mailings that were paused or resumed. */
    QFuture<Result<int>> pauseAll(const domain::Actor &actor);
    QFuture<Result<int>> resumeAll(const domain::Actor &actor);

    /** Without creating anything. `id`: the mailing being edited, or invalid. Errors: InvalidInput (all fields). */
    QFuture<Result<CheckSheet>> check(MailingId id, const domain::MailingEdit &edit);

    QFuture<Result<domain::Mailing>> find(MailingId id);
    QFuture<Result<domain::Page<domain::MailingSummary>>> page(const interfaces::MailingQuery &query,
                                                               const domain::PageRequest &request);
    QFuture<Result<qint64>> count(const interfaces::MailingQuery &query);

private:
    interfaces::Executor &m_executor;
    const Clock &m_clock;
};

} // namespace core::services
