// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Adds up what one transaction does to messages, and writes it to everything that counts: the counters of each mailing, its
 * errors, the throughput and the activity of the workspace.
 */
#pragma once

#include "core/domain/statistics.h"

#include <QMap>
#include <optional>

namespace core::storage {

class Connection;
class Row;
class Statement;

/** A message as it is before a change of its status. */
struct HeldMessage
{
    MessageId id;
    MailingId mailing;
    domain::MessageStatus status = domain::MessageStatus::Pending;
    bool firm = false;
    int attempts = 0;
    GatewayId gateway;
    std::optional<domain::MessageError> error; ///< without its text
    std::optional<Instant> endedAt;
};

/** Reads `error_kind` and `error_status`. */
[[nodiscard]] std::optional<domain::MessageError> readErrorKind(Row &row);

/** Reads the columns of `message_held_columns`. */
[[nodiscard]] HeldMessage readHeldMessage(Row &row);

/**
 * Promises: whatever is added is in the counters after write(), in the same transaction; one statement per mailing and
 * table, and per ten seconds where a table counts by those. Thread: that of the connection. Lives within one transaction.
 */
class StatusChanges
{
public:
    void addCreated(MailingId mailing, qint64 number);
    /** The message comes to `to`, with its error as it is then. */
    void add(const HeldMessage &before, domain::MessageStatus to, const std::optional<domain::MessageError> &errorThen,
             Instant at);
    /** The same for a message that keeps its error. */
    void add(const HeldMessage &before, domain::MessageStatus to, Instant at) { add(before, to, before.error, at); }

    Status write(Connection &connection);

private:
    struct ErrorChange
    {
        qint64 ended = 0;
        qint64 waiting = 0;
    };

    struct MailingChange
    {
        void addError(domain::MessageStatus status, const std::optional<domain::MessageError> &error, qint64 number);

        domain::StatusCounts counts;
        std::optional<Instant> firstSentAt;
        std::optional<Instant> lastSentAt;
        QMap<std::pair<int, int>, ErrorChange> errors; ///< by kind, HTTP status
        QMap<qint64, domain::ThroughputSlot> slots10s; ///< by number of the slot
    };

    Status writeMailing(Connection &connection, MailingId id, const MailingChange &change);

    QMap<MailingId, MailingChange> m_mailings;
    QMap<std::pair<qint64, int>, qint64> m_activity; ///< slot, status
};

/** Number of the slot of ten seconds that holds `at`. */
[[nodiscard]] qint64 slotOf(Instant at);
[[nodiscard]] Instant slotBegin(qint64 slot);

/** Reads ten counters in the order of domain::allMessageStatuses. */
[[nodiscard]] domain::StatusCounts readCounts(Row &row);

/** Binds `:pending` … `:unknown`. */
void bindCounts(Statement &statement, const domain::StatusCounts &counts);

} // namespace core::storage
