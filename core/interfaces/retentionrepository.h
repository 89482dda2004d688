// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Removal of what is old, batch by batch: messages of ended mailings and events become daily totals, texts leave nothing.
 *
 * Whatever statistics, breakdowns and recounts tell of a mailing is the same before and after each batch. When to remove is
 * decided by core/services/retentionservice.
 */
#pragma once

#include "core/base/result.h"
#include "core/domain/dailytotals.h"
#include "core/domain/statistics.h"

namespace core::interfaces {

/** Of a part of the texts. */
struct OldTexts
{
    QList<MessageId> messages;
    MessageId last; ///< that was looked at; invalid: there are no more
};

class RetentionRepository
{
public:
    virtual ~RetentionRepository() = default;

    /**
     * Mailings (archived ones too) with an id above `after` that are finished or cancelled, were not touched since `before`
     * and have messages that ended before it; by id, at most `limit`.
     */
    virtual Result<QList<MailingId>> endedMailings(MailingId after, Instant before, int limit) = 0;
    /**
     * Adds at most `limit` messages that ended before `before` to the totals and removes them, with their attempts and
     * texts; Mailing::messagesRemovedAt becomes `now`. Returns how many; fewer than asked for: there are no more. A mailing
     * that does not fit endedMailings() (any more) keeps all of them: 0.
     */
    virtual Result<int> removeMessages(MailingId mailing, Instant before, int limit, Instant now) = 0;
    /**
     * Among the next `limit` rendered texts of messages with an id above `after` those of messages that ended before
     * `before`. Left out are unknown ones that would have to go out again with the very same text.
     */
    virtual Result<OldTexts> oldTexts(MessageId after, Instant before, int limit) = 0;
    /**
     * Removes those of them that are old by then, and returns how many. The messages stay; so do texts that were the same
     * for everybody.
     */
    virtual Result<int> removeTexts(const QList<MessageId> &messages, Instant before) = 0;
    /** As with messages, for the oldest events from before `before`. */
    virtual Result<int> removeEvents(Instant before, int limit) = 0;

    /** By day, gateway, status, operator code, zone, error. */
    virtual Result<QList<domain::MessageTotal>> messageTotals(MailingId mailing) = 0;
    /** By day, actor, action. */
    virtual Result<QList<domain::EventTotal>> eventTotals() = 0;

    /** How many messages were removed; kept beside the totals for quick counts. */
    virtual Result<domain::StatusCounts> removedCounts(MailingId mailing) = 0;
    /** Added up from the totals, to hold against removedCounts(); MessageRepository::repairCounters() mends those. */
    virtual Result<domain::StatusCounts> recountRemoved(MailingId mailing) = 0;
};

} // namespace core::interfaces
