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
    if (digits.size() == phoneDigits)
        conditions.require("message_has_phone", {{"phone", digits.toLongLong()}});
    else if (!query.phone.trimmed().isEmpty())
        conditions.require("message_has_digits", {{"digits", digits.isEmpty() ? query.phone.trimmed() : digits}});
    if (!query.errorLabel.isEmpty()) {
        HELIOGRAPH_ASSIGN(const QString errors, errorsLabelled(query));
        conditions.require("message_has_error_of", {{"errors", errors}});
    }
    return conditions;
}

Result<domain::Page<Message>> MessageReading::page(const MessageQuery &query, const domain::PageRequest &request)
{
    static const SortColumns byId{{QString(), {"", SortColumn::Type::Integer}}};
    HELIOGRAPH_ASSIGN(const PagePlan plan, pagePlan(byId, request));
    HELIOGRAPH_ASSIGN(Conditions shared, conditions(query));
    if (plan.after)
        shared.require(request.descending ? "message_is_before" : "message_is_after", {{"id", plan.after->id}});

    QList<Message> rows;
    const auto readInto = [&](const Conditions &conditions) -> Status {
        Statement select(m_connection, request.descending ? "message_page_descending" : "message_page_ascending",
                         {{QStringLiteral("filter"), conditions.text()}});
        conditions.bindTo(select);
        select.bind(":limit", plan.limit + 1);
        return select.forEach([&rows](Row &row) { rows << readMessage(row); });
    };
    const bool ofOneClient = query.client.isValid() || !query.phone.trimmed().isEmpty();
    if (query.mailing.isValid() || (!query.statuses.isEmpty() && !ofOneClient)) {
        // The index is (mailing, status, id) or (status, id): a page of each status in order, merged, reads no more than it
        // shows.
        QList<MessageStatus> statuses = query.statuses;
        if (statuses.isEmpty())
            statuses = QList<MessageStatus>(domain::allMessageStatuses.begin(), domain::allMessageStatuses.end());
        for (const MessageStatus status : std::as_const(statuses)) {
            Conditions ofStatus = shared;
            ofStatus.require(query.mailing.isValid() ? "message_has_status" : "message_has_status_anywhere",
                             {{"status", static_cast<int>(status)}});
            HELIOGRAPH_TRY(readInto(ofStatus));
        }
    } else {
        QList<qint64> statuses;
        for (const MessageStatus status : query.statuses)
            statuses << static_cast<qint64>(status);
        if (!statuses.isEmpty())
            shared.require("message_has_status_of", {{"statuses", jsonNumbers(statuses)}});
        HELIOGRAPH_TRY(readInto(shared));
    }

    std::sort(rows.begin(), rows.end(), [&request](const Message &left, const Message &right) {
        return request.descending ? left.id > right.id : left.id < right.id;
    });
    domain::Page<Message> page;
    page.rows = rows.mid(0, plan.limit);
    if (rows.size() > plan.limit)
        page.next = domain::encodedCursor({page.rows.last().id.text(), page.rows.last().id.value});
    return page;
}

Result<qint64> MessageReading::count(const MessageQuery &query)
{
    const bool byCountersOnly = !query.client.isValid() && query.phone.trimmed().isEmpty() && query.errorLabel.isEmpty();
    if (byCountersOnly) {
        Statement select(m_connection, query.mailing.isValid() ? "counters_find" : "counters_sum");
        if (query.mailing.isValid())
            select.bind(":mailing_id", query.mailing);
        HELIOGRAPH_ASSIGN(const std::optional<domain::StatusCounts> counts, select.first(readCounts));
        if (!counts || query.statuses.isEmpty())
            return counts ? counts->total() : 0;
        qint64 number = 0;
        for (const MessageStatus status : domain::allMessageStatuses)
            number += query.statuses.contains(status) ? (*counts)[status] : 0;
        return number;
    }

    HELIOGRAPH_ASSIGN(Conditions conditions, this->conditions(query));
    if (!query.statuses.isEmpty()) {
        QList<qint64> statuses;
        for (const MessageStatus status : query.statuses)
            statuses << static_cast<qint64>(status);
        conditions.require("message_has_status_of", {{"statuses", jsonNumbers(statuses)}});
    }
    Statement select(m_connection, "message_count", {{QStringLiteral("filter"), conditions.text()}});
    conditions.bindTo(select);
    return select.number();
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
    domain::StatusCounts counts;
    Statement select(m_connection, "message_recount");
    HELIOGRAPH_TRY(select.bind(":mailing_id", mailing).forEach([&counts](Row &row) {
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
    for (const char *statement : {"mailing_error_delete", "mailing_error_recount"}) {
        Statement errors(m_connection, statement);
        HELIOGRAPH_TRY(errors.bind(":mailing_id", mailing).run());
    }
    m_connection.noteChange(interfaces::Change::Messages);
    return {};
}

} // namespace core::storage
