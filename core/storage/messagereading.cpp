// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/messagereading.h"

#include "core/storage/jsontext.h"
#include "core/storage/paging.h"
#include "core/storage/statuschanges.h"

#include <algorithm>

namespace core::storage {

using domain::Message;
using domain::MessageStatus;
using interfaces::MessageQuery;

namespace {

constexpr qsizetype phoneDigits = 11;

Message readMessage(Row &row)
{
    Message message;
    message.id = row.id<MessageId>();
    message.mailing = row.id<MailingId>();
    message.client = row.id<ClientId>();
    message.phone = row.phone();
    message.status = row.enumerated<MessageStatus>();
    message.attempts = row.small();
    message.segments = row.small();
    message.createdAt = row.instant();
    message.sentAt = row.optionalInstant();
    message.deliveredAt = row.optionalInstant();
    message.endedAt = row.optionalInstant();
    message.nextAttemptAt = row.optionalInstant();
    if (message.status != MessageStatus::Pending)
        message.nextAttemptAt.reset();
    const std::optional<qint64> errorKind = row.optionalInteger();
    const int errorStatus = row.small();
    const QString errorText = row.text();
    if (errorKind)
        message.error = domain::MessageError{static_cast<domain::AnswerKind>(*errorKind), errorStatus, errorText};
    message.gatewayMessageId = row.text();
    message.clientName = row.text();
    message.mailingName = row.text();
    return message;
}

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar character : text) {
        if (character.isDigit())
            digits += QChar(u'0' + character.digitValue());
    }
    if (digits.size() == phoneDigits && digits.startsWith(u'8'))
        digits[0] = u'7';
    return digits;
}

bool isWholePhone(const MessageQuery &query)
{
    return digitsOf(query.phone).size() == phoneDigits;
}

/** The statuses that the query can find anything in. */
QList<MessageStatus> statusesOf(const MessageQuery &query)
{
    static const QList<MessageStatus> withErrors{MessageStatus::Pending, MessageStatus::Undelivered, MessageStatus::Failed,
                                                 MessageStatus::Unknown};
    QList<MessageStatus> statuses;
    for (const MessageStatus status : domain::allMessageStatuses) {
        const bool asked = query.statuses.isEmpty() || query.statuses.contains(status);
        const bool mayHaveEnded = !query.isTimed() || domain::isFinal(status);
        if (asked && mayHaveEnded && (query.errorLabel.isEmpty() || withErrors.contains(status)))
            statuses << status;
    }
    return statuses;
}

/**
 * The indexes are (mailing, status) and, for final ones, (status), each by id or by end: statuses one by one, each in
 * order, read no more than they show. Of one client or phone there are few messages, and of all of them the order of ids is
 * that of the table.
 */
bool goesByStatus(const MessageQuery &query)
{
    if (query.isTimed() || query.mailing.isValid() || !query.errorLabel.isEmpty())
        return true;
    return !query.statuses.isEmpty() && !query.client.isValid() && !isWholePhone(query);
}

} // namespace

MessageReading::MessageReading(Connection &connection) : m_connection(connection) {}

Result<QString> MessageReading::errorsLabelled(const MessageQuery &query)
{
    Statement select(m_connection, query.mailing.isValid() ? "mailing_error_list" : "mailing_error_list_all");
    if (query.mailing.isValid())
        select.bind(":mailing_id", query.mailing);
    JsonRows rows;
    HELIOGRAPH_TRY(select.forEach([&](Row &row) {
        const int kind = row.small();
        const int httpStatus = row.small();
        if (domain::errorLabel(static_cast<domain::AnswerKind>(kind), httpStatus) == query.errorLabel)
            rows.beginRow().add(kind).add(httpStatus);
    }));
    return rows.text();
}

Result<Conditions> MessageReading::conditions(const MessageQuery &query)
{
    Conditions conditions(m_connection);
    if (query.mailing.isValid())
        conditions.require("message_of_mailing", {{"mailing", query.mailing.value}});
    if (query.client.isValid())
        conditions.require("message_of_client", {{"client", query.client.value}});
    const QString digits = digitsOf(query.phone);
    if (isWholePhone(query))
        conditions.require("message_has_phone", {{"phone", digits.toLongLong()}});
    else if (!query.phone.trimmed().isEmpty())
        conditions.require("message_has_digits", {{"digits", digits.isEmpty() ? query.phone.trimmed() : digits}});
    if (!query.errorLabel.isEmpty()) {
        HELIOGRAPH_ASSIGN(const QString errors, errorsLabelled(query));
        conditions.require("message_has_error_of", {{"errors", errors}});
    }
    if (query.since)
        conditions.require("message_ended_since", {{"since", toMs(*query.since)}});
    if (query.until)
        conditions.require("message_ended_until", {{"until", toMs(*query.until)}});
    return conditions;
}

