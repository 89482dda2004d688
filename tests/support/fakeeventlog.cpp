// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeeventlog.h"

#include "tests/support/fakepaging.h"

namespace tests {

using core::domain::Event;
using core::interfaces::EventQuery;

namespace {

bool matchesQuery(const Event &event, const EventQuery &query)
{
    return (!query.mailing.isValid() || query.mailing == event.mailing) &&
           (!query.client.isValid() || query.client == event.client) &&
           (!query.message.isValid() || query.message == event.message) && event.action.startsWith(query.actionPrefix);
}

} // namespace

FakeEventLog::FakeEventLog(FakeData &data) : m_data(data) {}

core::Status FakeEventLog::append(const Event &event)
{
    Event stored = event;
    stored.id = core::EventId{m_data.events.size() + 1};
    m_data.events.append(stored);
    m_data.changes |= core::interfaces::Change::Events;
    return {};
}

core::Result<core::domain::Page<Event>> FakeEventLog::page(const EventQuery &query, const core::domain::PageRequest &request)
{
    QList<Event> events = m_data.events;
    events.removeIf([&](const Event &event) { return !matchesQuery(event, query); });
    return pageOf(events, request, [](const Event &event) { return core::domain::PageKey{QString(), event.id.value}; });
}

} // namespace tests
