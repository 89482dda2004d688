// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/eventsqllog.h"

#include "core/storage/paging.h"

namespace core::storage {

namespace {

domain::Event readEvent(Row &row)
{
    domain::Event event;
    event.id = row.id<EventId>();
    event.at = row.instant();
    event.actor = row.text();
    event.action = row.text();
    event.mailing = row.id<MailingId>();
    event.client = row.id<ClientId>();
    event.message = row.id<MessageId>();
    event.before = row.text();
    event.after = row.text();
    return event;
}

} // namespace

EventSqlLog::EventSqlLog(Connection &connection) : m_connection(connection) {}

Status EventSqlLog::append(const domain::Event &event)
{
    Statement insert(m_connection, "event_insert");
    insert.bind(":at", event.at)
        .bind(":actor", event.actor)
        .bind(":action", event.action)
        .bind(":mailing_id", event.mailing)
        .bind(":client_id", event.client)
        .bind(":message_id", event.message)
        .bind(":before", event.before)
        .bind(":after", event.after);
    m_connection.noteChange(interfaces::Change::Events);
    return insert.run();
}

Result<domain::Page<domain::Event>> EventSqlLog::page(const interfaces::EventQuery &query,
                                                      const domain::PageRequest &request)
{
    static const PageStatements statements{"event_page_ascending", "event_page_descending", "event_page_after_ascending",
                                           "event_page_after_descending"};
    static const SortColumns columns{{QString(), {"event_sort_id", SortColumn::Type::Integer}}};
    Conditions conditions(m_connection);
    if (query.mailing.isValid())
        conditions.require("event_of_mailing", {{"mailing", query.mailing.value}});
    if (query.client.isValid())
        conditions.require("event_of_client", {{"client", query.client.value}});
    if (query.message.isValid())
        conditions.require("event_of_message", {{"message", query.message.value}});
    if (!query.actionPrefix.isEmpty())
        conditions.require("event_has_action", {{"prefix", query.actionPrefix}});
    return readPage<domain::Event>(m_connection, statements, columns, std::move(conditions), request, readEvent);
}

} // namespace core::storage
