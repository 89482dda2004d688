// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/clientservice.h"

#include "core/domain/tags.h"
#include "core/interfaces/messagerepository.h"
#include "core/interfaces/settingsrepository.h"
#include "core/json/clientjson.h"
#include "core/services/accessrules.h"
#include "core/services/history.h"

namespace core::services {

using domain::Actor;
using domain::Client;
using domain::ClientEdit;
using interfaces::Lane;
using interfaces::UnitOfWork;

namespace {

Status mayEdit(UnitOfWork &unit, const Actor &actor, const Client &client)
{
    HELIOGRAPH_ASSIGN(const auto settings, unit.settings.settings());
    return mayEditClient(actor, settings, client.owner);
}

/** Stores `after` and records what differs; a client that stays as it was is not touched. */
Status store(UnitOfWork &unit, const Actor &actor, Instant now, const char *action, const Client &before, Client &after)
{
    if (after == before)
        return {};
    after.updatedAt = now;
    HELIOGRAPH_TRY(unit.clients.update(after));
    HELIOGRAPH_ASSIGN(after, unit.clients.find(after.id)); // a tag is kept as it was first written
    return record(unit, actor, now, action, {.client = after.id}, difference(json::toJson(before), json::toJson(after)));
}

Result<Client> storeEdit(UnitOfWork &unit, const Actor &actor, Instant now, ClientId id, const ClientEdit &edit)
{
    HELIOGRAPH_ASSIGN(const Client before, unit.clients.find(id));
    HELIOGRAPH_TRY(mayEdit(unit, actor, before));
    HELIOGRAPH_ASSIGN(const auto settings, unit.settings.settings());
    HELIOGRAPH_ASSIGN(Client after, domain::edited(before, edit, settings.zone()));
    HELIOGRAPH_TRY(store(unit, actor, now, "client.edit", before, after));
    return after;
}

/** Returns who was not so before: the first time counts. */
Result<QList<ClientId>> storeOptOuts(UnitOfWork &unit, const Actor &actor, Instant now, const QList<ClientId> &ids,
                                     bool optedOut)
{
    HELIOGRAPH_TRY(mayDo(actor, Permission::OptOutClients));
    QList<ClientId> changed;
    for (const ClientId id : ids) {
        HELIOGRAPH_ASSIGN(const Client before, unit.clients.find(id));
        if (before.optedOutAt.has_value() == optedOut)
            continue;
        Client after = before;
        after.optedOutAt = optedOut ? std::optional(now) : std::nullopt;
        HELIOGRAPH_TRY(store(unit, actor, now, optedOut ? "client.opt_out" : "client.opt_in", before, after));
        changed.append(id);
    }
    return changed;
}

/** @param before  what is known of it from the time when it was there already */
Status insert(UnitOfWork &unit, const Actor &actor, Instant now, const char *action, Client &client,
              const QJsonObject &before = {})
{
    HELIOGRAPH_ASSIGN(const ClientId id, unit.clients.insert(client));
    HELIOGRAPH_ASSIGN(client, unit.clients.find(id)); // a tag is kept as it was first written
    return record(unit, actor, now, action, {.client = client.id}, difference(before, json::toJson(client)));
}

QStringList withoutTag(const QStringList &tags, const QString &label)
{
    QStringList rest = tags;
    rest.removeIf([folded = domain::foldedTag(label)](const QString &tag) { return domain::foldedTag(tag) == folded; });
    return rest;
}

} // namespace

ClientService::ClientService(interfaces::Executor &executor, const Clock &clock) : m_executor(executor), m_clock(clock) {}

QFuture<Result<Client>> ClientService::add(const Actor &actor, const ClientEdit &edit)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, edit](UnitOfWork &unit) -> Result<Client> {
        HELIOGRAPH_TRY(mayDo(actor, Permission::EditClients));
        HELIOGRAPH_ASSIGN(const auto settings, unit.settings.settings());
        HELIOGRAPH_ASSIGN(Client client, domain::edited({}, edit, settings.zone()));
        client.owner = actor.user;
        client.createdAt = clock.now();
        client.updatedAt = client.createdAt;
        HELIOGRAPH_TRY(insert(unit, actor, client.createdAt, "client.add", client));
        return client;
    });
}

QFuture<Result<Client>> ClientService::edit(const Actor &actor, ClientId id, const ClientEdit &edit)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, id, edit](UnitOfWork &unit) {
        return storeEdit(unit, actor, clock.now(), id, edit);
    });
}

