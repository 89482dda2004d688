// SPDX-FileCopyrightText: 2026 Heliograph contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/historyservice.h"

#include "core/interfaces/clientrepository.h"
#include "core/json/eventjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

namespace core::services {

using interfaces::UnitOfWork;

namespace {

std::optional<QString> textOf(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return std::nullopt;
    if (value.isString())
        return value.toString();
    if (value.isArray()) {
        QStringList texts;
        for (const QJsonValue &item : value.toArray())
            texts.append(textOf(item).value_or(QString()));
        return texts.join(QLatin1String(", "));
    }
    return value.toVariant().toString(); // numbers without exponent, true and false
}

using Fields = QMap<QString, EventField>;

void addMembers(Fields &fields, const QString &prefix, const QJsonObject &object, std::optional<QString> EventField::*side)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString name = prefix + member.key();
        if (member.value().isObject()) {
            addMembers(fields, name + u'.', member.value().toObject(), side);
            continue;
        }
        EventField &field = fields[name];
        field.name = name;
        field.*side = textOf(member.value());
    }
}

void addSide(Fields &fields, const QString &stored, std::optional<QString> EventField::*side)
{
    const QJsonValue value = json::eventSide(stored);
    if (value.isObject())
        addMembers(fields, {}, value.toObject(), side);
    else if (value.isString())
        fields[QString()].*side = value.toString();
}

} // namespace

QList<EventField> eventFields(const domain::Event &event)
{
    Fields fields;
    addSide(fields, event.before, &EventField::before);
    addSide(fields, event.after, &EventField::after);
    return fields.values();
}

HistoryService::HistoryService(interfaces::Executor &executor) : m_executor(executor) {}

QFuture<Result<domain::Page<domain::Event>>> HistoryService::page(const interfaces::EventQuery &query,
                                                                  const domain::PageRequest &request)
{
    return m_executor.read([query, request](UnitOfWork &unit) { return unit.events.page(query, request); });
}

QFuture<Result<qint64>> HistoryService::count(const interfaces::EventQuery &query)
{
    return m_executor.read([query](UnitOfWork &unit) { return unit.events.count(query); });
}

QFuture<Result<QStringList>> HistoryService::actors()
{
    return m_executor.read([](UnitOfWork &unit) { return unit.events.actors(); });
}

QFuture<Result<ClientId>> HistoryService::clientWithPhone(const QString &phone)
{
    return m_executor.read([phone](UnitOfWork &unit) -> Result<ClientId> {
        HELIOGRAPH_ASSIGN(const auto number, domain::PhoneNumber::parse(phone));
        HELIOGRAPH_ASSIGN(const auto client, unit.clients.findByPhone(number));
        if (client)
            return client->id;
        HELIOGRAPH_ASSIGN(const ClientId deleted, unit.events.deletedClient(number));
        if (!deleted.isValid())
            return Failure(Error::make(ErrorKind::NotFound, "client.unknown_phone", {number.text()}));
        return deleted;
    });
}

} // namespace core::services