Result<std::vector<Conditions>> MessageReading::parts(const MessageQuery &query)
{
    HELIOGRAPH_ASSIGN(const Conditions shared, conditions(query));
    if (!goesByStatus(query)) {
        Conditions all = shared;
        QList<qint64> numbers;
        for (const MessageStatus status : query.statuses)
            numbers << static_cast<qint64>(status);
        if (!numbers.isEmpty())
            all.require("message_has_status_of", {{"statuses", jsonNumbers(numbers)}});
        return std::vector{all};
    }
    std::vector<Conditions> parts;
    const auto addPart = [&](const char *fragment, const Conditions::Values &values) -> Conditions & {
        parts.push_back(shared);
        parts.back().require(fragment, values);
        return parts.back();
    };
    const auto addOfStatus = [&](MessageStatus status) -> Conditions & {
        if (status == MessageStatus::Sending)
            return addPart("message_is_sending", {});
        return addPart("message_has_status", {{"status", static_cast<int>(status)}});
    };
    for (const MessageStatus status : statusesOf(query)) {
        if (status == MessageStatus::Pending && !query.errorLabel.isEmpty()) {
            addPart("message_waits_again", {});
        } else if (query.mailing.isValid()) {
            addOfStatus(status);
        } else if (domain::isFinal(status)) {
            addPart("message_has_final_status", {{"status", static_cast<int>(status)}});
        } else {
            HELIOGRAPH_ASSIGN(const QList<MailingId> mailings, mailingsThatHave(status));
            for (const MailingId mailing : mailings)
                addOfStatus(status).require("message_of_mailing", {{"mailing", mailing.value}});
        }
    }
    return parts;
}

Result<QList<MailingId>> MessageReading::mailingsThatHave(MessageStatus unfinished)
{
    Statement select(m_connection, unfinished == MessageStatus::Pending ? "counters_list_pending" : "counters_list_sending");
    return select.list([](Row &row) { return row.id<MailingId>(); });
}

Result<domain::Page<Message>> MessageReading::page(const MessageQuery &query, const domain::PageRequest &request)
{
    static const SortColumns byId{{QString(), {"", SortColumn::Type::Integer}}};
    HELIOGRAPH_ASSIGN(const PagePlan plan, pagePlan(byId, request));
    HELIOGRAPH_ASSIGN(auto parts, this->parts(query));
    const bool timed = query.isTimed();
    const bool down = request.descending;
    const char *const statement = timed ? (down ? "message_page_by_end_descending" : "message_page_by_end_ascending")
                                        : (down ? "message_page_descending" : "message_page_ascending");

    const auto keyOf = [timed](const Message &message) {
        return std::pair(timed ? toMs(message.endedAt.value_or(Instant{})) : message.id.value, message.id.value);
    };
    QList<Message> rows; // the best of what was read
    for (Conditions &part : parts) {
        if (plan.after && timed) {
            part.require(down ? "message_ended_before_row" : "message_ended_after_row",
                         {{"ended", plan.after->sortValue.toLongLong()}, {"id", plan.after->id}});
        } else if (plan.after) {
            part.require(down ? "message_is_before" : "message_is_after", {{"id", plan.after->id}});
        }
        if (!timed && rows.size() > plan.limit) // of many mailings, most have nothing that is better
            part.require(down ? "message_is_after" : "message_is_before", {{"id", rows.last().id.value}});
        Statement select(m_connection, statement, {{QStringLiteral("filter"), part.text()}});
        part.bindTo(select);
        select.bind(":limit", plan.limit + 1);
        HELIOGRAPH_TRY(select.forEach([&rows](Row &row) { rows << readMessage(row); }));
        std::sort(rows.begin(), rows.end(), [&](const Message &left, const Message &right) {
            return down ? keyOf(left) > keyOf(right) : keyOf(left) < keyOf(right);
        });
        rows.resize(std::min<qsizetype>(rows.size(), plan.limit + 1));
    }

    domain::Page<Message> page;
    page.rows = rows.mid(0, plan.limit);
    if (rows.size() > plan.limit) {
        const auto [sortValue, id] = keyOf(page.rows.last());
        page.next = domain::encodedCursor({QString::number(sortValue), id});
    }
    return page;
}

Result<qint64> MessageReading::count(const MessageQuery &query)
{
    const bool byCountersOnly = !query.client.isValid() && query.phone.trimmed().isEmpty() && query.errorLabel.isEmpty();
    if (byCountersOnly && !query.isTimed()) {
        HELIOGRAPH_ASSIGN(const domain::StatusCounts counts, countsLeft(query.mailing));
        qint64 number = 0;
        for (const MessageStatus status : statusesOf(query))
            number += counts[status];
        return number;
    }

    HELIOGRAPH_ASSIGN(const auto parts, this->parts(query));
    qint64 number = 0;
    for (const Conditions &part : parts) {
        Statement select(m_connection, "message_count", {{QStringLiteral("filter"), part.text()}});
        part.bindTo(select);
        HELIOGRAPH_ASSIGN(const qint64 counted, select.number());
        number += counted;
    }
    return number;
}

