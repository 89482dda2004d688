// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeretentionrepository.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace tests {

using core::domain::EventTotal;
using core::domain::MailingState;
using core::domain::MessageTotal;
using core::interfaces::Change;

namespace {

bool hasOldText(const FakeMessage &entry, core::Instant before)
{
    const core::domain::Message &message = entry.message;
    return core::domain::isFinal(message.status) && message.endedAt && *message.endedAt < before &&
           !(message.status == core::domain::MessageStatus::Unknown && entry.firm);
}

} // namespace

FakeRetentionRepository::FakeRetentionRepository(FakeData &data) : m_data(data) {}

core::Result<QList<core::MailingId>> FakeRetentionRepository::endedMailings(core::MailingId after, core::Instant before,
                                                                            int limit)
{
    QList<core::MailingId> ids;
    for (const FakeMailing &entry : std::as_const(m_data.mailings)) {
        if (after < entry.mailing.id && !removable(entry.mailing, before).isEmpty())
            ids.append(entry.mailing.id);
    }
    return ids.mid(0, limit);
}

core::Result<int> FakeRetentionRepository::removeMessages(core::MailingId mailing, core::Instant before, int limit,
                                                          core::Instant now)
{
    const QList<core::MessageId> ids = removable(m_data.mailings.value(mailing).mailing, before).mid(0, limit);
    if (ids.isEmpty())
        return 0;
    for (const core::MessageId id : ids) {
        const FakeMessage entry = m_data.messages.take(id);
        const core::domain::Client *client = m_data.client(entry.message.client);
        m_data.removed.append({entry.message, entry.gateway, client ? client->operatorCode : QString(),
                               client ? client->timezone : QString()});
    }
    m_data.mailings[mailing].mailing.messagesRemovedAt = now;
    m_data.changes |= Change::Messages;
    return int(ids.size());
}

core::Result<core::interfaces::OldTexts> FakeRetentionRepository::oldTexts(core::MessageId after, core::Instant before,
                                                                           int limit)
{
    core::interfaces::OldTexts old;
    int looked = 0;
    for (const FakeMessage &entry : std::as_const(m_data.messages)) { // by id
        if (!(after < entry.message.id) || entry.renderedText.isEmpty() || looked == limit)
            continue;
        ++looked;
        old.last = entry.message.id;
        if (hasOldText(entry, before))
            old.messages << entry.message.id;
    }
    if (looked < limit)
        old.last = {};
    return old;
}

core::Result<int> FakeRetentionRepository::removeTexts(const QList<core::MessageId> &messages, core::Instant before)
{
    int removed = 0;
    for (const core::MessageId id : messages) {
        const auto entry = m_data.messages.find(id);
        if (entry == m_data.messages.end() || !hasOldText(*entry, before))
            continue;
        entry->renderedText.clear();
        entry->textVersion = 0;
        ++removed;
        m_data.changes |= Change::Messages;
    }
    return removed;
}

core::Result<int> FakeRetentionRepository::removeEvents(core::Instant before, int limit)
{
    QList<core::domain::Event> old;
    for (const core::domain::Event &event : std::as_const(m_data.events)) {
        if (event.at < before)
            old.append(event);
    }
    std::stable_sort(old.begin(), old.end(), [](const auto &left, const auto &right) { return left.at < right.at; });
    old = old.mid(0, limit);
    for (const core::domain::Event &event : std::as_const(old))
        m_data.events.removeIf([&event](const core::domain::Event &other) { return other.id == event.id; });
    m_data.removedEvents += old;
    if (!old.isEmpty())
        m_data.changes |= Change::Events;
    return int(old.size());
}

core::Result<QList<MessageTotal>> FakeRetentionRepository::messageTotals(core::MailingId mailing)
{
    std::map<std::tuple<qint64, core::GatewayId, int, QString, QString, int, int>, MessageTotal> totals;
    for (const FakeRemoved &entry : std::as_const(m_data.removed)) {
        const core::domain::Message &message = entry.message;
        if (message.mailing != mailing)
            continue;
        const qint64 day = core::domain::dayOf(*message.endedAt);
        const auto &error = message.error;
        MessageTotal &total = totals[{day, entry.gateway, int(message.status), entry.operatorCode, entry.timezone,
                                      error ? int(error->kind) : -1, error ? error->httpStatus : 0}];
        total.day = day;
        total.gateway = entry.gateway;
        total.status = message.status;
        total.operatorCode = entry.operatorCode;
        total.timezone = entry.timezone;
        if (error) {
            total.errorKind = error->kind;
            total.errorStatus = error->httpStatus;
        }
        ++total.messages;
        total.segments += message.segments;
    }
    QList<MessageTotal> list;
    for (const auto &[key, total] : totals)
        list.append(total);
    return list;
}

core::Result<QList<EventTotal>> FakeRetentionRepository::eventTotals()
{
    std::map<std::tuple<qint64, QString, QString>, qint64> totals;
    for (const core::domain::Event &event : std::as_const(m_data.removedEvents))
        ++totals[{core::domain::dayOf(event.at), event.actor, event.action}];
    QList<EventTotal> list;
    for (const auto &[key, events] : totals)
        list.append({std::get<0>(key), std::get<1>(key), std::get<2>(key), events});
    return list;
}

core::Result<core::domain::StatusCounts> FakeRetentionRepository::removedCounts(core::MailingId mailing)
{
    return m_data.removedCounts(mailing);
}

core::Result<core::domain::StatusCounts> FakeRetentionRepository::recountRemoved(core::MailingId mailing)
{
    return m_data.removedCounts(mailing);
}

QList<core::MessageId> FakeRetentionRepository::removable(const core::domain::Mailing &mailing, core::Instant before) const
{
    const bool ended = mailing.state == MailingState::Finished || mailing.state == MailingState::Cancelled;
    QList<core::MessageId> ids;
    if (!ended || mailing.updatedAt >= before)
        return ids;
    for (const FakeMessage &entry : m_data.messages) {
        const core::domain::Message &message = entry.message;
        if (message.mailing == mailing.id && core::domain::isFinal(message.status) && message.endedAt &&
            *message.endedAt < before)
            ids.append(message.id);
    }
    return ids;
}

} // namespace tests
