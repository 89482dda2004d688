// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeeventlog.h"

#include "tests/support/fakepaging.h"

#include <QSet>
#include <algorithm>

namespace tests {

using core::domain::Event;
using core::interfaces::EventQuery;

namespace {

bool matchesQuery(const Event &event, const EventQuery &query)
{
    const bool inTime = (!query.since || event.at >= *query.since) && (!query.until || event.at < *query.until);
    return (!query.mailing.isValid() || query.mailing == event.mailing) &&
           (!query.client.isValid() || query.client == event.client) &&
           (!query.message.isValid() || query.message == event.message) && event.action.startsWith(query.actionPrefix) &&
           (query.actor.isEmpty() || query.actor == event.actor) && inTime;
}

} // namespace

FakeEventLog::FakeEventLog(FakeData &data) : m_data(data) {}

core::Status FakeEventLog::append(const Event &event)
{
    Event stored = event;
    stored.id = core::EventId{m_data.events.size() + m_data.removedEvents.size() + 1};
    m_data.events.append(stored);
    m_data.changes |= core::interfaces::Change::Events;
    return {};
}

QList<Event> FakeEventLog::matching(const EventQuery &query) const
{
    QList<Event> events = m_data.events;
    events.removeIf([&](const Event &event) { return !matchesQuery(event, query); });
    for (Event &event : events) {
        event.mailingName = m_data.mailings.value(event.mailing).mailing.name;
        event.clientPhone = m_data.clients.value(event.client).phone;
    }
    return events;
}

core::Result<core::domain::Page<Event>> FakeEventLog::page(const EventQuery &query, const core::domain::PageRequest &request)
{
    return pageOf(matching(query), request, [&query](const Event &event) {
        const QString when = query.isTimed() ? sortable(core::toMs(event.at)) : QString();
        return core::domain::PageKey{when, event.id.value};
    });
}

core::Result<qint64> FakeEventLog::count(const EventQuery &query)
{
    return matching(query).size();
}

core::Result<QStringList> FakeEventLog::actors()
{
    QSet<QString> labels;
    for (const Event &event : std::as_const(m_data.events))
        labels.insert(event.actor);
    QStringList sorted(labels.cbegin(), labels.cend());
    sorted.sort();
    return sorted;
}

core::Result<core::ClientId> FakeEventLog::deletedClient(core::domain::PhoneNumber phone)
{
    const QString member = QStringLiteral("\"phone\":\"%1\"").arg(phone.text());
    const auto last = std::find_if(m_data.events.crbegin(), m_data.events.crend(), [&member](const Event &event) {
        return event.action == u"client.delete" && event.before.contains(member);
    });
    return last == m_data.events.crend() ? core::ClientId() : last->client;
}

} // namespace tests
