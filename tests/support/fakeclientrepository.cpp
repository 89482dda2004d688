// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeclientrepository.h"

#include "core/domain/tags.h"
#include "tests/support/fakeimportrules.h"
#include "tests/support/fakepaging.h"

#include <QRegularExpression>
#include <QSet>

namespace tests {

using core::domain::Client;
using namespace core::interfaces;

namespace {

QStringList words(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[^\\p{L}\\p{N}]+"),
                                               QRegularExpression::UseUnicodePropertiesOption);
    return text.toCaseFolded().split(separators, Qt::SkipEmptyParts);
}

bool isFoundBy(const Client &client, const QString &search)
{
    const auto phone = core::domain::PhoneNumber::parse(search);
    if (phone && *phone == client.phone)
        return true;
    QStringList found{client.phone.text()};
    for (const QString &tag : client.tags)
        found += words(tag);
    for (const QString &value : client.attributes)
        found += words(value);
    const QStringList wanted = words(search);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &prefix) {
        return std::any_of(found.begin(), found.end(), [&](const QString &word) { return word.startsWith(prefix); });
    });
}

bool hasAnyTag(const Client &client, const QStringList &tags)
{
    return std::any_of(tags.begin(), tags.end(), [&](const QString &wanted) {
        return std::any_of(client.tags.begin(), client.tags.end(), [&](const QString &tag) {
            return core::domain::foldedTag(tag) == core::domain::foldedTag(wanted);
        });
    });
}

bool matchesQuery(const Client &client, const ClientQuery &query)
{
    return (query.search.trimmed().isEmpty() || isFoundBy(client, query.search)) &&
           (query.operatorCodes.isEmpty() || query.operatorCodes.contains(client.operatorCode)) &&
           (query.tags.isEmpty() || hasAnyTag(client, query.tags)) &&
           (query.timezone.isEmpty() || query.timezone == client.timezone) &&
           (!query.optedOut || *query.optedOut == client.optedOutAt.has_value()) &&
           (!query.phone || *query.phone == client.phone);
}

QList<LabelCount> mostFirst(const QMap<QString, qint64> &counts)
{
    QList<LabelCount> list;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        list.append({it.key(), it.value()});
    std::stable_sort(list.begin(), list.end(), [](const LabelCount &a, const LabelCount &b) { return a.count > b.count; });
    return list;
}

core::Error unknownClient()
{
    return core::Error::make(core::ErrorKind::NotFound, "client.unknown");
}

core::Error phoneExists(core::domain::PhoneNumber phone)
{
    return core::Error::make(core::ErrorKind::Conflict, "client.phone_exists", {phone.text()});
}

} // namespace

FakeClientRepository::FakeClientRepository(FakeData &data) : m_data(data) {}

core::Result<core::ClientId> FakeClientRepository::insert(const Client &client)
{
    if (withPhone(client.phone))
        return core::Failure(phoneExists(client.phone));
    Client stored = client;
    stored.id = core::ClientId{m_data.newId()};
    stored.tags = asFirstWritten(client.tags);
    m_data.clients.insert(stored.id, stored);
    m_data.changes |= Change::Clients;
    return stored.id;
}

core::Status FakeClientRepository::update(const Client &client)
{
    const auto found = m_data.clients.find(client.id);
    if (found == m_data.clients.end())
        return core::Failure(unknownClient());
    if (const Client *other = withPhone(client.phone); other && other->id != client.id)
        return core::Failure(phoneExists(client.phone));
    Client stored = client;
    stored.tags = asFirstWritten(client.tags);
    const bool otherZone = std::exchange(*found, stored).timezone != stored.timezone;
    for (FakeMessage &entry : m_data.messages) {
        if (otherZone && entry.message.client == stored.id && isPostponed(entry, stored.updatedAt))
            entry.message.nextAttemptAt = stored.updatedAt;
        if (entry.message.client == stored.id && !entry.leaseUntil)
            m_data.followPhone(entry, stored, stored.updatedAt);
    }
    m_data.changes |= Change::Clients;
    return {};
}

core::Status FakeClientRepository::remove(core::ClientId id)
{
    if (!m_data.clients.remove(id))
        return core::Failure(unknownClient());
    for (FakeMessage &entry : m_data.messages) {
        if (entry.message.client == id)
            entry.message.client = {};
    }
    m_data.changes |= Change::Clients;
    m_data.changes |= Change::Messages;
    return {};
}

core::Result<Client> FakeClientRepository::find(core::ClientId id)
{
    const Client *client = m_data.client(id);
    if (!client)
        return core::Failure(unknownClient());
    return *client;
}

core::Result<std::optional<Client>> FakeClientRepository::findByPhone(core::domain::PhoneNumber phone)
{
    const Client *client = withPhone(phone);
    return client ? std::optional(*client) : std::nullopt;
}

