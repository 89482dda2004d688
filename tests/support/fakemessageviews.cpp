// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of FakeMessageRepository that people look at.

#include "tests/support/fakemessagerepository.h"
#include "tests/support/fakepaging.h"

namespace tests {

using core::domain::BreakdownRow;
using core::domain::Message;
using core::interfaces::MessageQuery;

namespace {

core::Error unknownMessage()
{
    return core::Error::make(core::ErrorKind::NotFound, "message.unknown");
}

bool matchesQuery(const Message &message, const MessageQuery &query)
{
    const bool inTime = !query.isTimed() || (message.endedAt && (!query.since || *message.endedAt >= *query.since) &&
                                             (!query.until || *message.endedAt < *query.until));
    return (!query.mailing.isValid() || query.mailing == message.mailing) &&
           (!query.client.isValid() || query.client == message.client) &&
           (query.statuses.isEmpty() || query.statuses.contains(message.status)) &&
           (query.phone.isEmpty() || message.phone.text().contains(query.phone)) &&
           (query.errorLabel.isEmpty() || query.errorLabel == endedWith(message) ||
            query.errorLabel == waitsAfter(message)) &&
           inTime;
}

} // namespace

core::Result<core::domain::Page<Message>> FakeMessageRepository::page(const MessageQuery &query,
                                                                      const core::domain::PageRequest &request)
{
    return pageOf(matching(query), request, [&query](const Message &message) {
        const QString when = query.isTimed() ? sortable(core::toMs(*message.endedAt)) : QString();
        return core::domain::PageKey{when, message.id.value};
    });
}

core::Result<qint64> FakeMessageRepository::count(const MessageQuery &query)
{
    return matching(query).size();
}

core::Result<Message> FakeMessageRepository::find(core::MessageId id)
{
    const auto found = m_data.messages.constFind(id);
    if (found == m_data.messages.cend())
        return core::Failure(unknownMessage());
    return shown(*found);
}

core::Result<QList<core::domain::Attempt>> FakeMessageRepository::attempts(core::MessageId id)
{
    return m_data.messages.value(id).attempts;
}

core::Result<std::optional<QString>> FakeMessageRepository::sentText(core::MessageId id)
{
    const auto found = m_data.messages.constFind(id);
    if (found == m_data.messages.cend())
        return core::Failure(unknownMessage());
    return textOf(*found);
}

core::Result<QList<BreakdownRow>> FakeMessageRepository::byTimezone(core::MailingId mailing)
{
    return breakdown(mailing, &FakeRemoved::timezone, [&](const FakeMessage &entry) {
        const core::domain::Client *client = m_data.client(entry.message.client);
        return client ? client->timezone : QString();
    });
}

core::Result<double> FakeMessageRepository::pendingShareDueFrom(core::MailingId mailing, core::Instant from, int)
{
    double due = 0;
    double all = 0;
    for (const FakeMessage &entry : std::as_const(m_data.messages)) {
        if (entry.message.mailing != mailing || entry.message.status != core::domain::MessageStatus::Pending)
            continue;
        all += 1;
        due += *entry.message.nextAttemptAt >= from ? 1 : 0;
    }
    return all > 0 ? due / all : 0.0;
}

core::Result<QMap<QString, qint64>> FakeMessageRepository::pendingByTimezone(core::MailingId mailing, int sample)
{
    QMap<qint64, QString> pending;
    for (const FakeMessage &entry : std::as_const(m_data.messages)) {
        const core::domain::Client *client = m_data.client(entry.message.client);
        if (entry.message.mailing == mailing && entry.message.status == core::domain::MessageStatus::Pending)
            pending.insert(entry.message.id.value, client ? client->timezone : QString());
    }
    QMap<QString, qint64> zones;
    qint64 last = 0;
    for (qint64 point = 0; point < sample && !pending.isEmpty(); ++point) {
        const qint64 reach = pending.lastKey() - pending.firstKey();
        const auto next = pending.lowerBound(pending.firstKey() + reach * point / (sample - 1));
        if (std::exchange(last, next.key()) != next.key())
            ++zones[*next];
    }
    return zones;
}

core::Result<QList<BreakdownRow>> FakeMessageRepository::byOperatorCode(core::MailingId mailing)
{
    return breakdown(mailing, &FakeRemoved::operatorCode, [&](const FakeMessage &entry) {
        const core::domain::Client *client = m_data.client(entry.message.client);
        return client ? client->operatorCode : QString();
    });
}

core::Result<core::domain::StatusCounts> FakeMessageRepository::countsSince(core::Instant since)
{
    core::domain::StatusCounts counts;
    const auto count = [&](const Message &message) {
        if (core::domain::isFinal(message.status) && message.endedAt && *message.endedAt >= since)
            ++counts[message.status];
    };
    for (const FakeMessage &entry : std::as_const(m_data.messages))
        count(entry.message);
    for (const FakeRemoved &entry : std::as_const(m_data.removed))
        count(entry.message);
    return counts;
}

core::Result<core::domain::StatusCounts> FakeMessageRepository::recount(core::MailingId mailing)
{
    return m_data.counts(mailing);
}

core::Status FakeMessageRepository::holdCounters(core::MailingId mailing)
{
    if (m_data.othersCommit)
        m_data.othersCommit(mailing);
    return {};
}

core::Status FakeMessageRepository::repairCounters(core::MailingId mailing)
{
    m_data.damagedCounters.remove(mailing);
    return {};
}

std::optional<QString> FakeMessageRepository::textOf(const FakeMessage &entry) const
{
    if (entry.textVersion == 0)
        return std::nullopt;
    if (!entry.renderedText.isEmpty())
        return entry.renderedText;
    return m_data.mailings.value(entry.message.mailing).texts.value(entry.textVersion - 1);
}

Message FakeMessageRepository::shown(const FakeMessage &entry) const
{
    Message message = entry.message;
    if (const core::domain::Client *client = m_data.client(message.client))
        message.clientName = client->attributes.value(QStringLiteral("name"));
    message.mailingName = m_data.mailings.value(message.mailing).mailing.name;
    return message;
}

QList<Message> FakeMessageRepository::matching(const MessageQuery &query) const
{
    QList<Message> messages;
    for (const FakeMessage &entry : std::as_const(m_data.messages)) {
        if (matchesQuery(entry.message, query))
            messages.append(shown(entry));
    }
    return messages;
}

QList<BreakdownRow> FakeMessageRepository::breakdown(core::MailingId mailing, QString FakeRemoved::*removedKey,
                                                     const std::function<QString(const FakeMessage &)> &keyOf) const
{
    QMap<QString, BreakdownRow> rows;
    for (const FakeMessage &entry : std::as_const(m_data.messages)) {
        if (entry.message.mailing != mailing)
            continue;
        BreakdownRow &row = rows[keyOf(entry)];
        row.key = keyOf(entry);
        ++row.counts[entry.message.status];
    }
    for (const FakeRemoved &entry : std::as_const(m_data.removed)) {
        if (entry.message.mailing != mailing)
            continue;
        BreakdownRow &row = rows[entry.*removedKey];
        row.key = entry.*removedKey;
        ++row.counts[entry.message.status];
    }
    return rows.values();
}

} // namespace tests