Result<domain::StatusCounts> MessageReading::countsLeft(MailingId mailing)
{
    Statement select(m_connection, mailing.isValid() ? "counters_find" : "counters_sum");
    if (mailing.isValid())
        select.bind(":mailing_id", mailing);
    HELIOGRAPH_ASSIGN(const std::optional<domain::StatusCounts> ever, select.first(readCounts));
    HELIOGRAPH_ASSIGN(const domain::StatusCounts removed,
                      countsOf(mailing.isValid() ? "mailing_removal_find" : "mailing_removal_sum", mailing));
    domain::StatusCounts left = ever.value_or(domain::StatusCounts());
    for (const MessageStatus status : domain::allMessageStatuses)
        left[status] -= removed[status];
    return left;
}

Result<Message> MessageReading::find(MessageId id)
{
    Statement select(m_connection, "message_find");
    HELIOGRAPH_ASSIGN(const std::optional<Message> message, select.bind(":id", id).first(readMessage));
    if (!message)
        return Failure(Error::make(ErrorKind::NotFound, "message.unknown", {id.text()}));
    return *message;
}

Result<QList<domain::Attempt>> MessageReading::attempts(MessageId id)
{
    Statement select(m_connection, "message_attempt_list");
    return select.bind(":id", id).list([](Row &row) {
        domain::Attempt attempt;
        attempt.number = row.small();
        attempt.at = row.instant();
        attempt.kind = row.enumerated<domain::AnswerKind>();
        attempt.httpStatus = row.small();
        attempt.answer = row.text();
        return attempt;
    });
}

Result<std::optional<QString>> MessageReading::sentText(MessageId id)
{
    Statement select(m_connection, "message_text_find");
    HELIOGRAPH_ASSIGN(const auto found, select.bind(":id", id).first([](Row &row) {
        const std::optional<QString> version = row.optionalText();
        const std::optional<QString> rendered = row.optionalText();
        return version ? version : rendered;
    }));
    return found.value_or(std::nullopt);
}

Result<QList<domain::BreakdownRow>> MessageReading::breakdown(const char *statement, MailingId mailing)
{
    QList<domain::BreakdownRow> rows;
    Statement select(m_connection, statement);
    HELIOGRAPH_TRY(select.bind(":mailing_id", mailing).forEach([&rows](Row &row) {
        const QString key = row.text();
        if (rows.isEmpty() || rows.last().key != key)
            rows << domain::BreakdownRow{key, {}};
        const MessageStatus status = row.enumerated<MessageStatus>();
        rows.last().counts[status] += row.integer();
    }));
    return rows;
}

Result<QMap<QString, qint64>> MessageReading::pendingByTimezone(MailingId mailing, int sample)
{
    QMap<QString, qint64> zones;
    Statement select(m_connection, "message_sample_pending_by_timezone");
    HELIOGRAPH_TRY(select.bind(":mailing_id", mailing).bind(":sample", sample).forEach([&zones](Row &row) {
        const QString zone = row.text();
        zones[zone] = row.integer();
    }));
    return zones;
}

Result<double> MessageReading::pendingShareDueFrom(MailingId mailing, Instant from, int sample)
{
    double share = 0;
    Statement select(m_connection, "message_sample_due_from");
    select.bind(":mailing_id", mailing).bind(":from", from).bind(":sample", sample);
    HELIOGRAPH_TRY(select.forEach([&share](Row &row) {
        const auto due = double(row.integer());
        const qint64 looked = row.integer();
        share = looked > 0 ? due / double(looked) : 0;
    }));
    return share;
}

Result<domain::StatusCounts> MessageReading::countsSince(Instant since)
{
    domain::StatusCounts counts;
    Statement select(m_connection, "activity_since");
    HELIOGRAPH_TRY(select.bind(":slot", slotOf(since)).forEach([&counts](Row &row) {
        const MessageStatus status = row.enumerated<MessageStatus>();
        counts[status] = row.integer();
    }));
    return counts;
}

Result<domain::StatusCounts> MessageReading::recount(MailingId mailing)
{
    return countsOf("message_recount", mailing);
}

Result<domain::StatusCounts> MessageReading::countsOf(const char *statement, MailingId mailing)
{
    domain::StatusCounts counts;
    Statement select(m_connection, statement);
    if (mailing.isValid())
        select.bind(":mailing_id", mailing);
    HELIOGRAPH_TRY(select.forEach([&counts](Row &row) {
        const MessageStatus status = row.enumerated<MessageStatus>();
        counts[status] = row.integer();
    }));
    return counts;
}

Status MessageReading::repairCounters(MailingId mailing)
{
    HELIOGRAPH_ASSIGN(const domain::StatusCounts counts, recount(mailing));
    Statement set(m_connection, "counters_set");
    bindCounts(set, counts);
    HELIOGRAPH_TRY(set.bind(":mailing_id", mailing).run());
    for (const char *statement :
         {"mailing_error_delete", "mailing_error_recount", "mailing_removal_delete", "mailing_removal_recount"}) {
        Statement anew(m_connection, statement);
        HELIOGRAPH_TRY(anew.bind(":mailing_id", mailing).run());
    }
    m_connection.noteChange(interfaces::Change::Messages);
    return {};
}

} // namespace core::storage