core::Result<core::domain::Page<Client>> FakeClientRepository::page(const ClientQuery &query,
                                                                    const core::domain::PageRequest &request)
{
    return pageOf(matching(query), request, [&](const Client &client) {
        QString sortValue;
        if (request.sortBy == QLatin1String("phone"))
            sortValue = client.phone.text();
        else if (request.sortBy == QLatin1String("operator_code"))
            sortValue = client.operatorCode;
        else if (request.sortBy == QLatin1String("timezone"))
            sortValue = client.timezone;
        else if (request.sortBy == QLatin1String("updated_at"))
            sortValue = sortable(core::toMs(client.updatedAt));
        return core::domain::PageKey{sortValue, client.id.value};
    });
}

core::Result<qint64> FakeClientRepository::count(const ClientQuery &query)
{
    return matching(query).size();
}

core::Result<QList<LabelCount>> FakeClientRepository::tags()
{
    QMap<QString, qint64> counts;
    for (const Client &client : std::as_const(m_data.clients)) {
        for (const QString &tag : client.tags)
            ++counts[tag];
    }
    return mostFirst(counts);
}

core::Result<QList<LabelCount>> FakeClientRepository::operatorCodes()
{
    QMap<QString, qint64> counts;
    for (const Client &client : std::as_const(m_data.clients))
        ++counts[client.operatorCode];
    return mostFirst(counts);
}

core::Result<QStringList> FakeClientRepository::attributeKeys()
{
    QSet<QString> keys;
    for (const Client &client : std::as_const(m_data.clients)) {
        for (auto it = client.attributes.begin(); it != client.attributes.end(); ++it)
            keys.insert(it.key());
    }
    QStringList sorted = keys.values();
    sorted.sort();
    return sorted;
}

core::Result<QStringList> FakeClientRepository::timezones()
{
    QStringList names;
    for (const Client &client : std::as_const(m_data.clients))
        names << client.timezone;
    names.removeDuplicates();
    names.sort();
    return names;
}

core::Result<AudienceSummary> FakeClientRepository::audience(const core::domain::AudienceFilter &filter)
{
    AudienceSummary summary;
    QMap<QString, qint64> zones;
    QMap<QString, qint64> codes;
    for (const Client &client : std::as_const(m_data.clients)) {
        if (!filter.matches(client))
            continue;
        if (client.optedOutAt) {
            ++summary.optedOut;
            continue;
        }
        ++summary.count;
        ++zones[client.timezone];
        ++codes[client.operatorCode];
    }
    summary.byTimezone = mostFirst(zones);
    summary.byOperatorCode = mostFirst(codes);
    return summary;
}

core::Result<qint64> FakeClientRepository::countLacking(const core::domain::AudienceFilter &filter, const QString &key)
{
    const QList<Client> clients = audienceOf(filter);
    return std::count_if(clients.begin(), clients.end(),
                         [&](const Client &client) { return client.attributes.value(key).trimmed().isEmpty(); });
}

core::Result<QList<Client>> FakeClientRepository::audienceSample(const core::domain::AudienceFilter &filter,
                                                                 core::ClientId after, int limit)
{
    QList<Client> clients = audienceOf(filter);
    clients.removeIf([&](const Client &client) { return client.id <= after; });
    return clients.mid(0, limit);
}

core::Result<ImportBatchResult> FakeClientRepository::import(const ImportBatch &batch)
{
    ImportBatchResult result;
    for (const ImportRow &row : batch.rows) {
        const Client *existing = withPhone(row.phone);
        const std::optional<Client> before = existing ? std::optional(*existing) : std::nullopt;
        const Client imported = before ? mergedClient(*before, row, batch) : newClient(row, batch);
        if (before && isSameClient(*before, imported)) {
            ++result.unchanged;
            continue;
        }
        core::ClientId id = imported.id;
        if (before) {
            HELIOGRAPH_TRY(update(imported));
            ++result.changed;
        } else {
            HELIOGRAPH_ASSIGN(id, insert(imported));
            ++result.added;
        }
        if (batch.import.isValid())
            m_data.imports[batch.import].entries.append({before, m_data.clients.value(id)});
    }
    return result;
}

core::Result<ImportBatchResult> FakeClientRepository::dryRun(const ImportBatch &batch)
{
    FakeData copy = m_data;
    return FakeClientRepository(copy).import(batch);
}

QList<Client> FakeClientRepository::matching(const ClientQuery &query) const
{
    QList<Client> clients = m_data.clients.values();
    clients.removeIf([&](const Client &client) { return !matchesQuery(client, query); });
    return clients;
}

QList<Client> FakeClientRepository::audienceOf(const core::domain::AudienceFilter &filter) const
{
    QList<Client> clients = m_data.clients.values();
    clients.removeIf([&](const Client &client) { return client.optedOutAt || !filter.matches(client); });
    return clients;
}

const Client *FakeClientRepository::withPhone(core::domain::PhoneNumber phone) const
{
    const auto found = std::find_if(m_data.clients.cbegin(), m_data.clients.cend(),
                                    [&](const Client &client) { return client.phone == phone; });
    return found == m_data.clients.cend() ? nullptr : &*found;
}

QStringList FakeClientRepository::asFirstWritten(const QStringList &tags)
{
    QStringList labels;
    for (const QString &tag : tags) {
        QString &label = m_data.labels[core::domain::foldedTag(tag)];
        if (label.isEmpty())
            label = tag;
        labels += label;
    }
    return labels;
}

} // namespace tests
