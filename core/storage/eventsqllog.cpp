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
    event.mailingName = row.text();
    event.clientPhone = row.phone();
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

Conditions EventSqlLog::conditions(const interfaces::EventQuery &query) const
{
    const bool ofFew = query.mailing.isValid() || query.client.isValid() || query.message.isValid();
    Conditions conditions(m_connection);
    if (query.mailing.isValid())
        conditions.require("event_of_mailing", {{"mailing", query.mailing.value}});
    if (query.client.isValid())
        conditions.require("event_of_client", {{"client", query.client.value}});
    if (query.message.isValid())
        conditions.require("event_of_message", {{"message", query.message.value}});
    if (!query.actionPrefix.isEmpty())
        conditions.require("event_has_action", {{"prefix", query.actionPrefix}});
    if (!query.actor.isEmpty())
        conditions.require(ofFew ? "event_by_actor_among_few" : "event_by_actor", {{"actor", query.actor}});
    if (query.since)
        conditions.require("event_since", {{"since", toMs(*query.since)}});
    if (query.until)
        conditions.require("event_until", {{"until", toMs(*query.until)}});
    return conditions;
}

Result<domain::Page<domain::Event>> EventSqlLog::page(const interfaces::EventQuery &query,
                                                      const domain::PageRequest &request)
{
    static const PageStatements statements{"event_page_ascending", "event_page_descending", "event_page_after_ascending",
                                           "event_page_after_descending"};
    static const SortColumns byId{{QString(), {"event_sort_id", SortColumn::Type::Integer}}};
    static const SortColumns byTime{{QString(), {"event_sort_time", SortColumn::Type::Integer}}};
    return readPage<domain::Event>(m_connection, statements, query.isTimed() ? byTime : byId, conditions(query), request,
                                   readEvent);
}

Result<qint64> EventSqlLog::count(const interfaces::EventQuery &query)
{
    const Conditions conditions = this->conditions(query);
    Statement select(m_connection, "event_count", {{QStringLiteral("filter"), conditions.text()}});
    conditions.bindTo(select);
    return select.number();
}

Result<QStringList> EventSqlLog::actors()
{
    Statement select(m_connection, "event_actor_list");
    return select.list([](Row &row) { return row.text(); });
}

Result<ClientId> EventSqlLog::deletedClient(domain::PhoneNumber phone)
{
    Statement select(m_connection, "event_find_deleted_client");
    const QString pattern = QStringLiteral("%\"phone\":\"%1\"%").arg(phone.text());
    HELIOGRAPH_ASSIGN(const std::optional<ClientId> found,
                      select.bind(":phone", pattern).first([](Row &row) { return row.id<ClientId>(); }));
    return found.value_or(ClientId());
}

} // namespace core::storage
