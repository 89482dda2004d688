// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Numbers of messages by status, and what pages, scripts and reports show of them.
 */
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/domain/mailing.h"
#include "core/domain/message.h"

#include <QList>
#include <array>

namespace core::domain {

/** A number for every status. Adds up to the total by construction. */
struct StatusCounts
{
    std::array<qint64, allMessageStatuses.size()> counts{};

    [[nodiscard]] qint64 &operator[](MessageStatus status) { return counts[static_cast<std::size_t>(status)]; }
    [[nodiscard]] qint64 operator[](MessageStatus status) const { return counts[static_cast<std::size_t>(status)]; }
    [[nodiscard]] qint64 total() const;
    /** Every final status, `sent` included. */
    [[nodiscard]] qint64 done() const;
    StatusCounts &operator+=(const StatusCounts &other);

    bool operator==(const StatusCounts &) const = default;
};

struct ErrorCount
{
    QString label;      ///< "HTTP 500", "timeout"
    qint64 count = 0;   ///< messages that ended with it
    qint64 waiting = 0; ///< pending messages that failed with it last and will be tried again

    [[nodiscard]] qint64 total() const { return count + waiting; }

    bool operator==(const ErrorCount &) const = default;
};

/** Messages accepted and failed within one slot of time. */
struct ThroughputSlot
{
    static constexpr std::chrono::seconds width{10};

    Instant at{}; ///< the slot's beginning
    qint64 sent = 0;
    qint64 failed = 0;

    bool operator==(const ThroughputSlot &) const = default;
};

/** A row of a breakdown: by time zone or by operator code. */
struct BreakdownRow
{
    QString key;
    StatusCounts counts;
};

struct Forecast
{
    std::optional<Instant> doneAt; ///< nothing: cannot be said (no rate yet, or nothing moves)
    qint64 willExpire = 0;
};

struct MailingStatistics
{
    MailingId mailing;
    MailingState state = MailingState::Draft;
    StatusCounts counts;
    bool choosing = false; ///< it has begun, and not all of its recipients are counted yet
    double rate = 0;       ///< accepted per second, over the last 30 s
    Forecast forecast;
    std::optional<Instant> firstSentAt;
    std::optional<Instant> lastSentAt;
    QList<ErrorCount> errors; ///< most frequent first, at most 10
};

/** A mailing as lists show it. */
struct MailingSummary
{
    Mailing mailing;
    StatusCounts counts;
    double rate = 0;       ///< accepted per second, over the last 30 s
    bool choosing = false; ///< it has begun, and not all of its recipients are counted yet
};

/** Messages of the mailings that name one gateway. */
struct GatewayCounts
{
    GatewayId gateway; ///< invalid: none
    StatusCounts counts;
};

struct WorkspaceStatistics
{
    std::array<qint64, 6> mailingsByState{}; ///< indexed by MailingState
    StatusCounts messages;
    QList<MailingSummary> mailings; ///< newest first
};

} // namespace core::domain