QFuture<Result<QList<Client>>> ClientService::remove(const Actor &actor, const QList<ClientId> &ids)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, ids](UnitOfWork &unit) -> Result<QList<Client>> {
        QList<Client> removed;
        for (const ClientId id : ids) {
            HELIOGRAPH_ASSIGN(const Client client, unit.clients.find(id));
            HELIOGRAPH_TRY(mayEdit(unit, actor, client));
            HELIOGRAPH_TRY(unit.messages.cancelPendingOfClient(id, clock.now()));
            HELIOGRAPH_TRY(unit.clients.remove(id));
            HELIOGRAPH_TRY(
                record(unit, actor, clock.now(), "client.delete", {.client = id}, difference(json::toJson(client), {})));
            removed.append(client);
        }
        return removed;
    });
}

QFuture<Status> ClientService::restore(const Actor &actor, const QList<Client> &clients)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, clients](UnitOfWork &unit) -> Status {
        HELIOGRAPH_TRY(mayDo(actor, Permission::EditClients));
        for (Client client : clients) {
            HELIOGRAPH_TRY(mayEdit(unit, actor, client));
            // It comes back with a number of its own; the old one leads to what was done before.
            const QJsonObject before{{QStringLiteral("id"), client.id.value}};
            HELIOGRAPH_TRY(insert(unit, actor, clock.now(), "client.restore", client, before));
        }
        return {};
    });
}

QFuture<Result<QList<ClientId>>> ClientService::optOut(const Actor &actor, const QList<ClientId> &ids)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, ids](UnitOfWork &unit) {
        return storeOptOuts(unit, actor, clock.now(), ids, true);
    });
}

QFuture<Result<QList<ClientId>>> ClientService::optIn(const Actor &actor, const QList<ClientId> &ids)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, ids](UnitOfWork &unit) {
        return storeOptOuts(unit, actor, clock.now(), ids, false);
    });
}

QFuture<Status> ClientService::addTag(const Actor &actor, const QList<ClientId> &ids, const QString &label)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, ids, label](UnitOfWork &unit) -> Status {
        for (const ClientId id : ids) {
            HELIOGRAPH_ASSIGN(const Client client, unit.clients.find(id));
            ClientEdit edit;
            edit.tags = client.tags + QStringList{label};
            HELIOGRAPH_TRY(storeEdit(unit, actor, clock.now(), id, edit));
        }
        return {};
    });
}

QFuture<Status> ClientService::removeTag(const Actor &actor, const QList<ClientId> &ids, const QString &label)
{
    return m_executor.write(Lane::Interactive, [&clock = m_clock, actor, ids, label](UnitOfWork &unit) -> Status {
        for (const ClientId id : ids) {
            HELIOGRAPH_ASSIGN(const Client client, unit.clients.find(id));
            ClientEdit edit;
            edit.tags = withoutTag(client.tags, label);
            HELIOGRAPH_TRY(storeEdit(unit, actor, clock.now(), id, edit));
        }
        return {};
    });
}

QFuture<Result<Client>> ClientService::find(ClientId id)
{
    return m_executor.read([id](UnitOfWork &unit) { return unit.clients.find(id); });
}

QFuture<Result<Client>> ClientService::findByPhone(const QString &phone)
{
    return m_executor.read([phone](UnitOfWork &unit) -> Result<Client> {
        HELIOGRAPH_ASSIGN(const auto number, domain::PhoneNumber::parse(phone));
        HELIOGRAPH_ASSIGN(const auto client, unit.clients.findByPhone(number));
        if (!client)
            return Failure(Error::make(ErrorKind::NotFound, "client.unknown_phone", {number.text()}));
        return *client;
    });
}

QFuture<Result<domain::Page<Client>>> ClientService::page(const interfaces::ClientQuery &query,
                                                          const domain::PageRequest &request)
{
    return m_executor.read([query, request](UnitOfWork &unit) { return unit.clients.page(query, request); });
}

QFuture<Result<qint64>> ClientService::count(const interfaces::ClientQuery &query)
{
    return m_executor.read([query](UnitOfWork &unit) { return unit.clients.count(query); });
}

QFuture<Result<ClientVocabulary>> ClientService::vocabulary()
{
    return m_executor.read([](UnitOfWork &unit) -> Result<ClientVocabulary> {
        ClientVocabulary vocabulary;
        HELIOGRAPH_ASSIGN(vocabulary.tags, unit.clients.tags());
        HELIOGRAPH_ASSIGN(vocabulary.operatorCodes, unit.clients.operatorCodes());
        HELIOGRAPH_ASSIGN(vocabulary.attributeKeys, unit.clients.attributeKeys());
        return vocabulary;
    });
}

} // namespace core::services
