// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/retentionsqlrepository.h"

#include "core/storage/jsontext.h"
#include "core/storage/messagereading.h"
#include "core/storage/statement.h"
#include "core/storage/statuschanges.h"

#include <map>
#include <tuple>

namespace core::storage {

namespace {

domain::MessageTotal readMessageTotal(Row &row)
{
    domain::MessageTotal total;
    total.day = row.integer();
    total.gateway = row.id<GatewayId>();
    total.status = row.enumerated<domain::MessageStatus>();
    total.operatorCode = row.text();
    total.timezone = row.text();
    if (const qint64 kind = row.integer(); kind >= 0)
        total.errorKind = static_cast<domain::AnswerKind>(kind);
    total.errorStatus = row.small();
    total.messages = row.integer();
    total.segments = row.integer();
    return total;
}

domain::EventTotal readEventTotal(Row &row)
{
    domain::EventTotal total;
    total.day = row.integer();
    total.actor = row.text();
    total.action = row.text();
    total.events = row.integer();
    return total;
}

} // namespace

RetentionSqlRepository::RetentionSqlRepository(Connection &connection) : m_connection(connection) {}

Result<QList<MailingId>> RetentionSqlRepository::endedMailings(MailingId after, Instant before, int limit)
{
    Statement select(m_connection, "retention_list_mailings");
    select.bind(":after", after.value).bind(":before", before).bind(":limit", limit);
    return select.list([](Row &row) { return row.id<MailingId>(); });
}

Result<int> RetentionSqlRepository::removeMessages(MailingId mailing, Instant before, int limit, Instant now)
{
    Statement mark(m_connection, "retention_mark_mailing");
    mark.bind(":mailing_id", mailing).bind(":before", before).bind(":now", now);
    HELIOGRAPH_ASSIGN(const qint64 marked, mark.runCounting());
    if (marked == 0)
        return 0;
    Statement select(m_connection, "retention_list_messages");
    select.bind(":mailing_id", mailing).bind(":before", before).bind(":limit", limit);
    HELIOGRAPH_ASSIGN(const QList<MessageId> ids, select.list([](Row &row) { return row.id<MessageId>(); }));
    const QString list = jsonNumbers(ids);
    for (const char *name :
         {"message_total_add", "mailing_removal_add", "message_attempt_delete", "message_text_delete", "message_delete"}) {
        Statement step(m_connection, name);
        HELIOGRAPH_TRY(step.bind(":ids", list).run());
    }
    // Nothing else of the mailing changed: the dispatcher need not read it again after each batch.
    m_connection.noteChange(interfaces::Change::Messages);
    return static_cast<int>(ids.size());
}

Result<interfaces::OldTexts> RetentionSqlRepository::oldTexts(MessageId after, Instant before, int limit)
{
    interfaces::OldTexts old;
    int looked = 0;
    Statement select(m_connection, "message_text_list");
    select.bind(":after", after.value).bind(":before", before).bind(":limit", limit);
    HELIOGRAPH_TRY(select.forEach([&](Row &row) {
        ++looked;
        old.last = row.id<MessageId>();
        if (row.flag())
            old.messages << old.last;
    }));
    if (looked < limit)
        old.last = {};
    return old;
}

Result<int> RetentionSqlRepository::removeTexts(const QList<MessageId> &messages, Instant before)
{
    Statement lock(m_connection, "message_text_lock");
    lock.bind(":ids", jsonNumbers(messages)).bind(":before", before);
    HELIOGRAPH_ASSIGN(const QList<MessageId> old, lock.list([](Row &row) { return row.id<MessageId>(); }));
    if (old.isEmpty())
        return 0;
    Statement remove(m_connection, "message_text_delete");
    HELIOGRAPH_TRY(remove.bind(":ids", jsonNumbers(old)).run());
    m_connection.noteChange(interfaces::Change::Messages);
    return static_cast<int>(old.size());
}

Result<int> RetentionSqlRepository::removeEvents(Instant before, int limit)
{
    std::map<std::tuple<qint64, QString, QString>, int> totals;
    int removed = 0;
    Statement remove(m_connection, "event_delete_old");
    HELIOGRAPH_TRY(remove.bind(":before", before).bind(":limit", limit).forEach([&totals, &removed](Row &row) {
        const qint64 day = row.integer();
        const QString actor = row.text();
        ++totals[{day, actor, row.text()}];
        ++removed;
    }));
    for (const auto &[key, events] : totals) {
        const auto &[day, actor, action] = key;
        Statement add(m_connection, "event_total_add");
        add.bind(":day", day).bind(":actor", actor).bind(":action", action).bind(":events", events);
        HELIOGRAPH_TRY(add.run());
    }
    if (removed > 0)
        m_connection.noteChange(interfaces::Change::Events);
    return removed;
}

Result<QList<domain::MessageTotal>> RetentionSqlRepository::messageTotals(MailingId mailing)
{
    Statement select(m_connection, "message_total_list");
    return select.bind(":mailing_id", mailing).list(readMessageTotal);
}

Result<QList<domain::EventTotal>> RetentionSqlRepository::eventTotals()
{
    Statement select(m_connection, "event_total_list");
    return select.list(readEventTotal);
}

Result<domain::StatusCounts> RetentionSqlRepository::removedCounts(MailingId mailing)
{
    return MessageReading(m_connection).countsOf("mailing_removal_find", mailing);
}

Result<domain::StatusCounts> RetentionSqlRepository::recountRemoved(MailingId mailing)
{
    return MessageReading(m_connection).countsOf("message_total_recount", mailing);
}

} // namespace core::storage
