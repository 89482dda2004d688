// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/statuschanges.h"

#include "core/storage/statement.h"

namespace core::storage {

using domain::MessageError;
using domain::MessageStatus;

namespace {

/** Statuses that ended with their error, in the statistics of the mailing. */
bool countsAsError(MessageStatus status)
{
    return status == MessageStatus::Failed || status == MessageStatus::Unknown || status == MessageStatus::Undelivered;
}

} // namespace

std::optional<MessageError> readErrorKind(Row &row)
{
    const std::optional<qint64> kind = row.optionalInteger();
    const int httpStatus = row.small();
    return kind ? std::optional(MessageError{static_cast<domain::AnswerKind>(*kind), httpStatus, {}}) : std::nullopt;
}

HeldMessage readHeldMessage(Row &row)
{
    HeldMessage held;
    held.id = row.id<MessageId>();
    held.mailing = row.id<MailingId>();
    held.status = row.enumerated<MessageStatus>();
    held.firm = row.flag();
    held.attempts = row.small();
    held.gateway = row.id<GatewayId>();
    held.error = readErrorKind(row);
    held.endedAt = row.optionalInstant();
    return held;
}

qint64 slotOf(Instant at)
{
    return toMs(at) / Milliseconds(domain::ThroughputSlot::width).count();
}

Instant slotBegin(qint64 slot)
{
    return Instant{slot * Milliseconds(domain::ThroughputSlot::width)};
}

domain::StatusCounts readCounts(Row &row)
{
    domain::StatusCounts counts;
    for (const MessageStatus status : domain::allMessageStatuses)
        counts[status] = row.integer();
    return counts;
}

void bindCounts(Statement &statement, const domain::StatusCounts &counts)
{
    static constexpr std::array names{":pending", ":sending", ":sent",      ":delivered", ":undelivered",
                                      ":failed",  ":expired", ":cancelled", ":opted_out", ":unknown"};
    static_assert(names.size() == domain::allMessageStatuses.size());
    for (std::size_t i = 0; i < names.size(); ++i)
        statement.bind(names[i], counts.counts[i]);
}

void StatusChanges::MailingChange::addError(MessageStatus status, const std::optional<MessageError> &error, qint64 number)
{
    if (!error || !(countsAsError(status) || status == MessageStatus::Pending))
        return;
    ErrorChange &change = errors[{static_cast<int>(error->kind), error->httpStatus}];
    (status == MessageStatus::Pending ? change.waiting : change.ended) += number;
}

void StatusChanges::addCreated(MailingId mailing, qint64 number)
{
    m_mailings[mailing].counts[MessageStatus::Pending] += number;
}

void StatusChanges::add(const HeldMessage &before, MessageStatus to, const std::optional<MessageError> &errorThen,
                        Instant at)
{
    const MessageStatus from = before.status;
    MailingChange &change = m_mailings[before.mailing];
    --change.counts[from];
    ++change.counts[to];
    change.addError(from, before.error, -1);
    change.addError(to, errorThen, 1);

    // It counts where it ended last, and once.
    if (domain::isFinal(from) && before.endedAt)
        --m_activity[{slotOf(*before.endedAt), static_cast<int>(from)}];
    if (!domain::isFinal(to))
        return;
    const qint64 slot = slotOf(at);
    ++m_activity[{slot, static_cast<int>(to)}];
    if (to == MessageStatus::Sent) {
        ++change.slots10s[slot].sent;
        change.firstSentAt = std::min(change.firstSentAt.value_or(at), at);
        change.lastSentAt = std::max(change.lastSentAt.value_or(at), at);
    } else if (countsAsError(to)) {
        ++change.slots10s[slot].failed;
    }
}

Status StatusChanges::write(Connection &connection)
{
    for (auto change = m_mailings.cbegin(); change != m_mailings.cend(); ++change)
        HELIOGRAPH_TRY(writeMailing(connection, change.key(), change.value()));
    for (auto entry = m_activity.cbegin(); entry != m_activity.cend(); ++entry) {
        Statement change(connection, "activity_change");
        change.bind(":slot", entry.key().first).bind(":status", entry.key().second).bind(":change", entry.value());
        HELIOGRAPH_TRY(change.run());
    }
    if (!m_mailings.isEmpty())
        connection.noteChange(interfaces::Change::Messages);
    return {};
}

Status StatusChanges::writeMailing(Connection &connection, MailingId id, const MailingChange &change)
{
    Statement counters(connection, "counters_change");
    bindCounts(counters, change.counts);
    counters.bind(":first_sent_at", change.firstSentAt).bind(":last_sent_at", change.lastSentAt).bind(":mailing_id", id);
    HELIOGRAPH_TRY(counters.run());

    for (auto error = change.errors.cbegin(); error != change.errors.cend(); ++error) {
        Statement count(connection, "mailing_error_change");
        count.bind(":mailing_id", id).bind(":kind", error.key().first).bind(":http_status", error.key().second);
        HELIOGRAPH_TRY(count.bind(":ended", error->ended).bind(":waiting", error->waiting).run());
    }
    for (auto slot = change.slots10s.cbegin(); slot != change.slots10s.cend(); ++slot) {
        Statement count(connection, "throughput_change");
        count.bind(":mailing_id", id).bind(":slot", slot.key()).bind(":sent", slot->sent).bind(":failed", slot->failed);
        HELIOGRAPH_TRY(count.run());
    }
    return {};
}

} // namespace core::storage
